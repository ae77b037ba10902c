import { z } from 'zod';
import { precisions } from '#core/training/precision.ts';
import { corpus, documentCorpus } from './corpus-schema.ts';
import { byteLevelBpe, model, wordPiece } from './model-schema.ts';
import { name, positiveInteger, title } from './shared-fields.ts';
import { transfer } from './transfer-schema.ts';
import { multiLabel } from './multi-label-schema.ts';
import type { setData } from './task-data-schema.ts';
import { classification, entities } from './task-schema.ts';

/**
 * The plan file: what a study reads, trains and compares. Its JSON schema (`docs/plan.schema.json`)
 * is written from this code and that of the other schemas of this folder; descriptions are the
 * documentation that users read.
 */

const lockedSet = z.strictObject({
  set: z.string().min(1).describe('A labelled set of the workspace: see "anamnesis set list".'),
  version: positiveInteger
    .optional()
    .describe(
      'When left out, the newest at the time the study first reads the set; the study stays with it.',
    ),
});

const heldOut = z
  .strictObject({
    fraction: z
      .number()
      .min(0.001)
      .max(0.5)
      .default(0.05)
      .describe(
        'Of the lines of each corpus, in whole documents, and in whole patients where known.',
      ),
    points: z
      .int()
      .min(1)
      .max(1000)
      .default(20)
      .describe('How often each pre-training is measured on it, beside its beginning.'),
    words: positiveInteger
      .default(50_000)
      .describe('Of each corpus at most so many words are read each time; always the same.'),
    maxTokens: z
      .int()
      .min(8)
      .max(8192)
      .default(128)
      .describe('Longer lines are cut there when they are measured, special tokens included.'),
  })
  .describe(
    'Keep a share of the documents of every corpus out of all that is trained, vocabularies included, and measure the models on it.',
  );

const comparison = z.strictObject({
  model: name,
  against: name,
  margin: z
    .number()
    .gt(0)
    .lt(1)
    .optional()
    .describe(
      'The difference of the metric of the task, such as 0.02, from which on it would matter: then it is also tested whether the model is no worse than the other by as much, and whether both are equivalent. Choose it before there are results.',
    ),
});

export const planSchema = z
  .strictObject({
    $schema: z.string().optional(),
    name: name,
    title,
    description: z.string().optional(),
    seed: z
      .int()
      .min(0)
      .max(2 ** 53 - 1)
      .default(42),
    engine: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
      .optional()
      .describe(
        'What to compute with, as "anamnesis doctor" names it; the fastest of the machine when left out.',
      ),
    precision: z
      .enum(precisions)
      .optional()
      .describe(
        'What matrix products of training are computed in: float32 when left out; mixed is half precision where that is sound, on onnx-webgpu and a graphics processor that has it.',
      ),
    lockedSet: z
      .union([lockedSet, z.array(lockedSet).min(1)])
      .optional()
      .describe(
        'A labelled set, or several, kept for a last test: no corpus and no task of the study reads its documents, others of its patients, or what is nearly the same.',
      ),
    heldOut: heldOut.optional(),
    corpora: z.record(name, z.union([corpus, documentCorpus])).default({}),
    vocabularies: z
      .record(name, z.discriminatedUnion('algorithm', [wordPiece, byteLevelBpe]))
      .default({}),
    models: z.record(name, model),
    tasks: z.record(name, z.discriminatedUnion('kind', [classification, multiLabel, entities])),
    transfers: z
      .record(name, transfer)
      .optional()
      .describe(
        'Tasks that are learned in one language and tested in another; runs like all others.',
      ),
    comparisons: z.array(comparison).default([]).describe('Which models to compare on every task.'),
  })
  .describe('A study of Anamnesis: models, tasks on which they are cross-validated, comparisons.');

export type Plan = z.output<typeof planSchema>;

export type HeldOutPlan = NonNullable<Plan['heldOut']>;
export type VocabularyPlan = Plan['vocabularies'][string];
export type ModelPlan = Plan['models'][string];
export type PretrainingPlan = NonNullable<ModelPlan['pretraining']>;
export type TaskPlan = Plan['tasks'][string];
export type ClassificationPlan = Extract<TaskPlan, { kind: 'classification' }>;
export type MultiLabelPlan = Extract<TaskPlan, { kind: 'multi-label' }>;
export type EntitiesPlan = Extract<TaskPlan, { kind: 'entities' }>;
export type TransferPlan = NonNullable<Plan['transfers']>[string];
/** The labelled set that a task names in the place of files. */
export type SetPlan = z.output<typeof setData>;

/** The JSON schema of a plan file, as users and their editors see it. */
export function planJsonSchema(): object {
  return z.toJSONSchema(planSchema, { io: 'input' });
}
