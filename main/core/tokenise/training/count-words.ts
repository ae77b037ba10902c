import type { Paced } from '#core/base/paced.ts';
import { alignUnchanged } from '#core/tokenise/aligned-text.ts';
import type { Normaliser } from '#core/tokenise/normalise/normaliser.ts';
import type { PreTokeniser } from '#core/tokenise/pre-tokenise/pre-tokeniser.ts';
import { detach } from '#core/tokenise/word-cache.ts';

/** How a tokenizer finds the words of a text. */
export interface WordCutter {
  readonly normalise: Normaliser;
  readonly preTokenise: PreTokeniser;
}

/** Characters between two pauses: some milliseconds of work. */
const charactersPerTurn = 65_536;

/**
 * How often each word occurs in a corpus, words as the finished tokenizer will cut them. The
 * memory that training needs follows from the number of distinct words, not from the corpus.
 */
export function* countWords(
  lines: Iterable<string>,
  { normalise, preTokenise }: WordCutter,
): Paced<ReadonlyMap<string, number>> {
  const counts = new Map<string, { count: number }>();
  let untilPause = charactersPerTurn;
  for (const line of lines) {
    preTokenise(normalise(alignUnchanged(line, 0)), true, (source, start, end) => {
      const word = source.text.slice(start, end);
      const known = counts.get(word);
      if (known === undefined) counts.set(detach(word), { count: 1 });
      else known.count++;
    });
    untilPause -= line.length;
    if (untilPause > 0) continue;
    untilPause = charactersPerTurn;
    yield;
  }
  return new Map([...counts].map(([word, { count }]) => [word, count]));
}
