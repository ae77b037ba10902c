import { writeReportFiles, type Typeset } from '#core/report/files/write-report-files.ts';
import { writeCsv } from '#core/report/write-csv.ts';
import { writeWorkbook } from '#core/export/workbook.ts';
import { zipPieces } from '#core/export/zip-pieces.ts';
import { catalogue } from '#core/wording/catalogue.ts';
import type { Language } from '#core/wording/language.ts';
import { encodePieces } from '../encode-pieces.ts';
import type { HandOut } from './hand-out.ts';
import { makeSheets, worklistColumns, worklistRows } from './hand-out-tables.ts';
import { writeFhirBundle } from './make-fhir-bundle.ts';
import { makeWorklistReport } from './make-worklist-report.ts';
import { writeNoteNlp, writeObservations, type FindEvidence } from './omop-rows.ts';

/** As what a worklist can leave. The list is closed. */
export const handOutFormats = ['fhir', 'omop', 'xlsx', 'csv', 'pdf', 'html'] as const;
export type HandOutFormat = (typeof handOutFormats)[number];

export interface HandOutEffects {
  /** Of what people read in it. */
  readonly language: Language;
  readonly findEvidence: FindEvidence;
  readonly typeset: Typeset;
}

type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

const writers: Readonly<
  Record<HandOutFormat, (handOut: HandOut, effects: HandOutEffects) => Chunks>
> = {
  fhir: (handOut, { language }) =>
    encodePieces(writeFhirBundle(handOut, catalogue[language].handingOut)),
  omop: (handOut, { findEvidence }) =>
    zipPieces([
      ['NOTE_NLP.csv', writeNoteNlp(handOut, findEvidence)],
      ['OBSERVATION.csv', writeObservations(handOut)],
    ]),
  xlsx: (handOut) => writeWorkbook(makeSheets(handOut)),
  csv: (handOut) => encodePieces(writeWorklistCsv(handOut)),
  pdf: writePaper('pdf'),
  html: writePaper('html'),
};

/** The bytes of a hand-out, piece by piece: memory does not grow with its patients, but of paper. */
export function writeHandOut(
  handOut: HandOut,
  format: HandOutFormat,
  effects: HandOutEffects,
): Chunks {
  return writers[format](handOut, effects);
}

function* writeWorklistCsv(handOut: HandOut): Generator<string> {
  yield writeCsv([worklistColumns]);
  for (const row of worklistRows(handOut)) yield writeCsv([row]);
}

function writePaper(format: 'pdf' | 'html') {
  return async function* (handOut: HandOut, { language, typeset }: HandOutEffects) {
    const report = makeWorklistReport(handOut, language);
    for (const { bytes } of await writeReportFiles(report, format, typeset)) yield bytes;
  };
}
