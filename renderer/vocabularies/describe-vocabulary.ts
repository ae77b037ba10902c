import type { VocabularyView } from '#contract/vocabulary.ts';
import { formatCount } from '../format/number.ts';

const algorithms: Readonly<Record<NonNullable<VocabularyView['algorithm']>, string>> = {
  wordpiece: 'WordPiece',
  'byte-level-bpe': 'byte-level BPE',
};

/** "WordPiece, trained: 600 tokens", "extended by 40 to 640 tokens". */
export function describeVocabulary({ kind, algorithm, size, addedCount }: VocabularyView): string {
  const tokens = `${formatCount(size)} tokens`;
  if (kind === 'extended') return `extended by ${formatCount(addedCount ?? 0)} to ${tokens}`;
  return `${algorithm === null ? '' : `${algorithms[algorithm]}, `}trained: ${tokens}`;
}

/** Stands below such a table. */
export const howToRead =
  'Tokens per word: 1 where the vocabulary knows every word, more the finer it cuts; fewer leave a model more room for text. Unknown tokens: what it cannot write at all. A word is what stands between white space.';
