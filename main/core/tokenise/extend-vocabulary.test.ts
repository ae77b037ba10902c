import { existsSync, readFileSync } from 'node:fs';
import { Tokenizer as LibraryTokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { extendVocabulary } from './extend-vocabulary.ts';
import { openTokenizer } from './open-tokenizer.ts';
import type { Tokenizer } from './tokenizer.ts';
import { trainByteLevelBpe } from './train-byte-level-bpe.ts';
import { trainWordPiece } from './train-wordpiece.ts';

type Files = Readonly<Record<string, string>>;

const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
const wordPiece = (...pieces: string[]): Files => ({
  'vocab.txt': [...special, ...pieces].join('\n'),
});
const options = { tokenCount: 10, minFrequency: 1 };

function encodeAll(tokenizer: Tokenizer, lines: readonly string[]): number[][] {
  return lines.map((line) => [...tokenizer.encode(line).ids]);
}

function countAll(tokenizer: Tokenizer, lines: readonly string[]): number {
  return encodeAll(tokenizer, lines).flat().length;
}

function tokensOf(tokenizer: Tokenizer, line: string): string[] {
  return [...tokenizer.encode(line).ids].map((id) => tokenizer.tokenOf(id));
}

function libraryOf(tokenizer: Tokenizer): LibraryTokenizer {
  const files = tokenizer.toFiles();
  return new LibraryTokenizer(
    JSON.parse(files['tokenizer.json']) as object,
    JSON.parse(files['tokenizer_config.json']) as object,
  );
}

const failure = (files: Files, lines: readonly string[], changes: object = {}) => {
  try {
    extendVocabulary(files, lines, { ...options, ...changes });
  } catch (error) {
    return error;
  }
  throw new Error('the vocabulary was extended');
};

/** Null where no word would save anything. */
function extendWherePossible(files: Files, lines: readonly string[], tokenCount: number) {
  try {
    return extendVocabulary(files, lines, { tokenCount, minFrequency: 1 });
  } catch (error) {
    if (isAnamnesisError(error, 'tokenise.nothing-to-add')) return null;
    throw error;
  }
}

describe('extending a WordPiece vocabulary', () => {
  const files = wordPiece('t', '##o', '##s', 'to', 'fie', '##bre', 'alta', 'x', '##x');

  test('adds the words that save the most tokens, with the pieces that they were cut into', () => {
    const lines = ['fiebre tos tos tos alta', 'fiebre alta fiebre fiebre'];
    const { tokenizer, added } = extendVocabulary(files, lines, options);
    expect(added.map(({ id }) => tokenizer.tokenOf(id))).toEqual(['fiebre', 'tos']);
    expect(added).toEqual([
      { id: 14, pieces: [9, 10] },
      { id: 15, pieces: [8, 7] },
    ]);
    expect(tokensOf(tokenizer, 'tos fiebre alta to fie')).toEqual([
      'tos',
      'fiebre',
      'alta',
      'to',
      'fie',
    ]);
  });

  test('counts what a word saves in those that begin with it, and what was saved before', () => {
    const pieces = wordPiece('p', '##a', '##c', '##s', '##i', '##ac', '##ente');
    // "pac" shortens "pacs" and "paci" too; after it, "pacs" saves one token and not three.
    const lines = ['pac pacs pacs paci paci', 'pacs'];
    const { tokenizer, added } = extendVocabulary(pieces, lines, { ...options, tokenCount: 2 });
    expect(added.map(({ id }) => tokenizer.tokenOf(id))).toEqual(['pac', 'pacs']);
    expect(countAll(tokenizer, lines)).toBe(1 + 1 + 1 + 2 + 2 + 1);
  });

  test('adds no word that would leave another unknown', () => {
    const pieces = wordPiece('a', '##b', '##bc', '##d');
    const lines = ['ab ab ab ab', 'abc'];
    expect(failure(pieces, lines, { minFrequency: 2 })).toMatchObject({
      code: 'tokenise.nothing-to-add',
    });
    expect(tokensOf(openTokenizer(pieces), 'abc')).toEqual(['a', '##bc']);
  });

  test('takes nothing with a digit, nothing rare and nothing that is there', () => {
    const lines = ['tox to1 alta fiebre fiebre', 'to1 to1 to1 alta alta'];
    const { tokenizer, added } = extendVocabulary(files, lines, { ...options, minFrequency: 2 });
    expect(added.map(({ id }) => tokenizer.tokenOf(id))).toEqual(['fiebre']);
  });

  test('knows words as the tokenizer does: lower-cased and without accents', () => {
    const plain = wordPiece('fie', '##bre', 'tos');
    const { tokenizer } = extendVocabulary(plain, ['Fiébre', 'FIEBRE'], options);
    expect(tokensOf(tokenizer, 'Fiébre')).toEqual(['fiebre']);
  });

  test('leaves the ids of known tokens and the cut of other words as they are', () => {
    const letters = fc.constantFrom('a', 'b', 'c');
    const word = fc.string({ unit: letters, minLength: 1, maxLength: 7 });
    const text = fc.array(word, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 6 }), (general, domain, tokenCount) => {
        const base = trainWordPiece([general.join(' '), 'a b c aa bb cc'], {
          vocabularySize: 24,
          minFrequency: 1,
          lowercase: false,
          limitAlphabet: 10,
        });
        const extended = extendWherePossible(base.toFiles(), [domain.join(' ')], tokenCount);
        if (extended === null) return;
        const { tokenizer, added } = extended;
        expect(added.length).toBeLessThanOrEqual(tokenCount);
        const words = added.map(({ id }) => tokenizer.tokenOf(id));
        for (const { id, pieces } of added) {
          const spelled = [...base.encode(tokenizer.tokenOf(id)).ids];
          expect(pieces).toEqual(spelled);
          expect([...tokenizer.encode(tokenizer.tokenOf(id)).ids]).toEqual([id]);
        }
        for (const each of [...general, ...domain]) {
          if (words.some((added) => each.startsWith(added))) continue;
          expect(encodeAll(tokenizer, [each])).toEqual(encodeAll(base, [each]));
        }
        expect(countAll(tokenizer, domain)).toBeLessThan(countAll(base, domain));
        expect(encodeAll(tokenizer, domain).flat()).not.toContain(tokenizer.special.unknown);
      }),
      { numRuns: 150, seed: 20260103 },
    );
  });

  test('each choice saves at least what any other word would', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 });
    const base = wordPiece('a', 'b', '##a', '##b', 'ab', '##ba');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
        const best = extendWherePossible(base, words, 1);
        if (best === null) return;
        const known = (base['vocab.txt'] ?? '').split('\n');
        const counts = [...new Set(words)]
          .filter((each) => !known.includes(each))
          .map((each) =>
            countAll(openTokenizer({ 'vocab.txt': [...known, each].join('\n') }), words),
          );
        expect(countAll(best.tokenizer, words)).toBe(Math.min(...counts));
      }),
      { numRuns: 100, seed: 20260104 },
    );
  });
});

const domainLines = [
  'pacientul are hipertensiune și pneumonie',
  'hipertensiune arterială, pneumonie bilaterală',
  'pneumonie și hipertensiune la pacientul 38 38 38',
];

describe('extending a byte-level BPE vocabulary', () => {
  const base = trainByteLevelBpe(['el paciente refiere tos y fiebre', 'el paciente'], {
    vocabularySize: 290,
    minFrequency: 1,
  });
  const extended = extendVocabulary(base.toFiles(), domainLines, {
    tokenCount: 30,
    minFrequency: 2,
  });

  test('goes on with the merges until the words of the domain are tokens', () => {
    expect(tokensOf(extended.tokenizer, 'are hipertensiune')).toEqual([
      'a',
      're',
      'Ġhipertensiune',
    ]);
    expect(countAll(extended.tokenizer, domainLines)).toBeLessThan(
      countAll(base, domainLines) - 30,
    );
    expect(extended.added.length).toBeLessThanOrEqual(30);
  });

  test('says of which known tokens each new one is made', () => {
    const bytes = (id: number) => base.tokenOf(id);
    for (const { id, pieces } of extended.added) {
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.map(bytes).join('')).toBe(extended.tokenizer.tokenOf(id));
    }
    expect(extended.added.map(({ id }) => id)).toEqual(
      extended.added.map((_, index) => base.vocabularySize + index),
    );
  });

  test('keeps ids and merges, and cuts text without the new words as before', () => {
    const old = base.toFiles();
    const { 'merges.txt': merges, 'vocab.json': vocabulary } = extended.tokenizer.toFiles();
    expect(merges.startsWith(old['merges.txt'])).toBe(true);
    expect(JSON.parse(vocabulary)).toMatchObject(JSON.parse(old['vocab.json']) as object);
    const lines = ['el paciente refiere tos', '38 38 38', '¿?'];
    expect(encodeAll(extended.tokenizer, lines)).toEqual(encodeAll(base, lines));
  });

  test('merges within words of letters only', () => {
    const numbers = ['38,5 38,5 38,5 38,5'];
    expect(failure(base.toFiles(), numbers)).toMatchObject({ code: 'tokenise.nothing-to-add' });
  });

  test('writes merges in the way in which it found them', () => {
    const { 'tokenizer.json': text, ...others } = base.toFiles();
    const definition = JSON.parse(text) as { model: { merges: [string, string][] } };
    const older = {
      ...definition,
      model: { ...definition.model, merges: definition.model.merges.map((pair) => pair.join(' ')) },
    };
    const files = { ...others, 'tokenizer.json': JSON.stringify(older) };
    const { tokenizer } = extendVocabulary(files, domainLines, { tokenCount: 30, minFrequency: 2 });
    const { model } = JSON.parse(tokenizer.toFiles()['tokenizer.json']) as typeof older;
    expect(model.merges.every((merge) => typeof merge === 'string')).toBe(true);
    expect(encodeAll(tokenizer, domainLines)).toEqual(encodeAll(extended.tokenizer, domainLines));
  });
});

describe('an extended vocabulary', () => {
  const wordPieces = trainWordPiece(['el paciente refiere tos și fiebre', ...domainLines], {
    vocabularySize: 60,
    minFrequency: 1,
    lowercase: false,
    limitAlphabet: 100,
  });
  const bytes = trainByteLevelBpe(['el paciente'], { vocabularySize: 270, minFrequency: 1 });

  test.each([
    ['WordPiece', wordPieces],
    ['byte-level BPE', bytes],
  ])('opens in the library with the same ids: %s', (_, base) => {
    const { tokenizer } = extendVocabulary(base.toFiles(), domainLines, options);
    const library = libraryOf(tokenizer);
    const texts = [...domainLines, 'Hipertensiunea pneumonie pneumoniei 38', '', 'și, și'];
    for (const text of texts) {
      const expected = library.encode(text, { add_special_tokens: false }).ids;
      expect([...tokenizer.encode(text).ids]).toEqual(expected);
    }
    expect(openTokenizer(tokenizer.toFiles()).fingerprint).toBe(tokenizer.fingerprint);
    expect(tokenizer.fingerprint).not.toBe(base.fingerprint);
  });

  test.each([
    ['WordPiece', wordPieces],
    ['byte-level BPE', bytes],
  ])('is the same whatever the order of the lines: %s', (_, base) => {
    const first = extendVocabulary(base.toFiles(), domainLines, options);
    const second = extendVocabulary(base.toFiles(), domainLines.toReversed(), options);
    expect(second.tokenizer.fingerprint).toBe(first.tokenizer.fingerprint);
    expect(second.added).toEqual(first.added);
  });

  test('cannot be made from nothing', () => {
    expect(failure(wordPieces.toFiles(), [])).toMatchObject({ code: 'corpus.empty' });
    expect(failure(bytes.toFiles(), ['', ' \n'])).toMatchObject({ code: 'corpus.empty' });
    const known = extendVocabulary(wordPieces.toFiles(), domainLines, {
      ...options,
      tokenCount: 1000,
    });
    expect(failure(known.tokenizer.toFiles(), domainLines)).toMatchObject({
      code: 'tokenise.nothing-to-add',
    });
  });

  test('cannot be a Unigram one or one of characters, and says so', () => {
    const unigram = {
      added_tokens: [],
      model: {
        type: 'Unigram',
        unk_id: 0,
        vocab: [...['<unk>', '<pad>', '<s>', '</s>', '<mask>'], '▁tos'].map((token) => [token, -1]),
      },
    };
    expect(failure({ 'tokenizer.json': JSON.stringify(unigram) }, ['tos'])).toMatchObject({
      code: 'tokenise.extension-unsupported',
      details: { found: 'Unigram' },
    });
    const definition = JSON.parse(bytes.toFiles()['tokenizer.json']) as object;
    const characters = { ...definition, pre_tokenizer: { type: 'Whitespace' } };
    expect(failure({ 'tokenizer.json': JSON.stringify(characters) }, ['tos'])).toMatchObject({
      code: 'tokenise.extension-unsupported',
      details: { found: 'BPE of characters' },
    });
  });
});

const vocabulary = '../shared/data/vocab/mbert/vocab.txt';
const corpus = '../shared/data/mlm/es_clinical_cases.txt';
const isAbsent = !existsSync(vocabulary) || !existsSync(corpus);
describe.skipIf(isAbsent)(
  `on real text (skipped where ${vocabulary} or ${corpus} is absent)`,
  () => {
    test('300 words shorten text of the same kind that was not looked at, and cut it as the library', () => {
      const base = openTokenizer({
        'vocab.txt': readFileSync(vocabulary, 'utf8'),
        'tokenizer_config.json': '{"do_lower_case":false}',
      });
      const lines = readFileSync(corpus, 'utf8').split('\n');
      const { tokenizer, added } = extendVocabulary(base.toFiles(), lines.slice(0, 4000), {
        tokenCount: 300,
        minFrequency: 5,
      });
      expect(added.length).toBe(300);
      const unseen = lines.slice(-2000);
      const [before, after] = [base, tokenizer].map((each) => countAll(each, unseen));
      expect(after).toBeLessThan(0.95 * before);
      const library = libraryOf(tokenizer);
      for (const line of unseen.slice(0, 200)) {
        const expected = library.encode(line, { add_special_tokens: false }).ids;
        expect([...tokenizer.encode(line).ids]).toEqual(expected);
      }
    });
  },
);
