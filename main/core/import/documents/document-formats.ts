import { bratFormat } from './brat-format.ts';
import { casJsonFormat } from './cas-json-format.ts';
import { doccanoFormat } from './doccano-format.ts';
import type { DocumentFormat, InputHead } from './document-format.ts';
import { fhirFormat } from './fhir-format.ts';
import { csvFormat } from './csv-format.ts';
import { prodigyFormat } from './prodigy-format.ts';
import { spacyFormat } from './spacy-format.ts';
import { omopFormat } from './omop-format.ts';
import { conllFormat } from './conll-format.ts';
import { biocJsonFormat } from './bioc-json-format.ts';
import { biocXmlFormat } from './bioc-xml-format.ts';
import { labelStudioFormat } from './label-studio-format.ts';
import { pubtatorFormat } from './pubtator-format.ts';
import { gateFormat } from './gate-format.ts';
import { pdfFormat } from './pdf-format.ts';
import { opusFormat } from './opus-format.ts';
import { tmxFormat } from './tmx-format.ts';
import { mediawikiFormat } from './mediawiki-format.ts';
import { textFormat } from './text-format.ts';
import { xlsxFormat } from './xlsx-format.ts';
import { rtfFormat } from './rtf-format.ts';
import { htmlFormat } from './html-format.ts';
import { docxFormat } from './docx-format.ts';
import { webannoTsvFormat } from './webanno-tsv-format.ts';
import { xmiFormat } from './xmi-format.ts';

/** Every format that documents are read from. */
export const documentFormats = {
  brat: bratFormat,
  casJson: casJsonFormat,
  doccano: doccanoFormat,
  fhir: fhirFormat,
  csv: csvFormat,
  prodigy: prodigyFormat,
  spacy: spacyFormat,
  omop: omopFormat,
  conll: conllFormat,
  'bioc-json': biocJsonFormat,
  'bioc-xml': biocXmlFormat,
  'label-studio': labelStudioFormat,
  pubtator: pubtatorFormat,
  gate: gateFormat,
  opus: opusFormat,
  tmx: tmxFormat,
  mediawiki: mediawikiFormat,
  docx: docxFormat,
  html: htmlFormat,
  pdf: pdfFormat,
  rtf: rtfFormat,
  xlsx: xlsxFormat,
  text: textFormat,
  webannoTsv: webannoTsvFormat,
  xmi: xmiFormat,
} as const satisfies Record<string, DocumentFormat>;

export type DocumentFormatName = keyof typeof documentFormats;

/** Formats whose head fits, the best first; empty where none does. */
export function recogniseDocuments(
  head: InputHead,
): { readonly format: DocumentFormatName; readonly certainty: number }[] {
  const names = Object.keys(documentFormats) as DocumentFormatName[];
  return names
    .map((format) => ({ format, certainty: documentFormats[format].recognise(head) }))
    .filter(({ certainty }) => certainty > 0)
    .sort((a, b) => b.certainty - a.certainty);
}
