import type { ImportProblem, ImportResult } from '#core/domain/import-report.ts';
import type { TextDocument } from '#core/domain/text.ts';
import { createTextPieces, type PieceReader, readAtOnce, type SourceText } from './piece-reader.ts';
import { type ForeignFormat, markupPage } from './recognise-format.ts';
import { type TextUnit, unitSplitters } from './split-documents.ts';
import type { TextEncoding } from './text-encoding.ts';

interface PlainTextUnits {
  /** What one document is: the whole file, each line, or each block between blank lines. */
  readonly unit: keyof typeof unitSplitters;
  /** In UTF-16 units; for tests. */
  readonly longestDocument?: number;
}

export interface PlainTextOptions extends PlainTextUnits {
  readonly encoding?: TextEncoding;
}

/** The longest string of V8, in UTF-16 units. */
const longestString = 2 ** 29 - 24;

/**
 * Reads unlabelled text piece by piece. A document's id is the file name, followed by ":line" where
 * a file holds several. Line endings become LF; blank lines make no document. No more than a piece
 * and a document that it does not complete is held.
 */
export function createPlainTextReader(
  { file, examined }: SourceText,
  { unit, longestDocument = longestString }: PlainTextUnits,
): PieceReader<TextDocument> {
  const pieces = createTextPieces(examined);
  const splitter = unitSplitters[unit](longestDocument, examined.textLength);
  const { format } = examined;
  const isRefused = isForeign(format, unit);
  let unsaid = isRefused ? [...examined.problems, refuse(format, file)] : examined.problems;
  let isAccountedFor = false;

  function toResult(units: readonly TextUnit[]) {
    const items: TextDocument[] = [];
    const problems: ImportProblem[] = [...unsaid];
    unsaid = [];
    for (const { line, text } of units) {
      if (text === null) {
        const detail = `The document has more than ${longestDocument.toLocaleString('en')} characters: divide the file, or name a smaller "unit" in the plan.`;
        problems.push({ file, line, rule: 'document-too-long', action: 'left-out', detail });
      } else if (text.trim() !== '' && !isRefused) {
        items.push({ id: unit === 'file' ? file : `${file}:${line}`, source: file, text });
      }
    }
    isAccountedFor ||= items.length > 0 || problems.some(({ action }) => action === 'left-out');
    return { items, problems };
  }

  return {
    read: (piece) => toResult(splitter.push(pieces.read(piece))),
    finish() {
      const last = [...splitter.push(pieces.finish()), ...splitter.finish()];
      const { items, problems } = toResult(last);
      if (isAccountedFor) return { items, problems };
      const detail = 'The file holds nothing but blank lines.';
      problems.push({ file, line: 1, rule: 'file-empty', action: 'left-out', detail });
      return { items, problems };
    },
  };
}

/** Text in a format of its own is nothing to train on; whole pages of markup are cleaned of it. */
export function isForeign(
  format: ForeignFormat | null,
  unit: PlainTextUnits['unit'],
): format is ForeignFormat {
  return format !== null && !(format === markupPage && unit === 'file');
}

function refuse({ name, remedy }: ForeignFormat, file: string): ImportProblem {
  const detail = `The file is ${name}, not plain text. ${remedy}`;
  return { file, line: 1, rule: 'file-other-format', action: 'left-out', detail };
}

/** Reads unlabelled text whose bytes are all at hand, as `createPlainTextReader` does. */
export function readPlainText(
  bytes: Uint8Array,
  file: string,
  { encoding, ...units }: PlainTextOptions,
): ImportResult<TextDocument> {
  const source = { file, ...(encoding === undefined ? {} : { encoding }) };
  return readAtOnce(bytes, source, (examined) => createPlainTextReader(examined, units));
}
