import type { ImportResult } from '#core/domain/import-report.ts';
import { createPieceDecoder } from './decode-pieces.ts';
import { createTextExaminer, type ExaminedText } from './examine-text.ts';
import { createLineEndings, type LineEndings } from './split-lines.ts';
import type { TextEncoding } from './text-encoding.ts';

/** Reads a file that comes in pieces, cut anywhere. Never throws on any bytes. */
export interface PieceReader<Item> {
  /** What the piece completes; its bytes may be overwritten afterwards. */
  read(piece: Uint8Array): ImportResult<Item>;
  /** What the end of the file completes. */
  finish(): ImportResult<Item>;
}

/** A file in its second pass. */
export interface SourceText {
  /** As reports show it. */
  readonly file: string;
  readonly examined: ExaminedText;
}

/**
 * The text of a file that comes in pieces: without a byte order mark, line endings as LF unless
 * others are given.
 */
export function createTextPieces(
  { encoding, markLength }: Pick<ExaminedText, 'encoding' | 'markLength'>,
  endings: LineEndings = createLineEndings(),
) {
  const decoder = encoding === null ? null : createPieceDecoder(encoding);
  let markLeft = markLength;
  return {
    read(piece: Uint8Array): string {
      const bytes = piece.subarray(markLeft);
      markLeft -= piece.length - bytes.length;
      return decoder === null ? '' : endings.push(decoder.decode(bytes));
    },
    finish(): string {
      return decoder === null ? '' : endings.push(decoder.finish()) + endings.finish();
    },
  };
}

/** Examines and reads a file whose bytes are all at hand. */
export function readAtOnce<Item>(
  bytes: Uint8Array,
  source: { readonly file: string; readonly encoding?: TextEncoding },
  createReader: (source: SourceText) => PieceReader<Item>,
): ImportResult<Item> {
  const examiner = createTextExaminer(source.file, source.encoding);
  examiner.add(bytes);
  const reader = createReader({ file: source.file, examined: examiner.finish() });
  const [most, last] = [reader.read(bytes), reader.finish()];
  return {
    items: [...most.items, ...last.items],
    problems: [...most.problems, ...last.problems],
  };
}
