import { z } from 'zod';

const storedTextSchema = z.strictObject({
  kind: z.enum(['corpus', 'dataset']),
  id: z.string(),
  name: z.string(),
  /** Lines of a corpus, notes or sentences of a labelled set. */
  itemCount: z.int(),
  /** Names of the studies that have read it. */
  studies: z.array(z.string()).readonly(),
});

/** What would go with a study. */
export const studyRemovalSchema = z.strictObject({
  runCount: z.int(),
  /** By what commands call them. */
  models: z.array(z.string()).readonly(),
  /** Trainings under way, of which a state is kept. */
  trainingCount: z.int(),
  filesBytes: z.int(),
  /** Corpora and labelled sets that only this study has read. */
  texts: z.array(storedTextSchema).readonly(),
  /** Those that stay, because other studies read them too. */
  sharedTexts: z.array(storedTextSchema).readonly(),
});

export type StudyRemovalView = z.infer<typeof studyRemovalSchema>;
