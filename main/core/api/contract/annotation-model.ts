import { z } from 'zod';
import { labelName } from './annotation-edits.ts';
import { failureSchema } from './failure.ts';

const projectId = z.int().positive();
const modelId = z.string().min(1).max(200);

/**
 * Lets a model learn what was labelled so far, by all who are to, without the test slice: a study as
 * any, with progress, stop and resume. People go on meanwhile.
 */
export const trainProjectModelSchema = z.strictObject({
  projectId,
  labels: z.enum(['classes', 'spans']),
  /** The model of the library from which it starts. */
  modelId,
  /** Whether the head alone learns: minutes in the place of hours. */
  frozenEncoder: z.boolean(),
  /** What the set is called as which the labels so far are frozen, each time its next version. */
  set: z.string().trim().min(1).max(200),
  /** What the study is called. */
  title: z.string().trim().min(1).max(200),
});

/** What a fine-tuned model does with what nobody has begun; never with the test slice. */
export const modelWorkRequestSchema = z.discriminatedUnion('kind', [
  /** Puts it into another order. */
  z.strictObject({
    kind: z.literal('order'),
    projectId,
    choice: z.discriminatedUnion('by', [
      /** As documents came into the workspace. */
      z.strictObject({ by: z.literal('listed') }),
      z.strictObject({ by: z.literal('random'), seed: z.int().min(0) }),
      /** What the model is least sure of, and not all of one sort. */
      z.strictObject({ by: z.literal('uncertain'), modelId }),
      /** What is likely of a class, or has a mention of a type. */
      z.strictObject({ by: z.literal('likely'), modelId, label: labelName }),
    ]),
  }),
  /** Suggests labels in all of it. */
  z.strictObject({ kind: z.literal('suggest'), projectId, modelId }),
]);

/** A work of a model under way, or the latest that was. */
export const modelWorkSchema = z.strictObject({
  id: z.string(),
  request: modelWorkRequestSchema,
  state: z.enum(['running', 'done', 'stopped', 'failed']),
  /** 0 to 1. */
  share: z.number().nullable(),
  /** Until its end, by what it took so far; null before that is known. */
  timeLeftMs: z.number().nullable(),
  /** Documents that were ordered, or looked at for suggestions; null before the end. */
  documents: z.int().nullable(),
  failure: failureSchema.nullable(),
});

/** What comes next in a project, and what that rests on. */
export const queueOrderSchema = z.strictObject({
  /** Drawn by chance when the project was made; no model ever chooses among them. */
  test: z.strictObject({ documents: z.int(), done: z.int() }),
  /** Without the test slice: those that all have done who are to, and those that nobody has begun. */
  learnable: z.int(),
  untouched: z.int(),
  /** Null while documents come as when the project was made. */
  latest: z
    .strictObject({
      by: z.enum(['listed', 'random', 'uncertain', 'likely']),
      /** Of an order by what is likely. */
      label: z.string().nullable(),
      /** Of an order by chance. */
      seed: z.int().nullable(),
      atMs: z.number(),
      /** Without a name where the person is gone; null before the workspace knew persons. */
      person: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
      chosen: z.int(),
      model: z
        .strictObject({
          id: z.string(),
          /** As it was called then. */
          name: z.string(),
          /** Null for one that did not learn from a frozen set. */
          learned: z
            .strictObject({
              set: z.string(),
              version: z.int(),
              documents: z.int(),
              labels: z.int(),
            })
            .nullable(),
        })
        .nullable(),
    })
    .nullable(),
  /** The latest study that makes a model of what is labelled here, of classes and of marks. */
  trainings: z
    .array(
      z.strictObject({
        labels: z.enum(['classes', 'spans']),
        studyId: z.string(),
        /** The model that it made last; null before it has. */
        modelId: z.string().nullable(),
      }),
    )
    .readonly(),
});

export type QueueOrderView = z.infer<typeof queueOrderSchema>;
export type TrainProjectModel = z.infer<typeof trainProjectModelSchema>;
export type ModelWorkRequest = z.infer<typeof modelWorkRequestSchema>;
export type ModelWork = z.infer<typeof modelWorkSchema>;
