import { z } from 'zod';
import { languageSchema } from './language-schema.ts';

/** What a study can hand out as a file: numbers and names, never text of notes. */
const resultFileNameSchema = z.enum([
  'report.html',
  'results.csv',
  'results.json',
  'import-problems.csv',
  'perplexity.csv',
  'contamination.csv',
  'transfers.csv',
  'note-scores.csv',
  'label-scores.csv',
  'entity-spans.csv',
  'figures.csv',
  'check_figures.py',
]);

export const askForResultFileSchema = z.strictObject({
  studyId: z.string().min(1).max(200),
  name: resultFileNameSchema,
  /** Of report.html; the others are the same in every language. */
  language: languageSchema,
});

export const resultFileSchema = z.strictObject({
  /** With the name of the study. */
  fileName: z.string(),
  text: z.string(),
});

export type ResultFileName = z.infer<typeof resultFileNameSchema>;
export type ResultFile = z.infer<typeof resultFileSchema>;
