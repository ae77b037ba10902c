import { largestOf, smallestOf } from '#core/base/extremes.ts';
import { nameSome } from '#core/wording/name-some.ts';
import type { Phrase } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import { listLabels, type FoldAssignment, type FoldItem } from './fold-item.ts';
import { groupItems } from './group-items.ts';

/** Legal, but to be known when the results are read. */
const foldWarnings = {
  'label-in-one-fold': (labels) => say('warnings', 'learnedInVain', nameSome(labels)),
  'missing-from-folds': (labels) => say('warnings', 'missingFromFolds', nameSome(labels)),
  'uneven-folds': () => say('warnings', 'unevenFolds'),
} as const satisfies Record<string, (labels: readonly string[]) => Phrase>;

interface FoldWarning {
  readonly kind: keyof typeof foldWarnings;
  /** All classes or entity types it is about; none when it is about the folds. */
  readonly labels: readonly string[];
  /** Complete, and bounded however many labels there are. */
  readonly text: Phrase;
}

export interface FoldDescription {
  /** [folds] items tested in each. */
  readonly sizes: readonly number[];
  /** [folds] groups tested in each; items without group count as one each. */
  readonly groupCounts: readonly number[];
  /** Per label, [folds] how often it is tested in each; sorted by label. */
  readonly labelCounts: readonly { readonly label: string; readonly counts: readonly number[] }[];
  readonly warnings: readonly FoldWarning[];
}

/** What is in each fold, and what is doubtful about it. */
export function describeFolds(
  items: readonly FoldItem[],
  { foldCount, foldOf }: FoldAssignment,
): FoldDescription {
  const sizes = new Array<number>(foldCount).fill(0);
  const groupCounts = new Array<number>(foldCount).fill(0);
  const countsOf = new Map(
    listLabels(items).map((label) => [label, new Array<number>(foldCount).fill(0)]),
  );
  items.forEach((item, index) => {
    if (foldOf[index] < 0) return;
    sizes[foldOf[index]]++;
    for (const label of item.labels) {
      const counts = countsOf.get(label);
      if (counts !== undefined) counts[foldOf[index]]++;
    }
  });
  const groups = groupItems(items);
  for (let group = 0; group < groups.count; group++) {
    // Of folds by chance one; a patient may come again in a later period.
    const folds = new Set(Array.from(groups.members(group), (index) => foldOf[index]));
    for (const fold of folds) if (fold >= 0) groupCounts[fold]++;
  }
  const labelCounts = [...countsOf].map(([label, counts]) => ({ label, counts }));
  return { sizes, groupCounts, labelCounts, warnings: listWarnings(sizes, labelCounts) };
}

/** One warning for each kind, about all labels that it concerns. */
function listWarnings(
  sizes: readonly number[],
  labelCounts: FoldDescription['labelCounts'],
): FoldWarning[] {
  const foldsWith = labelCounts.map(({ label, counts }) => ({
    label,
    folds: counts.filter((count) => count > 0).length,
  }));
  const labelsWhere = (applies: (folds: number) => boolean) =>
    foldsWith.filter(({ folds }) => applies(folds)).map(({ label }) => label);
  const single = labelsWhere((folds) => folds === 1);
  const several = labelsWhere((folds) => folds > 1 && folds < sizes.length);
  return [
    ...(single.length > 0 ? [warnOf('label-in-one-fold', single)] : []),
    ...(several.length > 0 ? [warnOf('missing-from-folds', several)] : []),
    ...(largestOf(sizes) > 2 * smallestOf(sizes) ? [warnOf('uneven-folds', [])] : []),
  ];
}

function warnOf(kind: FoldWarning['kind'], labels: readonly string[]): FoldWarning {
  return { kind, labels, text: foldWarnings[kind](labels) };
}
