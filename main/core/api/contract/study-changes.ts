import { z } from 'zod';
import { studySchema } from './study.ts';

/** Which view of a study a window has: of which life of the host, and how many changes it had seen. */
export const studyVersionSchema = z.strictObject({
  epoch: z.string().max(100),
  version: z.int().min(0),
});

const changed = z.record(z.string(), z.unknown());

/** At a place of a list of keys, so many of them are replaced by these. */
const keySpliceSchema = z.strictObject({
  at: z.int().min(0),
  removed: z.int().min(0),
  keys: z.array(z.string()).readonly(),
});

/** Of a list: how its order changed, and the changed fields of items, whole ones where new. */
const listChangesSchema = z.strictObject({
  /** What happened to the keys of all items, one after the other: all keys would be most of an update. */
  order: z.array(keySpliceSchema).readonly(),
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
export type KeySplice = z.infer<typeof keySpliceSchema>;
export type StudyUpdate = z.infer<typeof studyUpdateSchema>;
