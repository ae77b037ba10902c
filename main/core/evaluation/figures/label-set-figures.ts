import {
  averageMacro,
  averageMicro,
  averageWeighted,
  type Averaging,
} from '#core/evaluation/metrics/average-scores.ts';
import {
  binaryCorrelation,
  countLabels,
  type LabelCounts,
} from '#core/evaluation/metrics/label-counts.ts';
import { hammingLoss, subsetAccuracy } from '#core/evaluation/metrics/label-set-scores.ts';
import {
  scoreCounts,
  type MatchCounts,
  type Scores,
} from '#core/evaluation/metrics/score-counts.ts';
import {
  scoresOfLabel,
  type LabelSetScores,
} from '#core/evaluation/predictions/label-set-scores.ts';
import type { Figure } from './figure.ts';
import { makeFigure } from './make-figure.ts';
import { averageFigures, classFigures } from './score-figures.ts';
import { thresholdFigures } from './threshold-figures.ts';

const names = ['precision', 'recall', 'f1'] as const;
const averages = { micro: averageMicro, macro: averageMacro, weighted: averageWeighted } as const;

/**
 * All figures of notes that may have several labels: of whole sets, of what was given by its three
 * averages and for each label, and of the probabilities of each label. Macro averages go over all
 * labels, one that is neither true nor given counting as 0, as in scikit-learn with zero_division=0.
 */
export function labelSetFigures(scores: LabelSetScores): Figure[] {
  const { labels, notes } = scores;
  const [gold, given] = [notes.map(({ truth }) => truth), notes.map((note) => note.given)];
  const counts = countLabels(gold, given, labels);
  const matches = counts.map(matchesOf);
  const binaries = labels.map((_, index) => scoresOfLabel(scores, index));
  const support = notes.length;
  const ofAll = {
    averaging: 'of-all',
    label: null,
    otherwise: 'nothing-to-count',
    support,
  } as const;
  const positives = matches.reduce((sum, each) => sum + each.gold, 0);
  return [
    makeFigure({ ...ofAll, name: 'subset-accuracy', value: subsetAccuracy(gold, given) }),
    makeFigure({ ...ofAll, name: 'hamming-loss', value: hammingLoss(gold, given, labels.length) }),
    ...(Object.keys(averages) as Averaging[]).flatMap((averaging) => {
      const averaged = averages[averaging](matches);
      return names.map((name) =>
        makeFigure({
          ...{ name, averaging, label: null, support: positives },
          value: averaged[name],
          otherwise: 'nothing-to-count',
        }),
      );
    }),
    ...labels.flatMap((label, index) => [
      ...namedScores(matches[index]).map(([name, value]) =>
        makeFigure({
          ...{ name, averaging: 'one-against-rest', label, value, support: matches[index].gold },
          otherwise: 'nothing-to-count',
        }),
      ),
      makeFigure({
        ...{ name: 'mcc', averaging: 'one-against-rest', label, support: matches[index].gold },
        value: correlationOf(counts[index]),
        otherwise: 'one-class-only',
      }),
      ...classFigures(label, binaries[index]),
      ...thresholdFigures({
        label,
        binary: {
          truths: binaries[index].truths,
          scores: Float64Array.from(notes, (note) => Number(note.given.includes(index))),
        },
        groupIds: notes.map(({ groupId }) => groupId),
        threshold: 1,
      }),
    ]),
    ...averageFigures('auroc', binaries),
    ...averageFigures('average-precision', binaries),
  ];
}

/** As precision, recall and F1 count. */
export function matchesOf({ tp, fp, fn }: LabelCounts): MatchCounts {
  return { matched: tp, predicted: tp + fp, gold: tp + fn };
}

/** Of one label; null where nothing is there of which it is a share. */
export function namedScores(counts: MatchCounts): [keyof Scores, number | null][] {
  const { predicted, gold } = counts;
  const scores = scoreCounts(counts);
  return [
    ['precision', predicted === 0 ? null : scores.precision],
    ['recall', gold === 0 ? null : scores.recall],
    ['f1', predicted + gold === 0 ? null : scores.f1],
  ];
}

/** Null where the label applies, or was given, to all or none. */
export function correlationOf(counts: LabelCounts): number | null {
  const { tp, fp, fn, tn } = counts;
  const isDefined = [tp + fp, tp + fn, tn + fp, tn + fn].every((side) => side > 0);
  return isDefined ? binaryCorrelation(counts) : null;
}
