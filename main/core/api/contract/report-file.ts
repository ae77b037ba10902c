import { z } from 'zod';
import { languageSchema } from './language-schema.ts';
import { toldSchema } from './phrase.ts';
import { reportFormats } from './report-format.ts';

export const askForReportFileSchema = z.strictObject({
  studyId: z.string().min(1).max(200),
  format: z.enum(reportFormats),
  language: languageSchema,
  /** What the records say to each part of TRIPOD+AI. */
  withChecklist: z.boolean(),
  /** How the study was made, in sentences. */
  withMethods: z.boolean(),
});

export const reportFileSchema = z.strictObject({
  /** With the name of the study; an archive where the format has several files. */
  fileName: z.string(),
  base64: z.string(),
  /** What in its tables cannot be true together: a fault of ours, told with both places. */
  contradictions: z.array(toldSchema),
});

export type AskForReportFile = z.infer<typeof askForReportFileSchema>;
export type StudyReportFile = z.infer<typeof reportFileSchema>;
