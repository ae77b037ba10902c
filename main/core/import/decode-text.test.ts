import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, encoding: 'le' | 'be'): Uint8Array => {
  const bytes = new Uint8Array(Buffer.from(text, 'utf16le'));
  return encoding === 'le' ? bytes : new Uint8Array(Buffer.from(bytes).swap16());
};
const note =
  'Patiënt met koorts, ondanks behandeling; pacientă cu febră.\r\nControle over 2 weken.\n';

describe('the encoding of a file', () => {
  it('is UTF-8 when the bytes are valid, and line endings stay', () => {
    const { text, encoding, problems } = decodeText(encode(note), 'a.txt');
    expect({ text, encoding, problems }).toEqual({ text: note, encoding: 'utf-8', problems: [] });
  });

  it('is told by a byte order mark, which is no part of the text', () => {
    const cases = [
      ['utf-8', Uint8Array.of(0xef, 0xbb, 0xbf, ...encode(note))],
      ['utf-16le', Uint8Array.of(0xff, 0xfe, ...utf16(note, 'le'))],
      ['utf-16be', Uint8Array.of(0xfe, 0xff, ...utf16(note, 'be'))],
    ] as const;
    for (const [expected, bytes] of cases) {
      const decoded = decodeText(bytes, 'a.txt');
      expect(decoded).toEqual({
        text: note,
        encoding: expected,
        hasByteOrderMark: true,
        problems: [],
      });
    }
  });

  it('is UTF-16 without a mark when every other byte is zero', () => {
    expect(decodeText(utf16(note, 'le'), 'a').encoding).toBe('utf-16le');
    expect(decodeText(utf16(note, 'be'), 'a')).toMatchObject({ text: note, encoding: 'utf-16be' });
  });

  it('is Windows-1252 otherwise, and the guess is reported once', () => {
    // Python: bytes(range(0x80, 0xa0)).decode('cp1252', 'replace'), the five holes as in browsers.
    const upper = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index);
    const long = Uint8Array.from({ length: 3200 }, (_, index) => 0x80 + (index % 32));
    expect(decodeText(bytes, 'a', 'windows-1252')).toMatchObject({ text: upper, problems: [] });
    expect(decodeText(long, 'a', 'windows-1252').text).toBe(upper.repeat(100));
    const guessed = decodeText(new Uint8Array(Buffer.from('naïve patiënt', 'latin1')), 'a');
    expect(guessed.text).toBe('naïve patiënt');
    expect(guessed.problems.map((problem) => problem.rule)).toEqual(['file-encoding-guessed']);
  });

  it('stays UTF-8 when a few bytes of it are broken, and says where the first is', () => {
    const bytes = Uint8Array.of(...encode(note.repeat(3)), 0xe9, 0x20, 0x0a);
    const { text, encoding, problems } = decodeText(bytes, 'a.txt');
    expect(text).toBe(`${note.repeat(3)}\ufffd \n`);
    expect(encoding).toBe('utf-8');
    expect(problems).toMatchObject([{ line: 7, rule: 'file-invalid-bytes', action: 'repaired' }]);
  });

  it('can be given, for Romanian text from older programs', () => {
    // Python: 'ţară bună'.encode('cp1250')
    const bytes = Uint8Array.of(0xfe, 0x61, 0x72, 0xe3, 0x20, 0x62, 0x75, 0x6e, 0xe3);
    expect(decodeText(bytes, 'a', 'windows-1250').text).toBe('ţară bună');
  });

  it('is none for PDF, Office and other binary files', () => {
    for (const bytes of [encode('%PDF-1.7 …'), encode('PK\u0003\u0004 …'), new Uint8Array(500)]) {
      const { text, problems } = decodeText(bytes, 'a');
      expect(text).toBe('');
      expect(problems).toMatchObject([{ rule: 'file-not-text', action: 'left-out' }]);
    }
  });

  it('gives any Unicode text back from UTF-8 and marked UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const kept = text.replace(/^\ufeff+/, '');
        const marked = Uint8Array.of(0xff, 0xfe, ...utf16(kept, 'le'));
        expect(decodeText(marked, 'a').text).toBe(kept);
        expect(decodeText(encode(kept), 'a', 'utf-8').text).toBe(kept);
      }),
    );
  });
});
