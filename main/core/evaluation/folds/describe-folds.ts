import { listLabels, type FoldAssignment, type FoldItem } from './fold-item.ts';
import { groupItems } from './group-items.ts';

/** Legal, but to be known when the results are read. */
const foldWarnings = {
  'label-in-one-fold':
    'occurs in one fold only: there it is tested without having been learned, and elsewhere learned in vain.',
  'missing-from-folds': 'is missing from some folds, which therefore do not test it.',
  'uneven-folds': 'The largest fold is more than twice as large as the smallest.',
} as const satisfies Record<string, string>;

interface FoldWarning {
  readonly kind: keyof typeof foldWarnings;
  /** The class or entity type it is about; null when it is about the folds. */
  readonly label: string | null;
  /** One sentence, complete. */
  readonly text: string;
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
    sizes[foldOf[index]]++;
    for (const label of item.labels) {
      const counts = countsOf.get(label);
      if (counts !== undefined) counts[foldOf[index]]++;
    }
  });
  for (const [first] of groupItems(items)) groupCounts[foldOf[first]]++;
  const labelCounts = [...countsOf].map(([label, counts]) => ({ label, counts }));
  return { sizes, groupCounts, labelCounts, warnings: listWarnings(sizes, labelCounts) };
}

function listWarnings(
  sizes: readonly number[],
  labelCounts: FoldDescription['labelCounts'],
): FoldWarning[] {
  const warnings = labelCounts.flatMap(({ label, counts }): FoldWarning[] => {
    const foldsWith = counts.filter((count) => count > 0).length;
    if (foldsWith === 1) return [warnOf('label-in-one-fold', label)];
    return foldsWith < counts.length ? [warnOf('missing-from-folds', label)] : [];
  });
  const uneven = Math.max(...sizes) > 2 * Math.min(...sizes);
  return uneven ? [...warnings, warnOf('uneven-folds', null)] : warnings;
}

function warnOf(kind: FoldWarning['kind'], label: string | null): FoldWarning {
  return {
    kind,
    label,
    text: label === null ? foldWarnings[kind] : `"${label}" ${foldWarnings[kind]}`,
  };
}
