import { bratWriter } from './brat-writer.ts';
import { csvWriter } from './csv-writer.ts';
import type { DocumentWriter } from './document-writer.ts';
import { xmiWriter } from './xmi-writer.ts';

/** Every format that documents are written in. */
export const documentWriters = {
  brat: bratWriter,
  csv: csvWriter,
  xmi: xmiWriter,
} as const satisfies Record<string, DocumentWriter>;
