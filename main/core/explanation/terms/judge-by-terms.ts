import { findTerms, type TermIndex } from '#core/corpus/find-terms.ts';
import type { TermAgreement } from '#core/domain/note-explanation.ts';
import type { ExplainedWord } from '../words/explained-words.ts';
import { upperTail } from './hypergeometric.ts';

/** [words] whether a word stands, anywhere in its text, inside a term of the list. */
export function markTermWords(
  text: string,
  words: readonly ExplainedWord[],
  terms: TermIndex,
): boolean[] {
  const found = findTerms(text, terms);
  return words.map(({ spans }) =>
    spans.some(({ start, end }) => found.some((term) => term.start <= start && end <= term.end)),
  );
}

/**
 * Whether the words that speak most for a class are those that experts name for it. `weights` and
 * `isInTerms` are [words]; only words that speak for the class count.
 */
export function judgeByTerms(
  weights: ArrayLike<number>,
  isInTerms: readonly boolean[],
  count: number,
): TermAgreement {
  const words = isInTerms.length;
  const first = Array.from(isInTerms.keys())
    .filter((word) => weights[word] > 0)
    .sort((one, other) => weights[other] - weights[one])
    .slice(0, count);
  const firstInTerms = first.filter((word) => isInTerms[word]).length;
  const inTerms = isInTerms.filter(Boolean).length;
  const drawn = { population: words, marked: inTerms, drawn: first.length };
  return {
    first: first.length,
    firstInTerms,
    words,
    inTerms,
    precision: first.length === 0 ? null : firstInTerms / first.length,
    byChance: words === 0 ? 0 : inTerms / words,
    p: first.length === 0 ? null : upperTail(firstInTerms, drawn),
  };
}
