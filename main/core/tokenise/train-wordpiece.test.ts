import { existsSync, readFileSync } from 'node:fs';
import { Tokenizer as LibraryTokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { openTokenizer } from './open-tokenizer.ts';
import { compareVocabularies } from './statistics.ts';
import type { Tokenizer } from './tokenizer.ts';
import { trainWordPiece, type WordPieceTrainingOptions } from './train-wordpiece.ts';

const defaults = { vocabularySize: 60, minFrequency: 1, lowercase: false, limitAlphabet: 100 };

/** All spellings in the order of their ids. */
function tokensOf(tokenizer: Tokenizer): string[] {
  return Array.from({ length: tokenizer.vocabularySize }, (_, id) => tokenizer.tokenOf(id));
}

/**
 * The same training in the plainest way: all pairs are counted anew before every merge. Shares no
 * code with the product; lines must be words of letters between single spaces.
 */
function trainNaively(lines: string[], options: WordPieceTrainingOptions): string[] {
  const words = lines
    .flatMap((line) => line.split(' '))
    .filter((word) => word !== '')
    .map((word) => (options.lowercase ? word.toLowerCase() : word));
  const frequency: Record<string, number> = {};
  for (const letter of words.join('')) frequency[letter] = (frequency[letter] ?? 0) + 1;
  const alphabet = Object.keys(frequency)
    .sort()
    .sort((a, b) => frequency[b] - frequency[a])
    .slice(0, options.limitAlphabet)
    .sort();
  let split = words
    .filter((word) => word.length <= 100 && Array.from(word).every((c) => alphabet.includes(c)))
    .map((word) => Array.from(word, (c, place) => (place === 0 ? c : `##${c}`)));
  const vocabulary = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', ...alphabet];
  const continuing = new Set(split.flatMap((pieces) => pieces.slice(1)));
  vocabulary.push(...alphabet.map((c) => `##${c}`).filter((c) => continuing.has(c)));

  while (vocabulary.length < options.vocabularySize) {
    const counts = new Map<string, number>();
    for (const pieces of split) {
      for (let place = 1; place < pieces.length; place++) {
        const pair = `${pieces[place - 1]} ${pieces[place]}`;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
    const ids = (pair: string) => pair.split(' ').map((piece) => vocabulary.indexOf(piece));
    const best = [...counts].sort(([a, countA], [b, countB]) => {
      const [leftA, rightA] = ids(a);
      const [leftB, rightB] = ids(b);
      return countB - countA || leftA - leftB || rightA - rightB;
    })[0];
    if (best === undefined || best[1] < options.minFrequency) break;
    const [left, right] = best[0].split(' ');
    const joined = left + right.slice(2);
    if (!vocabulary.includes(joined)) vocabulary.push(joined);
    split = split.map((pieces) => {
      const merged: string[] = [];
      for (let place = 0; place < pieces.length; place++) {
        if (pieces[place] === left && pieces[place + 1] === right) {
          merged.push(joined);
          place++;
        } else {
          merged.push(pieces[place]);
        }
      }
      return merged;
    });
  }
  return vocabulary;
}

describe('training a WordPiece vocabulary', () => {
  test('begins with the special tokens, then single characters, then merges by frequency', () => {
    const tokenizer = trainWordPiece(['ab ab ab abc'], defaults);
    expect(tokensOf(tokenizer)).toEqual([
      '[PAD]',
      '[UNK]',
      '[CLS]',
      '[SEP]',
      '[MASK]',
      'a',
      'b',
      'c',
      '##b',
      '##c',
      'ab',
      'abc',
    ]);
  });

  test('finds the same vocabulary as counting everything anew before each merge', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'd', 'ñ', 'ș', 'E'),
      maxLength: 9,
    });
    const line = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 12 }),
        fc.record({
          vocabularySize: fc.integer({ min: 19, max: 90 }),
          minFrequency: fc.integer({ min: 1, max: 4 }),
          lowercase: fc.boolean(),
          limitAlphabet: fc.integer({ min: 1, max: 8 }),
        }),
        (lines, options) => {
          fc.pre(lines.some((text) => text.trim() !== ''));
          expect(tokensOf(trainWordPiece(lines, options))).toEqual(trainNaively(lines, options));
        },
      ),
      { numRuns: 500, seed: 20260101 },
    );
  });

  test('is the same on every run, whatever the order of the lines', () => {
    const lines = ['tos y fiebre', 'fiebre alta', 'sin tos', 'fiebre y tos persistente'];
    const first = trainWordPiece(lines, defaults);
    const second = trainWordPiece(lines.toReversed(), defaults);
    expect(second.fingerprint).toBe(first.fingerprint);
  });

  test('keeps a pair that is rarer than the minimum frequency apart', () => {
    const tokens = tokensOf(trainWordPiece(['ab cd cd'], { ...defaults, minFrequency: 2 }));
    expect(tokens).toContain('cd');
    expect(tokens).not.toContain('ab');
  });

  test('leaves out the rarest characters, whose words become unknown', () => {
    const tokenizer = trainWordPiece(['ab ab az'], { ...defaults, limitAlphabet: 2 });
    expect(tokensOf(tokenizer)).not.toContain('##z');
    expect([...tokenizer.encode('az').ids]).toEqual([tokenizer.special.unknown]);
  });

  test('lower-cases when asked, and keeps accents', () => {
    const tokenizer = trainWordPiece(['Ñandú ÑANDÚ'], { ...defaults, lowercase: true });
    expect(tokenizer.encode('ÑANDÚ').ids).toEqual(tokenizer.encode('ñandú').ids);
    expect(tokensOf(tokenizer)).toContain('ñandú');
  });

  test('encodes characters beyond the first plane as one', () => {
    const tokenizer = trainWordPiece(['😀😀 😀a'], defaults);
    expect(tokensOf(tokenizer)).toContain('##😀');
  });

  test('refuses a vocabulary too small for the alphabet', () => {
    expect(() => trainWordPiece(['abcdef'], { ...defaults, vocabularySize: 8 })).toThrow(
      expect.objectContaining({ code: 'tokenise.vocabulary-too-small' }),
    );
  });

  test('refuses a corpus without words', () => {
    try {
      trainWordPiece(['', ' \n'], defaults);
      expect.unreachable();
    } catch (error) {
      expect(isAnamnesisError(error, 'corpus.empty')).toBe(true);
    }
  });

  test('writes files from which the library makes the same tokenizer', () => {
    const lines = ['El paciente refiere tos.', 'Fără febră; 38,5 °C', 'De patiënt hoest niet!'];
    for (const lowercase of [false, true]) {
      const trained = trainWordPiece(lines, { ...defaults, vocabularySize: 80, lowercase });
      const files = trained.toFiles();
      const library = new LibraryTokenizer(
        JSON.parse(files['tokenizer.json']) as object,
        JSON.parse(files['tokenizer_config.json']) as object,
      );
      for (const text of [...lines, 'Tos fără 你好 [MASK] patiënten', '']) {
        const expected = library.encode(text, { add_special_tokens: false }).ids;
        expect([...trained.encode(text).ids]).toEqual(expected);
      }
      expect(openTokenizer(files).fingerprint).toBe(trained.fingerprint);
      const old = Object.fromEntries(
        Object.entries(files).filter(([name]) => name !== 'tokenizer.json'),
      );
      expect(openTokenizer(old).fingerprint).toBe(trained.fingerprint);
    }
  });
});

const corpus = '../shared/data/mlm/es_wikipedia_covid.txt';
describe.skipIf(!existsSync(corpus))(`on real text (skipped where ${corpus} is absent)`, () => {
  test('8,000 pieces cover a megabyte of Spanish with few unknown words', () => {
    const lines = readFileSync(corpus, 'utf8').split('\n');
    const tokenizer = trainWordPiece(lines, {
      vocabularySize: 8000,
      minFrequency: 2,
      lowercase: false,
      limitAlphabet: 1000,
    });
    expect(tokenizer.vocabularySize).toBe(8000);
    const [{ cuts }] = compareVocabularies([tokenizer], [{ name: 'wikipedia', lines }]);
    const [statistics] = cuts;
    expect(statistics.tokensPerWord).toBeLessThan(1.6);
    expect(statistics.unknownRate).toBeLessThan(0.001);
  });
});
