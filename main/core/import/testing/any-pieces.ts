import fc from 'fast-check';
import type { ImportResult } from '#core/domain/import-report.ts';
import { createTextExaminer } from '#core/import/examine-text.ts';
import type { PieceReader, SourceText } from '#core/import/piece-reader.ts';
import type { TextEncoding } from '#core/import/text-encoding.ts';

/** What breaks readers: all line endings, quotes, separators, blanks, halves of characters. */
const part = fc.constantFrom(
  ...['a', 'é', '😀', '\u2028', '\ufffd', '\ufeff', '\n', '\n', '\r', '\r\n', '\n\n', ' ', '\t'],
  ...['"', '"', '""', ',', ',', ';', 'text', 'a,b', 'text,b\n', 'sep=;\n', '\u0000', '\ud83d'],
);
export const anyText = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));

/** UTF-16 with any halves of pairs in it. */
const encodeUtf16 = (text: string, isLittleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * text.length));
  for (let at = 0; at < text.length; at++) {
    view.setUint16(2 * at, text.charCodeAt(at), isLittleEndian);
  }
  return new Uint8Array(view.buffer);
};
const sound = fc.oneof(
  anyText.map((text) => new TextEncoder().encode(text)),
  anyText.map((text) => Uint8Array.from(text, (character) => character.charCodeAt(0))),
  anyText.map((text) => encodeUtf16(text, true)),
  anyText.map((text) => encodeUtf16(text, false)),
);
const mark = fc.constantFrom([], [], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]);
const noise = fc.uint8Array({ maxLength: 4 });

/** Text in every encoding, with and without marks, some of it with broken bytes in it. */
export const anyTextBytes = fc.oneof(
  fc.tuple(mark, sound).map(([start, bytes]) => Uint8Array.of(...start, ...bytes)),
  fc
    .tuple(mark, sound, noise, fc.nat(60))
    .map(([start, bytes, broken, at]) =>
      Uint8Array.of(...start, ...bytes.subarray(0, at), ...broken, ...bytes.subarray(at)),
    ),
  fc.uint8Array({ maxLength: 100 }),
);

/** The lengths of pieces, used again and again. */
export const pieceLengths = fc.oneof(
  fc.constant([1]),
  fc.array(fc.integer({ min: 1, max: 64 }), { minLength: 1, maxLength: 5 }),
);

export function cutInto(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += pieces[pieces.length - 1].length) {
    pieces.push(bytes.subarray(at, at + lengths[pieces.length % lengths.length]));
  }
  return pieces;
}

/** Examines and reads a file in pieces, each of which is overwritten when it was read. */
export function readInPieces<Item>(
  bytes: Uint8Array,
  source: { file: string; encoding?: TextEncoding; lengths: readonly number[] },
  createReader: (source: SourceText) => PieceReader<Item>,
): ImportResult<Item> {
  const pieces = cutInto(bytes, source.lengths);
  const passing = <Result>(piece: Uint8Array, pass: (bytes: Uint8Array) => Result): Result => {
    const copy = piece.slice();
    const result = pass(copy);
    copy.fill(0xff);
    return result;
  };
  const examiner = createTextExaminer(source.file, source.encoding);
  for (const piece of pieces) {
    passing(piece, (copy) => {
      examiner.add(copy);
    });
  }
  const reader = createReader({ file: source.file, examined: examiner.finish() });
  const results = [
    ...pieces.map((piece) => passing(piece, (copy) => reader.read(copy))),
    reader.finish(),
  ];
  return {
    items: results.flatMap(({ items }) => items),
    problems: results.flatMap(({ problems }) => problems),
  };
}
