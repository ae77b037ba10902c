import type { RandomStream } from '#core/base/random-stream.ts';
import type { MarkedText } from './grammar.ts';

const wordPattern = /\p{L}{5,}/gu;

type Slip = (word: string, at: number) => string;

/** The slips of hurried typing: two letters swapped, one lost, one doubled. */
const slips: readonly Slip[] = [
  (word, at) => word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + word[at] + word.slice(at),
];

/** Misspells about `rate` of the longer words (never their first letter); entities keep their words. */
export function misspell(marked: MarkedText, rate: number, random: RandomStream): MarkedText {
  const entities = marked.entities.map((entity) => ({ ...entity }));
  let text = '';
  let copied = 0;
  for (const match of marked.text.matchAll(wordPattern)) {
    if (random.uniform() >= rate) continue;
    const word = match[0];
    const slipped = slips[random.integer(slips.length)](word, 1 + random.integer(word.length - 3));
    const change = slipped.length - word.length;
    for (const [index, entity] of marked.entities.entries()) {
      if (entity.start > match.index) entities[index].start += change;
      if (entity.end > match.index) entities[index].end += change;
    }
    text += marked.text.slice(copied, match.index) + slipped;
    copied = match.index + word.length;
  }
  return { text: text + marked.text.slice(copied), entities };
}
