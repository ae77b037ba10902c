import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tokenizer as RustTokenizer } from '@anush008/tokenizers';
import { AutoTokenizer, env, type PreTrainedTokenizer } from '@xenova/transformers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { trainByteLevelBpe } from '#core/tokenise/train-byte-level-bpe.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { encodeText } from '../fixtures/exported-model/encode-text.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';

/**
 * What notes hold beside words, by each kind of vocabulary: our ids are those of transformers.js with
 * the exported files, and every token knows where it stands, to the code point where the Rust
 * tokenizers place it.
 */
env.allowRemoteModels = false;
const root = mkdtempSync(join(tmpdir(), 'anamnesis-hard-text-'));
env.localModelPath = root;
afterAll(() => {
  rmSync(root, { recursive: true });
});

const longWord = 'hypercholesterolaemia'.repeat(60);
const texts: Readonly<Record<string, string>> = {
  Dutch: 'De patiënt heeft geen koorts; 38,5 °C gemeten, reünie.',
  Romanian: 'Pacientul are febră și tuse, fără dispnee în ultimele zile.',
  Spanish: '¿Dolor torácico? Niño de 3 años, sin fiebre — exploración anodina.',
  emoji: 'koorts 😀 geen 👩🏽‍⚕️ hoest 👨‍👩‍👧‍👦.',
  'combining marks': 'fie\u0301vre re\u0308unie s\u0326i a\u0323\u0302 no',
  'a very long word': `no ${longWord} has fever`,
  'no-break spaces': 'patient\u00A0has\u202F38\u00A0mg fever\u2007no',
};

const { tokenizer: micro } = makeMicroModel('bert', 'bare');

function unigram(): Tokenizer {
  const special = ['<s>', '<pad>', '</s>', '<unk>', '<mask>'];
  const letters = Array.from('▁abcdefghijklmnopqrstuvwxyz.,;éëșăí38°');
  const words = ['▁patient', '▁has', 'fever', 'koorts', '▁geen', '▁no'];
  const rank = (pieces: readonly string[], start: number) =>
    pieces.map((piece, index) => [piece, start - index / 10]);
  return openTokenizer({
    'tokenizer.json': JSON.stringify({
      added_tokens: special.map((content, id) => ({
        ...{ id, content, special: true, normalized: false },
        ...{ single_word: false, lstrip: false, rstrip: false },
      })),
      normalizer: { type: 'NFKC' },
      pre_tokenizer: {
        type: 'Sequence',
        pretokenizers: [
          { type: 'WhitespaceSplit' },
          { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always' },
        ],
      },
      post_processor: {
        type: 'TemplateProcessing',
        single: [
          { SpecialToken: { id: '<s>', type_id: 0 } },
          { Sequence: { id: 'A', type_id: 0 } },
          { SpecialToken: { id: '</s>', type_id: 0 } },
        ],
        pair: [],
        special_tokens: {
          '<s>': { id: '<s>', ids: [0], tokens: ['<s>'] },
          '</s>': { id: '</s>', ids: [2], tokens: ['</s>'] },
        },
      },
      model: {
        type: 'Unigram',
        unk_id: 3,
        vocab: [...special.map((token) => [token, 0]), ...rank(letters, -8), ...rank(words, -4)],
      },
    }),
  });
}

const shared = '../shared/data/vocab';
const isThere = existsSync(`${shared}/mbert`) && existsSync(`${shared}/roberta`);
const read = (name: string) => readFileSync(`${shared}/${name}`, 'utf8');
const ownKinds: Readonly<Record<string, () => Tokenizer>> = {
  WordPiece: () => micro,
  'byte-level BPE': () =>
    trainByteLevelBpe(Object.values(texts), { vocabularySize: 300, minFrequency: 2 }),
  Unigram: unigram,
};
const publishedKinds: Readonly<Record<string, () => Tokenizer>> = {
  'WordPiece with mBERT’s vocabulary': () =>
    openTokenizer({ 'vocab.txt': read('mbert/vocab.txt') }),
  'byte-level BPE with RoBERTa’s vocabulary': () =>
    openTokenizer({
      'vocab.json': read('roberta/vocab.json'),
      'merges.txt': read('roberta/merges.txt'),
    }),
};

type Span = readonly [start: number, end: number];

/** Large vocabularies take seconds to open on a busy machine. */
const hookTimeoutMs = 120_000;

function describeKind(kind: string, make: () => Tokenizer): void {
  let tokenizer: Tokenizer;
  let theirs: PreTrainedTokenizer;
  let rust: RustTokenizer;
  beforeAll(async () => {
    tokenizer = make();
    rust = RustTokenizer.fromString(tokenizer.toFiles()['tokenizer.json']);
    const name = kind.replaceAll(/\W/g, '-');
    mkdirSync(join(root, name));
    for (const [file, content] of Object.entries(tokenizer.toFiles())) {
      writeFileSync(join(root, name, file), content);
    }
    theirs = await AutoTokenizer.from_pretrained(name, { local_files_only: true });
  }, hookTimeoutMs);

  test.each(Object.entries(texts))('reads %s as transformers.js does', (_what, text) => {
    expect(encodeText(tokenizer, text)).toEqual(theirs.encode(text));
  });

  test.each(Object.entries(texts))('places the tokens of %s as Rust does', async (_what, text) => {
    const encoding = await rust.encode(text, null, { addSpecialTokens: false });
    const { ids, starts, ends } = tokenizer.encode(text);
    expect([...ids]).toEqual(encoding.getIds());
    const characters = Array.from(text);
    const countTo = (unit: number) => Array.from(text.slice(0, unit)).length;
    const elsewhere = encoding.getOffsets().flatMap(([start, end], token) => {
      const ours: Span = [countTo(starts[token]), countTo(ends[token])];
      return isSamePlace(characters, ours, [start, end]) ? [] : [{ ours, theirs: [start, end] }];
    });
    expect(elsewhere).toEqual([]);
  });

  test.each(Object.entries(texts))('finds all of %s again by its spans', (_what, text) => {
    const { ids, starts, ends } = tokenizer.encode(text);
    expect(ids.length).toBeGreaterThan(1);
    const covered = new Array<boolean>(text.length).fill(false);
    ids.forEach((_, token) => {
      expect(ends[token]).toBeGreaterThanOrEqual(starts[token]);
      covered.fill(true, starts[token], ends[token]);
    });
    // Every character but spaces, also both halves of those that UTF-16 writes as two.
    const missed = Array.from(text, (character) => character)
      .reduce<{ at: number; missed: string[] }>(
        ({ at, missed: list }, character) => ({
          at: at + character.length,
          missed:
            /\s/u.test(character) || covered.slice(at, at + character.length).every(Boolean)
              ? list
              : [...list, character],
        }),
        { at: 0, missed: [] },
      )
      .missed.filter((character) => !/\p{Cf}/u.test(character));
    expect(missed).toEqual([]);
  });
}

/**
 * Whether two spans, counted in code points, are the same place but for where we decide otherwise.
 * Ours ends behind the marks that were stripped from its last letter: in Rust they belong to no token.
 * A token of white space is that space: in Rust it has no extent. The ▁ before a word has none: in
 * Rust it is the first character of the word, which the next token is as well.
 */
function isSamePlace(characters: readonly string[], ours: Span, theirs: Span): boolean {
  const between = (start: number, end: number) => characters.slice(start, end).join('');
  if (ours[0] === ours[1]) return theirs[0] === ours[0] && theirs[1] === ours[0] + 1;
  if (theirs[0] === theirs[1]) return theirs[1] === ours[1] && /^\s+$/u.test(between(...ours));
  const isLonger = ours[1] > theirs[1] && /^\p{M}+$/u.test(between(theirs[1], ours[1]));
  return ours[0] === theirs[0] && (ours[1] === theirs[1] || isLonger);
}

describe.each(Object.entries(ownKinds))('%s', describeKind);
describe.skipIf(!isThere).each(Object.entries(publishedKinds))(
  `%s (skipped where ${shared} is absent)`,
  describeKind,
);
