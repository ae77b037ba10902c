import { bratWriter } from './brat-writer.ts';
import { csvWriter } from './csv-writer.ts';
import { doccanoWriter } from './doccano-writer.ts';
import type { DocumentWriter } from './document-writer.ts';
import { xlsxWriter } from './xlsx-writer.ts';
import { omopWriter } from './omop-writer.ts';
import { xmiWriter } from './xmi-writer.ts';
import { prodigyWriter } from './prodigy-writer.ts';
import { conllWriter } from './conll-writer.ts';
import { biocJsonWriter } from './bioc-json-writer.ts';
import { labelStudioWriter } from './label-studio-writer.ts';
import { spacyWriter } from './spacy-writer.ts';

/** Every format that documents are written in. */
export const documentWriters = {
  brat: bratWriter,
  csv: csvWriter,
  omop: omopWriter,
  xmi: xmiWriter,
  doccano: doccanoWriter,
  prodigy: prodigyWriter,
  conll: conllWriter,
  'bioc-json': biocJsonWriter,
  'label-studio': labelStudioWriter,
  spacy: spacyWriter,
  xlsx: xlsxWriter,
} as const satisfies Record<string, DocumentWriter>;
