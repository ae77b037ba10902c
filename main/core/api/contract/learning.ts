import { z } from 'zod';

export const askForLearningSchema = z.strictObject({
  studyId: z.string().min(1).max(200),
  /** As the window shows it. */
  task: z.string().min(1).max(1_000),
});

/** The loss of each fold of each model while it was fine-tuned, as far as runs have got. */
export const learningSchema = z.strictObject({
  models: z
    .array(
      z.strictObject({
        model: z.string(),
        folds: z
          .array(
            z.strictObject({
              fold: z.int(),
              runId: z.string(),
              /** Means of stretches of the run, at most 60, ordered by step. */
              losses: z.array(z.strictObject({ step: z.int(), loss: z.number() })).readonly(),
            }),
          )
          .readonly(),
      }),
    )
    .readonly(),
});

export type LearningView = z.infer<typeof learningSchema>;
