import type { Dataset } from '#core/storage/datasets.ts';
import type { ChosenLabels } from './choose-labels.ts';
import type { LabelCount } from '#core/collection/count-labels.ts';
import type { DatasetRecord } from './dataset-record.ts';
import { lossesOf } from '#core/collection/import-summary.ts';
import { formatCount } from '#core/base/format-number.ts';
import { describeLocked } from '#core/collection/locked-texts.ts';
import { describeLosses, nameCounts } from '#core/collection/losses.ts';

/** What the user must know of a labelled set before it is trained on, and with its results. */
export function describeDataset(
  { kind, exampleCount }: Pick<Dataset, 'kind' | 'exampleCount'>,
  { problems, labels, kept, chosen, joined, locked }: DatasetRecord,
): string[] {
  const isOfNotes = kind === 'labelled-notes';
  const units = isOfNotes ? { row: exampleCount, ...kept } : { entity: countAll(labels), ...kept };
  return [
    ...(locked === undefined ? [] : describeLocked(locked.counts, locked.unit)),
    ...describeLosses(lossesOf(problems), { units, labels }),
    ...(chosen === undefined
      ? []
      : describeChoice(chosen, isOfNotes ? 'labels' : 'types and labels')),
    ...(joined === undefined || joined.groups === 0
      ? []
      : [
          `${formatCount(joined.documents)} documents stay together in ${formatCount(joined.groups)} groups, because some of each are nearly the same though not of one patient.`,
        ]),
  ];
}

function describeChoice({ unchosen, rare, absent }: ChosenLabels, keys: string): string[] {
  const leftOut = (counts: readonly LabelCount[], by: string) =>
    counts.length === 0 ? [] : [`Left out by ${by}, as the plan says: ${nameCounts(counts)}.`];
  const missing = absent.map((label) => `“${label}”`).join(', ');
  return [
    ...leftOut(unchosen, keys),
    ...leftOut(rare, 'minimumCount'),
    ...(absent.length === 0 ? [] : [`The plan names ${missing}, which the files do not have.`]),
  ];
}

function countAll(counts: readonly LabelCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
