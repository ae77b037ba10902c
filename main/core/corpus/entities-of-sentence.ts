import type { EntitySpan, TaggedSentence } from '#core/domain/text.ts';

/** The entities that the tags of a sentence name, as spans of its text. Tags are valid IOB2. */
export function entitiesOfSentence(sentence: TaggedSentence): EntitySpan[] {
  const entities: EntitySpan[] = [];
  for (const [index, tag] of sentence.tags.entries()) {
    const { start, end } = sentence.words[index];
    const last = entities.at(-1);
    if (tag.startsWith('B-')) entities.push({ start, end, type: tag.slice(2) });
    else if (tag.startsWith('I-') && last) entities[entities.length - 1] = { ...last, end };
  }
  return entities;
}
