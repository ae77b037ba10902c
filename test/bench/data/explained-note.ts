import { RandomStream } from '#core/base/random-stream.ts';

/** WordPiece's special tokens in BERT's order. */
const specialTokens = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
const syllables = [
  'ba',
  'co',
  'di',
  'fe',
  'gu',
  'ha',
  'ki',
  'lo',
  'mi',
  'nu',
  'pe',
  'ra',
  'si',
  'to',
];
const continuations = ['##de', '##len', '##ten', '##ing', '##heid'];

/** A vocabulary of `size` tokens, a line each: words of syllables, and a few continuations. */
export function makeVocabulary(size: number): string {
  const words: string[] = [];
  const wanted = size - specialTokens.length - continuations.length;
  for (let number = 0; words.length < wanted; number++) {
    let word = '';
    for (
      let rest = number + syllables.length;
      rest > 0;
      rest = Math.floor(rest / syllables.length)
    ) {
      word += syllables[rest % syllables.length];
    }
    words.push(word);
  }
  return `${[...specialTokens, ...continuations, ...words].join('\n')}\n`;
}

/**
 * A note of `count` words, frequent ones often (Zipf), about a third of them cut into two tokens, as
 * clinical words are by a general vocabulary.
 */
export function makeNote(vocabulary: string, count: number): string {
  const random = new RandomStream(1, 'explained-note');
  const words = vocabulary.split('\n').slice(specialTokens.length + continuations.length, -1);
  return Array.from({ length: count }, () => {
    const rank = Math.floor(Math.exp(random.uniform() * Math.log(600)));
    const word = words[1000 + rank];
    return rank % 3 === 0 ? `${word}${continuations[rank % continuations.length].slice(2)}` : word;
  }).join(' ');
}
