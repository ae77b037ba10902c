import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPieceDecoder } from './decode-pieces.ts';
import { createTextExaminer, type ExaminedText } from './examine-text.ts';
import { anyTextBytes, cutInto, pieceLengths } from './testing/any-pieces.ts';
import { textEncodings } from './text-encoding.ts';

const encoding = fc.constantFrom(...textEncodings);

function examine(pieces: readonly Uint8Array[], given?: ExaminedText['encoding']): ExaminedText {
  const examiner = createTextExaminer('a', given ?? undefined);
  for (const piece of pieces) {
    const bytes = piece.slice();
    examiner.add(bytes);
    bytes.fill(0xff);
  }
  return examiner.finish();
}

describe('text that comes in pieces', () => {
  it('is decoded as TextDecoder decodes the whole, wherever it is cut', () => {
    fc.assert(
      fc.property(anyTextBytes, encoding, pieceLengths, (bytes, by, lengths) => {
        const decoder = createPieceDecoder(by);
        const texts = cutInto(bytes, lengths).map((piece) => {
          const passing = piece.slice();
          const text = decoder.decode(passing);
          passing.fill(0xff);
          return text;
        });
        expect([...texts, decoder.finish()].join('')).toBe(new TextDecoder(by).decode(bytes));
        let isValid = true;
        try {
          new TextDecoder(by, { fatal: true }).decode(bytes);
        } catch {
          isValid = false;
        }
        expect(decoder.replaced).toBe(!isValid);
      }),
      { numRuns: 2000 },
    );
  });

  it('is examined as the whole is, wherever it is cut', () => {
    fc.assert(
      fc.property(anyTextBytes, fc.option(encoding), pieceLengths, (bytes, given, lengths) => {
        expect(examine(cutInto(bytes, lengths), given)).toEqual(examine([bytes], given));
      }),
      { numRuns: 2000 },
    );
  });

  it('is measured without the second half of CRLF and without its mark', () => {
    fc.assert(
      fc.property(anyTextBytes, fc.option(encoding), pieceLengths, (bytes, given, lengths) => {
        const examined = examine(cutInto(bytes, lengths), given);
        if (examined.encoding === null) return;
        const text = new TextDecoder(examined.encoding).decode(bytes.subarray(examined.markLength));
        expect(examined.textLength).toBe(text.replaceAll('\r\n', '\n').length);
        const replaced = examined.problems.find(({ rule }) => rule === 'file-invalid-bytes');
        const before = text.slice(0, text.indexOf('\ufffd'));
        if (replaced) expect(replaced.line).toBe(before.split(/\r\n|[\n\r]/).length);
      }),
      { numRuns: 2000 },
    );
  });

  it('is examined across the end of the sample, where UTF-8 is told from Windows-1252', () => {
    const bytes = new Uint8Array(Buffer.from(`${'a'.repeat(4095)}éé\n${'é'.repeat(3000)}`));
    const broken = Uint8Array.of(...bytes, ...new Array<number>(4000).fill(0xe9));
    for (const size of [1, 63, 4096, 4097]) {
      const pieces = (from: Uint8Array) => cutInto(from, [size]);
      expect(examine(pieces(bytes))).toMatchObject({ encoding: 'utf-8', problems: [] });
      const problems = [{ rule: 'file-encoding-guessed' }];
      expect(examine(pieces(broken))).toMatchObject({ encoding: 'windows-1252', problems });
    }
  });
});
