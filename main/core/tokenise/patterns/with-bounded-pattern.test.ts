import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { createNormaliser } from '#core/tokenise/normalise/create-normaliser.ts';
import { createPreTokeniser } from '#core/tokenise/pre-tokenise/create-pre-tokeniser.ts';
import { boundSteps } from './bound-steps.ts';
import { parsePattern } from './parse-pattern.ts';

const split = (Regex: string) =>
  createPreTokeniser({ type: 'Split', pattern: { Regex }, behavior: 'Isolated', invert: false });
const replace = (Regex: string) =>
  createNormaliser({ type: 'Replace', pattern: { Regex }, content: ' ' });

function refusalOf(open: () => unknown): string | null {
  try {
    open();
    return null;
  } catch (error) {
    if (isAnamnesisError(error)) return error.code;
    throw error;
  }
}

const contractions = String.raw`(?i:'s|'t|'re|'ve|'m|'ll|'d)`;

describe('the patterns of published tokenizers are taken', () => {
  test.each([
    [
      'GPT-2',
      String.raw`'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+`,
    ],
    [
      'GPT-4, Llama 3',
      String.raw`${contractions}|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
    ],
    [
      'GPT-4, as it is written with possessive repetition',
      String.raw`'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+`,
    ],
    [
      'GPT-4o',
      String.raw`[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+${contractions}?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*${contractions}?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+`,
    ],
    ['BLOOM', ' ?[^(\\s|[.,!?…。，、।۔،])]+'],
    [
      'CLIP',
      String.raw`<\|startoftext\|>|<\|endoftext\|>|'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+`,
    ],
    ['Falcon', '[0-9][0-9][0-9]'],
    ['groups of three digits', String.raw`\d{1,3}(?=(?:\d{3})*\b)`],
    ['XLM-RoBERTa, CamemBERT', ' {2,}'],
    ['spaces', String.raw`^\s+|\s+$`],
    ['words', String.raw`\b\w+\b|[[:punct:]]|[a-z&&[^aeiou]]+`],
  ])('%s', (_, pattern) => {
    expect(refusalOf(() => split(pattern))).toBeNull();
    expect(refusalOf(() => replace(pattern))).toBeNull();
  });

  test('and those that are plain text', () => {
    const pattern = { String: '(a+)+$' };
    expect(refusalOf(() => createPreTokeniser({ type: 'Split', pattern }))).toBeNull();
  });
});

describe('a pattern that a text could keep busy without end is refused', () => {
  test.each([
    '(a+)+$',
    '(?:a|a)*b',
    '(?:a|aa)+b',
    '(?:a*)*b',
    String.raw`(?:\w+\s?)+$`,
    '(?:(?:ab?)+c)+d',
    String.raw`\s*\s*\s*x`,
    String.raw`.*.*=.*`,
    `${'a?'.repeat(30)}${'a'.repeat(30)}`,
    '(?:a?){40}b',
    '(?=(?:a|a)+b)',
    String.raw`(a+)\1b`,
    '(?:a+){2,}b',
    `${'(?:a|a)'.repeat(30)}b`,
    'a{100000}',
    'a'.repeat(20_000),
  ])('%s', (pattern) => {
    expect(refusalOf(() => split(pattern))).toBe('tokenise.pattern-unbounded');
    expect(refusalOf(() => replace(pattern))).toBe('tokenise.pattern-unbounded');
  });

  test('and so is none at all, under which a text would vanish', () => {
    const part = { type: 'Split', pattern: {} };
    expect(refusalOf(() => createPreTokeniser(part))).toBe('tokenise.definition-malformed');
  });
});

const character = fc.constantFrom('a', 'b', '[ab]', '.', '[^b]');
const quantifier = fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '*?');
const { pattern: anyPattern } = fc.letrec<{ pattern: string; item: string }>((tie) => ({
  pattern: fc.oneof(
    fc.array(tie('item'), { minLength: 1, maxLength: 4 }).map((items) => items.join('')),
    fc.tuple(tie('item'), tie('item')).map(([first, second]) => `${first}|${second}`),
  ),
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    character,
    fc.tuple(character, quantifier).map(([each, sign]) => each + sign),
    fc.tuple(tie('pattern'), quantifier).map(([inside, sign]) => `(?:${inside})${sign}`),
    tie('pattern').map((inside) => `(?:${inside})`),
    fc
      .tuple(fc.constantFrom('=', '!', '<=', '<!'), tie('pattern'))
      .map(([sign, inside]) => `(?${sign}${inside})`),
  ),
}));

const hardTexts = [
  'a'.repeat(1_500),
  `${'a'.repeat(1_500)}c`,
  `${'b'.repeat(1_500)}c`,
  `${'ab'.repeat(750)}c`,
  `${'aab'.repeat(500)}c`,
  `c${'aaaaaaaab'.repeat(160)}c`,
];

test(
  'every pattern that is found bounded is quickly tried on long texts',
  { timeout: 240_000 },
  () => {
    let boundedCount = 0;
    fc.assert(
      fc.property(anyPattern, (pattern) => {
        const node = parsePattern(new RegExp(pattern, 'gu').source);
        const bound = node === null ? null : boundSteps(node);
        if (bound === null || !(bound.degree <= 1 && bound.factor <= 50)) return;
        boundedCount++;
        const count = 'texts.reduce((sum, text) => sum + (text.match(pattern) ?? []).length, 0)';
        const sandbox = { texts: hardTexts, pattern: new RegExp(pattern, 'gu') };
        expect(runInNewContext(count, sandbox, { timeout: 5_000 })).toBeTypeOf('number');
      }),
      { numRuns: 3_000, seed: 11 },
    );
    expect(boundedCount).toBeGreaterThan(500);
  },
);
