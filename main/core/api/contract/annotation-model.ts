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
});

/** What a fine-tuned model does with what nobody has begun; never with the test slice. */
export const modelWorkRequestSchema = z.discriminatedUnion('kind', [
  /** Puts it into another order. */
  z.strictObject({
    kind: z.literal('order'),
    projectId,
    choice: z.discriminatedUnion('by', [
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

export type TrainProjectModel = z.infer<typeof trainProjectModelSchema>;
export type ModelWorkRequest = z.infer<typeof modelWorkRequestSchema>;
export type ModelWork = z.infer<typeof modelWorkSchema>;
