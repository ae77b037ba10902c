import { existsSync, readFileSync } from 'node:fs';
import { Tokenizer as LibraryTokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignUnchanged } from './aligned-text.ts';
import { createBertNormaliser, type BertNormaliserSettings } from './normalise/bert.ts';
import { openTokenizer } from './open-tokenizer.ts';
import type { Encoding, Tokenizer } from './tokenizer.ts';

/** Texts made of what is hard: marks, spaces of all kinds, controls, halves of pairs, big scripts. */
const hardUnits = [
  ...['a', 'b', 'A', 'B', 'é', 'É', 'e\u0301', 'Σ', 'ΑΣ', 'ς', 'İ', 'ß', 'ŉ', 'fiebre', 'Fiebra'],
  ...[' ', '\t', '\n', '\r', '\u00A0', '\u2009', '\u3000', '\u2028', '\u000B', '\u000C', '\u0085'],
  ...[
    '\0',
    '\uFFFD',
    '\u200B',
    '\u00AD',
    '\uFEFF',
    '\uE000',
    '\u007F',
    '\u0300',
    '\u0301',
    '\u0323',
  ],
  ...[
    '\u302E',
    '\u{1D165}',
    '\u{1D16D}',
    '\u0344',
    '\u1B44',
    'ि',
    'क',
    '生',
    '豈',
    '\u{20000}',
    '한',
  ],
  ...['ᄒ', 'ᅡ', 'ᆫ', '😀', '\uD83D', '\uDE00', '\u{E0001}', '-', '.', '$', '¿', '…', '\u{10100}'],
  ...['[MASK]', '[PAD]', '[', ']', 'MASK', '##a', '\u212B', '\u2126', 'ﬁ', '½'],
];
/** Every hard character as beginning and as continuation, and a few longer pieces. */
const characters = new Set(
  hardUnits
    .flatMap((unit) => [unit, unit.toLowerCase(), unit.toLowerCase().normalize('NFD')])
    .flatMap((text) => Array.from(text))
    .filter((character) => !/[\s\p{Cs}]/u.test(character)),
);
const pieces = [
  ...['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'],
  ...['ab', '##ab', 'fiebre', '##bra', 'fie', 'e\u0301', '##e\u0301', 'ᄒ\u1161', '##😀😀'],
  ...characters,
  ...[...characters].map((character) => `##${character}`),
];
const vocabularyText = pieces.join('\n');

const anyText = fc.oneof(
  fc.array(fc.constantFrom(...hardUnits), { maxLength: 30 }).map((units) => units.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.uint16Array({ maxLength: 20 }).map((units) => String.fromCharCode(...units)),
);

function bertTokenizer(configuration: object): Tokenizer {
  return openTokenizer({
    'vocab.txt': vocabularyText,
    'tokenizer_config.json': JSON.stringify(configuration),
  });
}

function libraryOf(tokenizer: Tokenizer): LibraryTokenizer {
  const files = tokenizer.toFiles();
  return new LibraryTokenizer(
    JSON.parse(files['tokenizer.json']) as object,
    JSON.parse(files['tokenizer_config.json']) as object,
  );
}

function expectOrderedSpans(text: string, { ids, starts, ends }: Encoding): void {
  expect(starts).toHaveLength(ids.length);
  expect(ends).toHaveLength(ids.length);
  for (let token = 0; token < ids.length; token++) {
    expect(starts[token]).toBeGreaterThanOrEqual(token === 0 ? 0 : starts[token - 1]);
    expect(ends[token]).toBeGreaterThan(starts[token]);
    expect(ends[token]).toBeGreaterThanOrEqual(token === 0 ? 0 : ends[token - 1]);
    expect(ends[token]).toBeLessThanOrEqual(text.length);
  }
}

const kinds: Record<string, { configuration: object; normaliser: BertNormaliserSettings }> = {
  cased: {
    configuration: { do_lower_case: false },
    normaliser: { clean_text: true, handle_chinese_chars: true },
  },
  uncased: {
    configuration: { do_lower_case: true },
    normaliser: { clean_text: true, handle_chinese_chars: true, lowercase: true },
  },
  'uncased with accents': {
    configuration: { do_lower_case: true, strip_accents: false },
    normaliser: {
      clean_text: true,
      handle_chinese_chars: true,
      lowercase: true,
      strip_accents: false,
    },
  },
  'cased without accents, Chinese together': {
    configuration: { do_lower_case: false, strip_accents: true, tokenize_chinese_chars: false },
    normaliser: { clean_text: true, strip_accents: true },
  },
};

describe.each(Object.entries(kinds))('a %s BERT tokenizer', (_name, kind) => {
  const tokenizer = bertTokenizer(kind.configuration);
  const library = libraryOf(tokenizer);
  const normalise = createBertNormaliser(kind.normaliser);
  const normalised = (text: string) => normalise(alignUnchanged(text, 0)).text.replaceAll(' ', '');

  test('gives the ids that the library gives for the whole text, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const expected = library.encode(text, { add_special_tokens: false }).ids;
        expect([...tokenizer.encode(text).ids]).toEqual(expected);
      }),
      { numRuns: 1500, seed: 1 },
    );
  });

  test('gives spans that never run backwards and stay inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expectOrderedSpans(text, tokenizer.encode(text));
      }),
      { numRuns: 1500, seed: 2 },
    );
  });

  test('gives each token the characters that, normalised, spell it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { ids, starts, ends } = tokenizer.encode(text);
        ids.forEach((id, token) => {
          const span = text.slice(starts[token], ends[token]);
          if (id === tokenizer.special.unknown || tokenizer.specialIds.has(id)) return;
          const spelling = tokenizer.tokenOf(id).replace(/^##/, '');
          // Two tokens share a character that was cut in two: Hangul, or i with its dot above.
          const shares =
            (token > 0 && starts[token] < ends[token - 1]) ||
            (token + 1 < ids.length && starts[token + 1] < ends[token]);
          // A final sigma depends on what follows, which the span by itself does not show.
          const sigma = (value: string) => value.replaceAll('ς', 'σ');
          if (shares) expect(sigma(normalised(span))).toContain(sigma(spelling));
          else expect(sigma(normalised(span))).toBe(sigma(spelling));
        });
      }),
      { numRuns: 1500, seed: 3 },
    );
  });
});

describe('spans', () => {
  const tokenizer = bertTokenizer({ do_lower_case: true });
  const spans = (text: string) => {
    const { ids, starts, ends } = tokenizer.encode(text);
    return [...ids].map((id, token) => [
      tokenizer.tokenOf(id),
      text.slice(starts[token], ends[token]),
    ]);
  };

  test('cover a letter together with the combining mark that was stripped from it', () => {
    expect(spans('e\u0301a')).toEqual([
      ['e', 'e\u0301'],
      ['##a', 'a'],
    ]);
  });

  test('skip control characters between words but span those inside a token', () => {
    expect(spans('\u200Ba\u00ADb\u200B .')).toEqual([
      ['ab', 'a\u00ADb'],
      ['.', '.'],
    ]);
  });

  test('give both tokens the character that was cut in two', () => {
    expect(spans('İ')).toEqual([['i', 'İ']]);
    expect(spans('한')).toEqual([
      ['ᄒ\u1161', '한'],
      ['##ᆫ', '한'],
    ]);
  });

  test('of an unknown word are the word, of a word of more than 100 characters too', () => {
    const long = 'a'.repeat(101);
    expect(spans(`xyz ${long}`)).toEqual([
      ['[UNK]', 'xyz'],
      ['[UNK]', long],
    ]);
    expect(spans(long.slice(1))[0]).toEqual(['a', 'a']);
  });

  test('of a special token that stands in the text are its spelling', () => {
    expect(spans('a[MASK]b')).toEqual([
      ['a', 'a'],
      ['[MASK]', '[MASK]'],
      ['b', 'b'],
    ]);
  });
});

describe('texts without tokens', () => {
  test.each(['', ' ', '\n\t ', '\0', '\uD800', '\uDC00\uD800', '\u200B\uFFFD'])('%j', (text) => {
    const { ids, starts, ends } = bertTokenizer({ do_lower_case: false }).encode(text);
    expect([ids.length, starts.length, ends.length]).toEqual([0, 0, 0]);
  });
});

describe('encoding words', () => {
  const tokenizer = bertTokenizer({ do_lower_case: false });

  test('points to the first token of each word, and to none where a word gives none', () => {
    const text = 'ab \u200B fiebra.';
    const { encoding, firstPieceOfWord } = tokenizer.encodeWords(text, [
      { start: 0, end: 2 },
      { start: 3, end: 4 },
      { start: 5, end: 11 },
      { start: 11, end: 12 },
    ]);
    expect([...encoding.ids].map((id) => tokenizer.tokenOf(id))).toEqual([
      ...['ab', 'fie', '##bra', '.'],
    ]);
    expect([...firstPieceOfWord]).toEqual([0, -1, 1, 3]);
    expect([...encoding.starts]).toEqual([0, 5, 8, 11]);
    expect([...encoding.ends]).toEqual([2, 8, 11, 12]);
  });

  test('lets no token cross the border between two words that touch', () => {
    const { encoding, firstPieceOfWord } = tokenizer.encodeWords('ab', [
      { start: 0, end: 1 },
      { start: 1, end: 2 },
    ]);
    expect([...encoding.ids].map((id) => tokenizer.tokenOf(id))).toEqual(['a', 'b']);
    expect([...firstPieceOfWord]).toEqual([0, 1]);
  });

  test('gives the tokens of the whole text when the words are what stands between spaces', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = [...text.matchAll(/[^\t\n\r\p{Zs}\p{Zl}\p{Zp}]+/gu)].map(
          ({ 0: word, index }) => ({
            start: index,
            end: index + word.length,
          }),
        );
        expect(tokenizer.encodeWords(text, words).encoding).toEqual(tokenizer.encode(text));
      }),
      { numRuns: 1000, seed: 4 },
    );
  });
});

interface ReferenceCase {
  readonly name: string;
  readonly text: string;
  readonly ids: readonly number[];
}
const referenceFile = '../shared/data/reference/mbert_tokenization_cases.json';
const mbertFile = '../shared/data/vocab/mbert/vocab.txt';
const isThere = existsSync(referenceFile) && existsSync(mbertFile);

describe.skipIf(!isThere)(
  `mBERT (skipped where ${referenceFile} or ${mbertFile} is absent)`,
  () => {
    const cases = isThere
      ? (JSON.parse(readFileSync(referenceFile, 'utf8')) as ReferenceCase[])
      : [];
    const tokenizer = isThere
      ? openTokenizer({ 'vocab.txt': readFileSync(mbertFile, 'utf8') })
      : bertTokenizer({});

    test('has 119,547 tokens and is recognised as cased without being told', () => {
      expect(tokenizer.vocabularySize).toBe(119_547);
      expect(tokenizer.special).toEqual({
        padding: 0,
        unknown: 100,
        classification: 101,
        separator: 102,
        mask: 103,
      });
    });

    test('gives the reference ids in all 34 cases', () => {
      expect(cases).toHaveLength(34);
      for (const { name, text, ids } of cases) {
        const { classification, separator } = tokenizer.special;
        const actual = [classification, ...tokenizer.encode(text).ids, separator];
        expect([name, ...actual]).toEqual([name, ...ids]);
      }
    });
  },
);

const tinyBert = '../shared/data/tiny-bert/';
describe.skipIf(!existsSync(tinyBert))(`a checkpoint folder (skipped without ${tinyBert})`, () => {
  test('opens with its own tokenizer.json and gives the library’s ids', () => {
    const names = ['tokenizer.json', 'tokenizer_config.json', 'special_tokens_map.json'];
    const files = Object.fromEntries(
      names.map((name) => [name, readFileSync(tinyBert + name, 'utf8')]),
    );
    const tokenizer = openTokenizer(files);
    const text = 'The movie was great, 100% (a b c) [MASK].';
    const expected = libraryOf(tokenizer).encode(text, { add_special_tokens: false }).ids;
    expect([...tokenizer.encode(text).ids]).toEqual(expected);
    expect(tokenizer.vocabularySize).toBe(256);
  });
});
