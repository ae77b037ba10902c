import { z } from 'zod';
import { encoding, path } from './shared-fields.ts';

/** Text to train on, from files. */
export const corpus = z.strictObject({
  format: z.enum(['text', 'csv']).default('text'),
  files: z
    .array(path)
    .min(1)
    .describe(
      'Files, or folders whose files of this format are read, and those of folders in them.',
    ),
  unit: z
    .enum(['line', 'paragraph', 'file'])
    .default('line')
    .describe('For text: what is one document.'),
  textColumn: z.string().optional().describe('For csv: the column that holds the text.'),
  lineUnit: z
    .enum(['line', 'sentence'])
    .default('line')
    .describe('What cleaning makes a line of: a line of the text, or one sentence of it.'),
  encoding,
});

const dateBound = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, {
  error: 'Invalid date: expected 2026, 2026-03 or 2026-03-31',
});
const keepOrDrop = z.enum(['drop', 'keep']).default('drop');

/** The same from documents of the workspace. */
export const documentCorpus = z.strictObject({
  collection: z
    .string()
    .min(1)
    .describe('Documents of the workspace: see "anamnesis collection list".'),
  where: z
    .strictObject({
      language: z.string().optional(),
      kind: z.string().optional(),
      from: dateBound.optional().describe('Documents without a date are in no range.'),
      to: dateBound.optional().describe('The whole of it included.'),
    })
    .default({})
    .describe('Which of its documents; all when left out.'),
  lineUnit: z
    .enum(['line', 'sentence'])
    .default('line')
    .describe('What cleaning makes a line of: a line of the text, or one sentence of it.'),
  copiedForward: keepOrDrop.describe(
    'Paragraphs of eight words or more that an earlier document of the same patient has.',
  ),
  nearDuplicates: keepOrDrop.describe('Documents that are nearly the same as one before them.'),
});
