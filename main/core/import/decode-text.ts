import type { ImportProblem } from '#core/domain/import-report.ts';
import { createPieceDecoder } from './decode-pieces.ts';
import { createTextExaminer } from './examine-text.ts';
import type { TextEncoding } from './text-encoding.ts';

export interface DecodedText {
  /** Without a byte order mark; line endings as in the file. Empty when the file is no text. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Whether the file began with a byte order mark: some tools count it as a character. */
  readonly hasByteOrderMark: boolean;
  /** At most one per rule; empty for a clean file in Unicode or in the encoding given. */
  readonly problems: readonly ImportProblem[];
}

/**
 * A text is examined in pieces, so that it is not in memory more than once. What is decoded of one
 * stays below what V8 counts as a large object: those outlive their use, and the heap grows by half the file.
 */
const pieceBytes = 1 << 15;

/** Bytes that are all at hand, as they come from a file. */
export function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

/** Turns the bytes of a text file into a string, as `createTextExaminer` decides. Never throws. */
export function decodeText(
  bytes: Uint8Array,
  file: string,
  givenEncoding?: TextEncoding,
): DecodedText {
  const examiner = createTextExaminer(file, givenEncoding);
  for (const piece of piecesOf(bytes)) examiner.add(piece);
  const { encoding, markLength, problems } = examiner.finish();
  const hasByteOrderMark = markLength > 0;
  if (encoding === null) return { text: '', encoding: 'utf-8', hasByteOrderMark, problems };
  const decoder = createPieceDecoder(encoding);
  const text = decoder.decode(bytes.subarray(markLength)) + decoder.finish();
  return { text, encoding, hasByteOrderMark, problems };
}
