import { existsSync, readFileSync } from 'node:fs';
import { Tokenizer as LibraryTokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTokenizer } from './open-tokenizer.ts';
import type { Tokenizer } from './tokenizer.ts';

const anyText = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...[
          'the',
          ' the',
          ' patient',
          "'s",
          " don't",
          ' 38',
          '.5',
          ' ',
          '  ',
          '\n',
          '\t',
          '\u00A0',
        ],
        ...[
          'é',
          'e\u0301',
          'ș',
          '한',
          '생',
          '😀',
          '\uD83D',
          '☃',
          '☃☃',
          '<mask>',
          '</s>',
          ' <mask>',
        ],
        ...['a', 'b', 'c', 'ab', 'bc', 'abc', ' abc', '▁', 'ﬁ', '½', '\u200B'],
      ),
    )
    .map((units) => units.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

function idsOfLibrary(tokenizer: Tokenizer): (text: string) => number[] {
  const files = tokenizer.toFiles();
  const library = new LibraryTokenizer(
    JSON.parse(files['tokenizer.json']) as object,
    JSON.parse(files['tokenizer_config.json']) as object,
  );
  return (text) => library.encode(text, { add_special_tokens: false }).ids;
}

function expectLibrarysIds(tokenizer: Tokenizer): void {
  const expected = idsOfLibrary(tokenizer);
  fc.assert(
    fc.property(anyText, (text) => {
      const { ids, starts, ends } = tokenizer.encode(text);
      expect([...ids]).toEqual(expected(text));
      ids.forEach((_, token) => {
        expect(starts[token]).toBeGreaterThanOrEqual(token === 0 ? 0 : starts[token - 1]);
        expect(ends[token]).toBeGreaterThanOrEqual(starts[token]);
        expect(ends[token]).toBeLessThanOrEqual(text.length);
      });
    }),
    { numRuns: 1500, seed: 6 },
  );
}

const spans = (tokenizer: Tokenizer, text: string) => {
  const { ids, starts, ends } = tokenizer.encode(text);
  return [...ids].map((id, token) => [
    tokenizer.tokenOf(id),
    text.slice(starts[token], ends[token]),
  ]);
};

const special = ['<s>', '<pad>', '</s>', '<unk>', '<mask>'];
const specialTokens = special.map((content, id) => ({ id, content, special: true }));

function unigram(parts: object, configuration: object = {}): Tokenizer {
  const pieces: [string, number][] = [
    ...special.map((token): [string, number] => [token, 0]),
    ...Array.from('▁abctheé').map((token, rank): [string, number] => [token, -8 - rank / 10]),
    ...['ab', 'bc', 'abc', '▁abc', '▁the', '▁ab', '▁c'].map((token, rank): [string, number] => [
      token,
      -4.1 - rank / 7,
    ]),
  ];
  return openTokenizer({
    'tokenizer.json': JSON.stringify({
      added_tokens: specialTokens,
      normalizer: null,
      pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always' },
      model: { type: 'Unigram', unk_id: 3, vocab: pieces },
      ...parts,
    }),
    'tokenizer_config.json': JSON.stringify(configuration),
  });
}

describe('a Unigram tokenizer', () => {
  test.each([
    {},
    { pre_tokenizer: { type: 'Metaspace', prepend_scheme: 'first' } },
    { pre_tokenizer: { type: 'Metaspace', prepend_scheme: 'never' } },
    {
      normalizer: {
        type: 'Sequence',
        normalizers: [
          { type: 'NFKC' },
          { type: 'Replace', pattern: { Regex: ' {2,}' }, content: ' ' },
        ],
      },
      pre_tokenizer: {
        type: 'Sequence',
        pretokenizers: [{ type: 'WhitespaceSplit' }, { type: 'Metaspace' }],
      },
    },
  ])('gives the library’s ids: %j', (parts) => {
    expectLibrarysIds(unigram(parts));
  });

  test('does not take the steps that only tokenizers of other families have', () => {
    const others = unigram({}, { remove_space: true, do_lowercase_and_remove_accent: true });
    expectLibrarysIds(others);
    expect(others.fingerprint).toBe(unigram({}).fingerprint);
  });

  test('spans words without the space mark, and runs of unknown characters as one', () => {
    expect(spans(unigram({}), 'abc the☃☃é')).toEqual([
      ['▁abc', 'abc'],
      ['▁the', 'the'],
      ['<unk>', '☃☃'],
      ['é', 'é'],
    ]);
  });
});

test('unknown characters of two words stay two tokens', () => {
  const tokenizer = unigram({ pre_tokenizer: { type: 'Metaspace', prepend_scheme: 'never' } });
  const words = [
    { start: 0, end: 1 },
    { start: 1, end: 3 },
  ];
  const { encoding, firstPieceOfWord } = tokenizer.encodeWords('☃☃☃', words);
  expect([...encoding.ids]).toEqual([3, 3]);
  expect([...firstPieceOfWord]).toEqual([0, 1]);
});

describe('a BPE tokenizer with bytes as a fallback', () => {
  test('gives the library’s ids', () => {
    const bytes = Array.from(
      { length: 256 },
      (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`,
    );
    const tokens = [...special, ...bytes, '▁', 'a', 'b', 'c', 'ab', 'abc', '▁abc'];
    expectLibrarysIds(
      openTokenizer({
        'tokenizer.json': JSON.stringify({
          added_tokens: specialTokens,
          normalizer: {
            type: 'Sequence',
            normalizers: [
              { type: 'Prepend', prepend: '▁' },
              { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
            ],
          },
          model: {
            type: 'BPE',
            unk_token: '<unk>',
            fuse_unk: true,
            byte_fallback: true,
            vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
            merges: ['a b', 'ab c', '▁ abc'],
          },
        }),
      }),
    );
  });
});

const roberta = '../shared/data/vocab/roberta/';
const isThere = existsSync(roberta);
describe.skipIf(!isThere)(`RoBERTa’s byte-level BPE (skipped where ${roberta} is absent)`, () => {
  const read = (name: string) => (isThere ? readFileSync(roberta + name, 'utf8') : '{}');
  const open = (configuration: object) =>
    openTokenizer({
      'vocab.json': read('vocab.json'),
      'merges.txt': read('merges.txt'),
      'tokenizer_config.json': JSON.stringify(configuration),
    });

  test.runIf(isThere).each([false, true])('gives the library’s ids, prefix space %s', (prefix) => {
    expectLibrarysIds(open({ add_prefix_space: prefix }));
  });

  test('spans words without the space before them', () => {
    expect(spans(open({}), 'The patient’s fever  is 38,5 °C')).toEqual([
      ['The', 'The'],
      ['Ġpatient', 'patient'],
      ['âĢ', '’'],
      ['Ļ', '’'],
      ['s', 's'],
      ['Ġfever', 'fever'],
      ['Ġ', ' '],
      ['Ġis', 'is'],
      ['Ġ38', '38'],
      [',', ','],
      ['5', '5'],
      ['ĠÂ°', '°'],
      ['C', 'C'],
    ]);
  });

  test('encodes words as they stand in their text, with the space before them', () => {
    const tokenizer = open({});
    const text = 'no fever today.';
    const words = [
      { start: 0, end: 2 },
      { start: 3, end: 8 },
      { start: 9, end: 14 },
      { start: 14, end: 15 },
    ];
    const { encoding, firstPieceOfWord } = tokenizer.encodeWords(text, words);
    expect(encoding).toEqual(tokenizer.encode(text));
    expect([...firstPieceOfWord]).toEqual([0, 1, 2, 3]);
  });

  test('is the same tokenizer when opened from the files it writes', () => {
    const tokenizer = open({});
    const files = tokenizer.toFiles();
    expect(openTokenizer(files).fingerprint).toBe(tokenizer.fingerprint);
    const old = Object.fromEntries(
      Object.entries(files).filter(([name]) => name !== 'tokenizer.json'),
    );
    expect(openTokenizer(old).fingerprint).toBe(tokenizer.fingerprint);
  });
});
