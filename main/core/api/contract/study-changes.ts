import { z } from 'zod';
import { studySchema, type StudyView } from './study.ts';

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

/** What may be told of by its items, and what tells one of them from another. */
interface KeyOf {
  readonly runs: (item: StudyView['runs'][number]) => string;
  readonly models: (item: StudyView['models'][number]) => string;
  readonly tasks: (item: StudyView['tasks'][number]) => string;
  readonly metrics: (item: StudyView['metrics'][number]) => string;
  readonly means: (item: StudyView['means'][number]) => string;
  readonly comparisons: (item: StudyView['comparisons'][number]) => string;
}

/**
 * The lists that grow with the runs of a study. Items of one run, or one model of one task, are told
 * of together: `group` names them, and each is sent whole where any of them changed.
 */
export const keyOf: KeyOf = {
  runs: ({ id }) => id,
  models: ({ name }) => name,
  tasks: ({ name }) => name,
  metrics: ({ runId }) => runId,
  means: ({ task, model }) => JSON.stringify([task, model]),
  comparisons: ({ task, metric, baseline, candidate }) =>
    JSON.stringify([task, metric, baseline, candidate]),
};

export type ListName = keyof KeyOf;

/** The lists of which several items have one key. */
export const groupedLists: ReadonlySet<string> = new Set<ListName>(['metrics', 'means']);
