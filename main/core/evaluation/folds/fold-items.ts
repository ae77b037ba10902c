import type { LabelledNote, MultiLabelNote, TaggedSentence } from '#core/domain/text.ts';
import { readEntities } from '#core/evaluation/entities/read-entities.ts';
import type { FoldItem } from './fold-item.ts';

/** Notes as they are put into folds: balanced by class. */
export function noteFoldItems(
  notes: readonly Pick<LabelledNote, 'label' | 'groupId' | 'date'>[],
): FoldItem[] {
  const lists = new SharedLists();
  return notes.map(({ label, groupId, date }) => ({
    labels: lists.share([label]),
    groupId,
    ...datedBy(date),
  }));
}

/** Notes that may have several labels, as they are put into folds: balanced by label. */
export function labelSetFoldItems(
  notes: readonly Pick<MultiLabelNote, 'labels' | 'groupId' | 'date'>[],
): FoldItem[] {
  const lists = new SharedLists();
  return notes.map(({ labels, groupId, date }) => ({
    labels: lists.share(labels),
    groupId,
    ...datedBy(date),
  }));
}

/** Sentences as they are put into folds: balanced by the number of entities of each type. */
export function sentenceFoldItems(
  sentences: readonly Pick<TaggedSentence, 'tags' | 'groupId' | 'date'>[],
): FoldItem[] {
  const lists = new SharedLists();
  return sentences.map(({ tags, groupId, date }) => {
    const types = readEntities(tags).map(({ type }) => type);
    return { labels: lists.share(types), groupId, ...datedBy(date) };
  });
}

function datedBy(date: string | null | undefined): Pick<FoldItem, 'date'> {
  return date === undefined ? {} : { date };
}

/** Equal lists of labels take the room of one: few are told apart, of however many sentences. */
class SharedLists {
  readonly #known = new Map<string, readonly string[]>();

  share(labels: readonly string[]): readonly string[] {
    const key = labels.join('\0');
    const known = this.#known.get(key);
    if (known === undefined) this.#known.set(key, labels);
    return known ?? labels;
  }
}
