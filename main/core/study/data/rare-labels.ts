import type { ImportProblem } from '#core/domain/import-report.ts';
import type { LabelledNote, MultiLabelNote, TaggedSentence } from '#core/domain/text.ts';
import { type LabelCount, LabelTally } from '#core/collection/count-labels.ts';
import { typesOf } from './entity-types.ts';

/** Counts what one reading gives, and says which labels it gives too rarely. */
export interface RarityTally<Example> {
  add(example: Example): void;
  addProblem(problem: ImportProblem): void;
  listRare(minimumCount: number): LabelCount[];
}

/** Rare are those that are too few, and those of one group, which can be learned or tested but not both. */
export function tallyClasses(): RarityTally<LabelledNote> {
  const tally = tallyLabelSets();
  return {
    ...tally,
    add: ({ label, ...note }) => {
      tally.add({ ...note, labels: [label] });
    },
  };
}

/** The same of labels of which a note may have several. */
export function tallyLabelSets(): RarityTally<MultiLabelNote> {
  const counts = new LabelTally();
  /** The only group of each class; null where there are several. */
  const groups = new Map<string, string | null>();
  return {
    add({ id, labels, groupId }) {
      const group = groupId === null ? `note ${id}` : `group ${groupId}`;
      for (const label of labels) {
        counts.add(label);
        const known = groups.get(label);
        groups.set(label, known === undefined || known === group ? group : null);
      }
    },
    addProblem: () => undefined,
    listRare: (minimumCount) =>
      counts
        .list()
        .filter(({ label, count }) => count < minimumCount || groups.get(label) !== null),
  };
}

/** Those that were marked too rarely go first: without them, more may be left of the others. */
export function tallyTypes(): RarityTally<TaggedSentence> {
  const kept = new LabelTally();
  const marked = new LabelTally();
  return {
    add({ tags }) {
      for (const type of typesOf(tags)) {
        kept.add(type);
        marked.add(type);
      }
    },
    addProblem({ action, label }) {
      if (action === 'left-out' && label !== undefined) marked.add(label);
    },
    listRare(minimumCount) {
      const isRare = ({ count }: LabelCount) => count < minimumCount;
      const rare = marked.list().filter(isRare);
      return rare.length > 0 ? rare : kept.list().filter(isRare);
    },
  };
}
