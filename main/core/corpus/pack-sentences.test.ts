import { expect, it } from 'vitest';
import type { TaggedSentence } from '#core/domain/text.ts';
import { packSentences } from './pack-sentences.ts';

function sentenceOf(length: number, index: number, letter = 'x'): TaggedSentence {
  return {
    id: `ă:${index}`,
    text: `${letter} `.repeat(length).trim(),
    words: Array.from({ length }, (_, word) => ({ start: 2 * word, end: 2 * word + 1 })),
    tags: Array.from({ length }, (_, word) => (word % 3 === index % 3 ? 'O' : `B-T${word % 7}`)),
    groupId: index % 2 === 0 ? null : `g${index % 5}`,
  };
}

const contentOf = ({ id, text, words, tags, groupId }: TaggedSentence): TaggedSentence => ({
  id,
  text,
  words,
  tags,
  groupId,
});

it.each([
  ['of many lengths, one too long for short offsets', [3, 0, 70_000, 65_000, 1, 600], 'x'],
  ['of more than one block', Array.from({ length: 1100 }, (_, index) => index % 9), 'ș'],
  ['of none', [], 'x'],
  ['that begin with a byte order mark', [2], '\uFEFF'],
  ['with halves of characters', [2, 3], '\uD800'],
])('packs sentences %s so that all of them can be read again', (_, lengths, letter) => {
  const sentences = lengths.map((length, index) => sentenceOf(length, index, letter));
  expect(packSentences(sentences).map(contentOf)).toEqual(sentences);
});
