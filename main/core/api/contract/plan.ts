import { z } from 'zod';
import { failureSchema } from './failure.ts';
import { toldSchema } from './phrase.ts';
import { runSchema } from './run.ts';

/** The longest plan: it is written by hand, and a longer text is none. */
export const maxPlanCharacters = 500_000;

/** A plan that is being written: for the study that it changes, or null for a new one. */
export const ofDraftSchema = z.strictObject({ studyId: z.string().min(1).max(200).nullable() });
export const planDraftSchema = z.strictObject({
  /** Null where nothing was written. */
  planText: z.string().max(maxPlanCharacters).nullable(),
});

/** Files of a corpus or a task; large ones were looked at in part. */
const dataOutlookSchema = z.strictObject({
  name: z.string(),
  format: z.string(),
  fileCount: z.int(),
  sizeBytes: z.int(),
  /** Of the bytes; 1 where all was read. */
  seenShare: z.number(),
  /** Documents, notes or sentences: exact where all was read, else estimated. */
  itemCount: z.int(),
});

/** What a plan that can be read asks for, what is wrong with it, and which study it would change. */
export const planCheckSchema = z.strictObject({
  /** Of the study. */
  name: z.string(),
  /** How many steps of each kind it asks for. */
  steps: z.strictObject({
    vocabulary: z.int(),
    pretraining: z.int(),
    perplexity: z.int(),
    baseline: z.int(),
    'fine-tuning': z.int(),
    final: z.int(),
    transfer: z.int(),
    'zero-shot': z.int(),
    'few-shot': z.int(),
  }),
  /** The study that has this name and another plan, which would be replaced; null for none. */
  replaces: z
    .strictObject({
      studyId: z.string(),
      runsFinished: z.int(),
      /** Finished steps whose results would go, because the change touches what determines them. */
      lostRuns: z
        .array(runSchema.pick({ key: true, kind: true, model: true, task: true, fold: true }))
        .readonly(),
    })
    .nullable(),
  /** What would end the study. */
  faults: z.array(failureSchema).readonly(),
  /** What its results would say or suffer from; `about` is for example "task screen". */
  warnings: z
    .array(
      z.strictObject({
        about: toldSchema,
        text: toldSchema,
        /** The keys that lead to what of the plan it is about. */
        field: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  corpora: z.array(dataOutlookSchema).readonly(),
  tasks: z
    .array(
      dataOutlookSchema.extend({
        kind: z.enum(['classification', 'multi-label', 'entities']),
        folds: z.int(),
        /** Classes or entity types in what was read. */
        labels: z.array(z.strictObject({ label: z.string(), count: z.int() })).readonly(),
      }),
    )
    .readonly(),
  models: z
    .array(
      z.strictObject({
        name: z.string(),
        /** What it starts from, in words. */
        start: toldSchema,
        parameterCount: z.int().nullable(),
        longestTokens: z.int().nullable(),
      }),
    )
    .readonly(),
  cost: z.strictObject({
    /** Of all steps from the beginning, very roughly; null where it cannot be told yet. */
    timeMs: z.number().nullable(),
    /** The engine whose measurement the time comes from. */
    engine: z.string().nullable(),
    roomBytes: z.number(),
    freeBytes: z.number().nullable(),
    /** What its largest training needs at once; null where no model could be opened. */
    memory: z
      .strictObject({
        bytes: z.number(),
        model: z.string(),
        task: z.string().nullable(),
        batchSize: z.int(),
        fittingBatchSize: z.int().nullable(),
      })
      .nullable(),
    machineBytes: z.number(),
  }),
});

export type LostRun = NonNullable<PlanCheck['replaces']>['lostRuns'][number];
export type PlanCheck = z.infer<typeof planCheckSchema>;
