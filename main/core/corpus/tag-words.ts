import type { EntitySpan, Span } from '#core/domain/text.ts';

/** What became of one entity. */
export type TaggingOutcome = 'exact' | 'widened' | 'same-word' | 'without-word';

/**
 * IOB2 tags for words, and what became of each entity. An entity gets every word that it touches;
 * `outcomes` says where it had to be widened to whole words, where an earlier entity had its word
 * already and it got none, and where it touches no word. Words and entities are in order and
 * without overlap.
 */
export function tagWords(
  words: readonly Span[],
  entities: readonly EntitySpan[],
): { tags: string[]; outcomes: TaggingOutcome[] } {
  const tags = words.map(() => 'O');
  let first = 0;
  const outcomes = entities.map(({ start, end, type }): TaggingOutcome => {
    while (first < words.length && words[first].end <= start) first++;
    let after = first;
    while (after < words.length && words[after].start < end) after++;
    if (after === first) return 'without-word';
    const widened = words[first].start < start || words[after - 1].end > end;
    const free = tags[first] === 'O' ? first : first + 1;
    if (free === after) return 'same-word';
    for (let index = free; index < after; index++) {
      tags[index] = `${index === free ? 'B' : 'I'}-${type}`;
    }
    return widened ? 'widened' : 'exact';
  });
  return { tags, outcomes };
}
