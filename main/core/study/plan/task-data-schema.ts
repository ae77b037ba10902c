import { z } from 'zod';
import { encoding, path, positiveInteger } from './shared-fields.ts';

/** The labelled set of the workspace that a task reads. */
export const setData = z.strictObject({
  format: z.literal('set').default('set'),
  set: z
    .string()
    .min(1)
    .describe('A labelled set of the workspace: see "anamnesis set list". It is read as frozen.'),
  version: positiveInteger
    .optional()
    .describe(
      'When left out, the newest at the time the study first reads the set; the study stays with it.',
    ),
  nearDuplicates: z
    .enum(['together', 'apart'])
    .default('together')
    .describe(
      'Whether documents that are nearly the same, with all of their patients, stay in one fold; documents of one patient always do.',
    ),
});

/** Notes in tables, with what a person gave each in a column. */
export const noteTable = z.strictObject({
  format: z.literal('csv'),
  files: z.array(path).min(1),
  textColumn: z.string().default('text'),
  labelColumn: z.string().default('label'),
  idColumn: z.string().optional(),
  groupColumn: z
    .string()
    .optional()
    .describe('Rows of one group, usually a patient, stay in one fold.'),
  encoding,
});
