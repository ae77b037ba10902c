import type { LabelledNote, TaggedSentence } from '#core/domain/text.ts';
import { readEntities } from '#core/evaluation/entities/read-entities.ts';
import type { FoldItem } from './fold-item.ts';

/** Notes as they are put into folds: balanced by class. */
export function noteFoldItems(
  notes: readonly Pick<LabelledNote, 'label' | 'groupId'>[],
): FoldItem[] {
  return notes.map(({ label, groupId }) => ({ labels: [label], groupId }));
}

const none: readonly string[] = [];

/** Sentences as they are put into folds: balanced by the number of entities of each type. */
export function sentenceFoldItems(
  sentences: readonly Pick<TaggedSentence, 'tags' | 'groupId'>[],
): FoldItem[] {
  return sentences.map(({ tags, groupId }) => {
    const entities = readEntities(tags);
    // Most sentences have none, and share one list of none.
    return { labels: entities.length === 0 ? none : entities.map(({ type }) => type), groupId };
  });
}
