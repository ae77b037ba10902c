import { z } from 'zod';
import { studySchema } from './study.ts';

/** Which view of a study a window has: of which life of the host, and how many changes it had seen. */
export const studyVersionSchema = z.strictObject({
  epoch: z.string().max(100),
  version: z.int().min(0),
});

const changed = z.record(z.string(), z.unknown());

/** Of a list: its order where it changed, and the changed fields of items, whole ones where new. */
const listChangesSchema = z.strictObject({
  /** The keys of all items; null where they are what they were. */
  keys: z.array(z.string()).readonly().nullable(),
  items: z.record(z.string(), changed),
});

/**
 * What is different since a version: fields of the study as they are now, and lists by their items.
 * Applied in the order in which they came, they make the view of the host.
 */
export const studyChangesSchema = z.strictObject({
  fields: changed,
  lists: z.record(z.string(), listChangesSchema),
});

export const studyUpdateSchema = z.strictObject({
  at: studyVersionSchema,
  /** Null where the changes say all. */
  whole: studySchema.nullable(),
  changes: studyChangesSchema.nullable(),
});

export type StudyVersion = z.infer<typeof studyVersionSchema>;
export type StudyChanges = z.infer<typeof studyChangesSchema>;
export type StudyUpdate = z.infer<typeof studyUpdateSchema>;
