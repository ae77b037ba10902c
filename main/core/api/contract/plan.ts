import { z } from 'zod';
import { runSchema } from './run.ts';

/** The longest plan: it is written by hand, and a longer text is none. */
export const maxPlanCharacters = 500_000;

/** A plan that is being written: for the study that it changes, or null for a new one. */
export const ofDraftSchema = z.strictObject({ studyId: z.string().min(1).max(200).nullable() });
export const planDraftSchema = z.strictObject({
  /** Null where nothing was written. */
  planText: z.string().max(maxPlanCharacters).nullable(),
});

/** What a plan that can be read asks for, and which study it would change. */
export const planCheckSchema = z.strictObject({
  /** Of the study. */
  name: z.string(),
  /** How many steps of each kind it asks for. */
  steps: z.strictObject({
    vocabulary: z.int(),
    pretraining: z.int(),
    'fine-tuning': z.int(),
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
});

export type LostRun = NonNullable<PlanCheck['replaces']>['lostRuns'][number];
export type PlanCheck = z.infer<typeof planCheckSchema>;
