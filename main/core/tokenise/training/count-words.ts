import { alignUnchanged } from '#core/tokenise/aligned-text.ts';
import type { DefinitionPart } from '#core/tokenise/definition.ts';
import { createNormaliser } from '#core/tokenise/normalise/create-normaliser.ts';
import { preTokeniseBert } from '#core/tokenise/pre-tokenise/bert.ts';
import { detach } from '#core/tokenise/word-cache.ts';

/**
 * How often each word occurs in a corpus, words as the finished tokenizer will cut them. The
 * memory that training needs follows from the number of distinct words, not from the corpus.
 */
export function countWords(
  lines: Iterable<string>,
  normaliser: DefinitionPart,
): ReadonlyMap<string, number> {
  const normalise = createNormaliser(normaliser);
  const counts = new Map<string, { count: number }>();
  for (const line of lines) {
    preTokeniseBert(normalise(alignUnchanged(line, 0)), true, (source, start, end) => {
      const word = source.text.slice(start, end);
      const known = counts.get(word);
      if (known === undefined) counts.set(detach(word), { count: 1 });
      else known.count++;
    });
  }
  return new Map([...counts].map(([word, { count }]) => [word, count]));
}
