import { z } from 'zod';

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
  replaces: z.strictObject({ runsFinished: z.int() }).nullable(),
});

export type PlanCheck = z.infer<typeof planCheckSchema>;
