import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BPE, byteLevelPreTokenizer, Tokenizer as RustTokenizer } from '@anush008/tokenizers';
import { Tokenizer as LibraryTokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openTokenizer } from './open-tokenizer.ts';
import type { Tokenizer } from './tokenizer.ts';
import { trainByteLevelBpe } from './train-byte-level-bpe.ts';

const everything = { vocabularySize: 500_000, minFrequency: 1 };

interface BpeFile {
  readonly model: { readonly vocab: Record<string, number>; readonly merges: [string, string][] };
}

function modelOf(tokenizer: Tokenizer): BpeFile['model'] {
  return (JSON.parse(tokenizer.toFiles()['tokenizer.json']) as BpeFile).model;
}

/** What Hugging Face's Rust trainer learns: at most 30,000 tokens, pairs that occur once included. */
function trainInRust(lines: readonly string[]): BpeFile['model'] {
  const folder = mkdtempSync(join(tmpdir(), 'anamnesis-bpe-'));
  try {
    writeFileSync(join(folder, 'corpus.txt'), lines.join('\n'));
    const rust = new RustTokenizer(BPE.empty());
    rust.setPreTokenizer(byteLevelPreTokenizer(false, true));
    rust.train([join(folder, 'corpus.txt')]);
    rust.save(join(folder, 'tokenizer.json'));
    return (JSON.parse(readFileSync(join(folder, 'tokenizer.json'), 'utf8')) as BpeFile).model;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The same training in the plainest way, for words of ASCII letters between single spaces: all pairs
 * are counted anew before every merge. Shares no code with the product.
 */
function trainNaively(lines: readonly string[], size: number, minFrequency: number): string[] {
  const bytes = [
    ...range(0x21, 0x7e),
    ...range(0xa1, 0xac),
    ...range(0xae, 0xff),
    ...range(0x100, 0x100 + 67),
  ];
  const vocabulary = ['<s>', '<pad>', '</s>', '<unk>', '<mask>', ...bytes];
  const merges: string[] = [];
  let words = lines.flatMap((line) =>
    line.split(' ').map((word, place) => Array.from((place === 0 ? '' : 'Ġ') + word)),
  );
  for (;;) {
    const counts = new Map<string, number>();
    for (const word of words) {
      for (let place = 1; place < word.length; place++) {
        const pair = `${word[place - 1]} ${word[place]}`;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
    const ids = (pair: string) => pair.split(' ').map((token) => vocabulary.indexOf(token));
    const [best] = [...counts].sort(([a, countA], [b, countB]) => {
      const [leftA, rightA] = ids(a);
      const [leftB, rightB] = ids(b);
      return countB - countA || leftA - leftB || rightA - rightB;
    });
    if (best === undefined || best[1] < minFrequency || vocabulary.length >= size) return merges;
    const [left, right] = best[0].split(' ');
    if (!merges.includes(best[0])) merges.push(best[0]);
    if (!vocabulary.includes(left + right)) vocabulary.push(left + right);
    words = words.map((word) => {
      const merged: string[] = [];
      for (let place = 0; place < word.length; place++) {
        const isPair = word[place] === left && word[place + 1] === right;
        merged.push(isPair ? left + right : word[place]);
        if (isPair) place++;
      }
      return merged;
    });
  }
}

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));
}

const lines = [
  'De patiënt hoest; 38,5 °C — geen koorts 😀 in het dossier.',
  'Pacientul nu are febră, dar are tuse și îi este rău.',
  "El paciente refiere tos, fiebre y 'dolor'; it's 120/80 mmHg.",
  'de patiënt  hoest\u00a0niet, de patiënt slaapt',
];

describe('training a byte-level BPE vocabulary', () => {
  test('begins with RoBERTa’s special tokens and all 256 bytes, so that nothing is unknown', () => {
    const tokenizer = trainByteLevelBpe(['ab'], { vocabularySize: 261, minFrequency: 1 });
    expect(tokenizer.special).toEqual({
      classification: 0,
      padding: 1,
      separator: 2,
      unknown: 3,
      mask: 4,
    });
    expect(tokenizer.vocabularySize).toBe(261);
    expect(tokenizer.tokenOf(5)).toBe('!');
    for (const line of [...lines, '你好\u0000\t']) {
      const { ids } = tokenizer.encode(line);
      expect([...ids]).not.toContain(tokenizer.special.unknown);
      expect(ids.length).toBe(new TextEncoder().encode(line).length);
    }
  });

  test('learns the merges of the Rust trainer, in its order', () => {
    const ours = modelOf(trainByteLevelBpe(lines, everything));
    const theirs = trainInRust(lines);
    expect(ours.merges).toEqual(theirs.merges);
    expect(Object.keys(theirs.vocab).every((token) => token === 'Ċ' || token in ours.vocab)).toBe(
      true,
    );
  });

  test('learns those of counting everything anew before each merge', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'b', 'c', 'D'),
      minLength: 1,
      maxLength: 9,
    });
    const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 261, max: 320 }),
        fc.integer({ min: 1, max: 4 }),
        (texts, vocabularySize, minFrequency) => {
          const trained = trainByteLevelBpe(texts, { vocabularySize, minFrequency });
          const merges = modelOf(trained).merges.map((pair) => pair.join(' '));
          expect(merges).toEqual(trainNaively(texts, vocabularySize, minFrequency));
        },
      ),
      { numRuns: 100, seed: 20260102 },
    );
  });

  test('is the same on every run, whatever the order of the lines', () => {
    const first = trainByteLevelBpe(lines, everything);
    const second = trainByteLevelBpe(lines.toReversed(), everything);
    expect(second.fingerprint).toBe(first.fingerprint);
  });

  test('writes files from which the library makes the same tokenizer', () => {
    const trained = trainByteLevelBpe(lines, { vocabularySize: 300, minFrequency: 2 });
    const files = trained.toFiles();
    const library = new LibraryTokenizer(
      JSON.parse(files['tokenizer.json']) as object,
      JSON.parse(files['tokenizer_config.json']) as object,
    );
    for (const text of [...lines, 'koorts <mask> 你好', ' ', '']) {
      const expected = library.encode(text, { add_special_tokens: false }).ids;
      expect([...trained.encode(text).ids]).toEqual(expected);
    }
    expect(openTokenizer(files).fingerprint).toBe(trained.fingerprint);
    const old = Object.fromEntries(
      Object.entries(files).filter(([name]) => name !== 'tokenizer.json'),
    );
    expect(openTokenizer(old).fingerprint).toBe(trained.fingerprint);
  });

  test('reads words that look like special tokens as text', () => {
    const trained = trainByteLevelBpe(['<s> </s> <mask>', '<s> </s> <mask>'], everything);
    expect([0, 1, 2, 3, 4].map((id) => trained.tokenOf(id))).toEqual([
      '<s>',
      '<pad>',
      '</s>',
      '<unk>',
      '<mask>',
    ]);
    const learned = modelOf(trained).merges.map((pair) => pair.join(''));
    expect(learned).toContain('Ġ</');
    expect(learned.filter((token) => /^Ġ?<\/?(s|mask)>$/.test(token))).toEqual([]);
  });

  test('takes no time by the square of a run without space', () => {
    let blob = '';
    for (let unit = 0; unit < 60_000; unit++)
      blob += String.fromCharCode(97 + ((unit ** 2 % 7919) % 26));
    const trained = trainByteLevelBpe([blob, 'tos tos'], everything);
    expect(trained.vocabularySize).toBe(261 + 3);
  });

  test.each([[[]], [['']], [['', ' \n \t']]])('refuses a corpus without words: %j', (nothing) => {
    expect(() => trainByteLevelBpe(nothing, everything)).toThrow(
      expect.objectContaining({ code: 'corpus.empty' }),
    );
  });

  test('refuses a vocabulary too small for special tokens and bytes', () => {
    expect(() => trainByteLevelBpe(lines, { vocabularySize: 260, minFrequency: 1 })).toThrow(
      expect.objectContaining({ code: 'tokenise.vocabulary-too-small' }),
    );
  });
});

const corpus = '../shared/data/mlm/es_wikipedia_covid.txt';
describe.skipIf(!existsSync(corpus))(`on real text (skipped where ${corpus} is absent)`, () => {
  test('the merges are the Rust trainer’s', () => {
    const text = readFileSync(corpus, 'utf8').split('\n').slice(0, 2000);
    // The Rust package gives each line its line break, which joins white space before it.
    const trimmed = text.map((line) => line.trimEnd());
    const spell = ({ merges }: BpeFile['model']) => merges.map((pair) => pair.join(' '));
    const theirs = spell(trainInRust(trimmed));
    const ours = spell(modelOf(trainByteLevelBpe(trimmed, everything)));
    expect(theirs.length).toBeGreaterThan(10_000);
    expect(ours.slice(0, theirs.length).join('\n')).toBe(theirs.join('\n'));
  });
});
