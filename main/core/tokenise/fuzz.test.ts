import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { openTokenizer } from './open-tokenizer.ts';

const special = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
const idsOf = (pieces: readonly string[]) =>
  Object.fromEntries([...special, ...pieces].map((piece, id) => [piece, id]));

/** A tokenizer.json of each kind, with most of the parts that are known here. */
const definitions: Readonly<Record<string, object>> = {
  WordPiece: {
    added_tokens: special.map((content, id) => ({ id, content, special: true })),
    normalizer: { type: 'BertNormalizer', clean_text: true, lowercase: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    model: { type: 'WordPiece', unk_token: '[UNK]', vocab: idsOf(['a', 'b', '##b']) },
  },
  BPE: {
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'NFKC' },
        { type: 'Replace', pattern: { Regex: ' +' }, content: ' ' },
        { type: 'Strip', strip_left: true, strip_right: true },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: '\\s+' }, behavior: 'Isolated', invert: false },
        { type: 'Digits', individual_digits: true },
        { type: 'Punctuation', behavior: 'Isolated' },
        { type: 'ByteLevel', add_prefix_space: false, use_regex: true },
      ],
    },
    model: { type: 'BPE', unk_token: '[UNK]', vocab: idsOf(['a', 'b', 'ab']), merges: ['a b'] },
  },
  Unigram: {
    normalizer: { type: 'Precompiled', precompiled_charsmap: '' },
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always' },
    model: {
      type: 'Unigram',
      unk_id: 1,
      vocab: [...special, '▁', 'a', '▁a'].map((piece, rank) => [piece, -rank]),
    },
  },
};

type Path = readonly string[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function replaceAt(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (
    Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }
  ) as Record<string, unknown>;
  copy[key] = replaceAt(copy[key], rest, other);
  return copy;
}

const anyValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('(', '[UNK]', 'Sequence', 'Split', 'ByteLevel', -1, 1e300),
  fc
    .constantFrom('Sequence', 'Split', 'Replace', 'Prepend', 'Metaspace', 'Digits', 'Precompiled')
    .map((type) => ({ type })),
);

describe('Whatever a tokenizer.json says, it is opened or refused with a code', () => {
  test.each(Object.entries(definitions))('%s', (_kind, definition) => {
    // The library tells a console of patterns that it does not know.
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    fc.assert(
      fc.property(fc.constantFrom(...pathsIn(definition)), anyValue, (path, value) => {
        const content = JSON.stringify(replaceAt(definition, path, value));
        try {
          const tokenizer = openTokenizer({ 'tokenizer.json': content });
          expect(openTokenizer(tokenizer.toFiles()).fingerprint).toBe(tokenizer.fingerprint);
        } catch (error) {
          if (!isAnamnesisError(error)) throw error;
          expect(error.details.remedy).not.toBe('');
        }
      }),
      { numRuns: 2_000, seed: 1 },
    );
    warn.mockRestore();
  });
});
