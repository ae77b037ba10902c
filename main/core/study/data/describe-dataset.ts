import type { Dataset } from '#core/storage/datasets.ts';
import type { ChosenLabels } from './choose-labels.ts';
import type { LabelCount } from '#core/collection/count-labels.ts';
import type { DatasetRecord } from './dataset-record.ts';
import { lossesOf } from '#core/collection/import-summary.ts';
import { describeLocked } from '#core/collection/locked-texts.ts';
import { describeLosses, nameCounts } from '#core/collection/losses.ts';
import type { Told } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';

/** What the user must know of a labelled set before it is trained on, and with its results. */
export function describeDataset(
  { kind, exampleCount }: Pick<Dataset, 'kind' | 'exampleCount'>,
  { problems, labels, kept, chosen, joined, locked }: DatasetRecord,
): Told[] {
  const isOfNotes = kind !== 'tagged-sentences';
  const units = isOfNotes ? { row: exampleCount, ...kept } : { entity: countAll(labels), ...kept };
  return [
    ...(locked === undefined ? [] : describeLocked(locked.counts, locked.unit)),
    ...describeLosses(lossesOf(problems), { units, labels }),
    ...(chosen === undefined
      ? []
      : describeChoice(chosen, isOfNotes ? 'labels' : 'types and labels')),
    ...(joined === undefined || joined.groups === 0
      ? []
      : [say('losses', 'stayTogether', joined.documents, joined.groups)]),
  ];
}

type LeavingOut = 'labels' | 'types and labels' | 'minimumCount';

function describeChoice({ unchosen, rare, absent }: ChosenLabels, keys: LeavingOut): Told[] {
  const leftOut = (counts: readonly LabelCount[], by: LeavingOut) =>
    counts.length === 0 ? [] : [say('losses', 'byPlan', by, nameCounts(counts))];
  return [
    ...leftOut(unchosen, keys),
    ...leftOut(rare, 'minimumCount'),
    ...(absent.length === 0 ? [] : [say('losses', 'namedByPlan', absent)]),
  ];
}

function countAll(counts: readonly LabelCount[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
