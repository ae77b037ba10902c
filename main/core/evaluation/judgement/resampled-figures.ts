import type { OutOfFoldScores } from '#core/evaluation/predictions/out-of-fold-scores.ts';
import {
  noSpans,
  countSpanMatches,
  type SpanCounts,
  type SpanDocument,
} from '#core/evaluation/entities/count-span-matches.ts';
import type { MatchingMode } from '#core/evaluation/entities/match-spans.ts';
import { spanMatchCounts } from '#core/evaluation/entities/score-span-counts.ts';
import { figureKey } from '#core/evaluation/figures/figure-key.ts';
import type { FigureAveraging } from '#core/evaluation/figures/figure-descriptions.ts';
import { likeliestClass } from '#core/domain/class-probabilities.ts';
import { averageMacro, averageWeighted } from '#core/evaluation/metrics/average-scores.ts';
import { accuracy } from '#core/evaluation/metrics/accuracy.ts';
import { balancedAccuracy } from '#core/evaluation/metrics/balanced-accuracy.ts';
import { cohenKappa } from '#core/evaluation/metrics/cohen-kappa.ts';
import { matthewsCorrelation } from '#core/evaluation/metrics/matthews-correlation.ts';
import {
  scoreCounts,
  type MatchCounts,
  type Scores,
} from '#core/evaluation/metrics/score-counts.ts';
import { oneAgainstRest } from '#core/evaluation/predictions/one-against-rest.ts';
import { resampledClass } from './resampled-class.ts';

/** The values of figures of some items; fast enough to be asked thousands of times. */
export interface ResampledFigures {
  /** What each figure is: its `figureKey`. */
  readonly keys: readonly string[];
  /** In the order of the keys; null where one is not defined. */
  readonly valuesOf: (items: Int32Array) => readonly (number | null)[];
}

const ofAll = { accuracy, mcc: matthewsCorrelation, 'cohen-kappa': cohenKappa } as const;
const ofClass = ['auroc', 'average-precision', 'brier', 'log-loss'] as const;
const averaged = ['auroc', 'average-precision'] as const;

/**
 * The figures of notes that a bootstrap looks at: all of `noteFigures` but calibration error, intercept
 * and slope, of which resamples with copies of notes are biased, and averages over classes but macro.
 */
export function resampledNoteFigures(scores: OutOfFoldScores): ResampledFigures {
  const { labels, notes } = scores;
  const classes = labels.map((label) => resampledClass(oneAgainstRest(scores, label)));
  const truths = Int32Array.from(notes, ({ label }) => labels.indexOf(label));
  const given = Int32Array.from(notes, (note) => likeliestClass(note.scores));
  return {
    keys: [
      ...Object.keys(ofAll).map((name) => keyOf(name, 'of-all')),
      keyOf('balanced-accuracy', 'macro'),
      ...labels.flatMap((label) =>
        [...ofClass, 'sensitivity', 'specificity', 'ppv', 'npv'].map((name) =>
          keyOf(name, 'one-against-rest', { label }),
        ),
      ),
      ...averaged.map((name) => keyOf(name, 'macro')),
    ],
    valuesOf: (items) => {
      const counts = new Float64Array(labels.length ** 2);
      for (const item of items) counts[truths[item] * labels.length + given[item]]++;
      const matrix = { labels, counts };
      const values: (number | null)[] = Object.values(ofAll).map((figureOf) => figureOf(matrix));
      values.push(balancedAccuracy(matrix));
      const sums = averaged.map(() => ({ sum: 0, count: 0 }));
      classes.forEach((classOf, index) => {
        const { auroc, averagePrecision, brier, logLoss } = classOf(items);
        values.push(auroc, averagePrecision, brier, logLoss);
        [auroc, averagePrecision].forEach((value, place) => {
          if (value === null) return;
          sums[place].sum += value;
          sums[place].count++;
        });
        for (const share of sharesOf(countSides(matrix, index))) values.push(share);
      });
      for (const { sum, count } of sums) values.push(count === 0 ? null : sum / count);
      return values;
    },
  };
}

interface Sides {
  readonly tp: number;
  readonly fp: number;
  readonly tn: number;
  readonly fn: number;
}

function countSides(
  { labels, counts }: { readonly labels: readonly string[]; readonly counts: Float64Array },
  index: number,
): Sides {
  const size = labels.length;
  let [all, row, column] = [0, 0, 0];
  for (let cell = 0; cell < counts.length; cell++) {
    all += counts[cell];
    if (Math.floor(cell / size) === index) row += counts[cell];
    if (cell % size === index) column += counts[cell];
  }
  const tp = counts[index * size + index];
  return { tp, fp: column - tp, fn: row - tp, tn: all - row - column + tp };
}

/** Sensitivity, specificity, PPV and NPV. */
function sharesOf({ tp, fp, tn, fn }: Sides): (number | null)[] {
  const share = (count: number, of: number) => (of === 0 ? null : count / of);
  return [share(tp, tp + fn), share(tn, tn + fp), share(tp, tp + fp), share(tn, tn + fn)];
}

function keyOf(
  name: string,
  averaging: FigureAveraging,
  { label = null, mode = null }: { label?: string | null; mode?: MatchingMode | null } = {},
): string {
  return figureKey({ name, averaging, mode, label } as Parameters<typeof figureKey>[0]);
}

/** The figures of mentions of all modes, as `entityFigures` gives them. */
export function resampledEntityFigures(
  documents: readonly SpanDocument[],
  modes: readonly MatchingMode[],
): ResampledFigures {
  const types = [
    ...new Set(documents.flatMap(({ gold, predicted }) => [...gold, ...predicted].map(typeOf))),
  ].sort();
  const tables = modes.map((mode) =>
    documents.map((document) => countDocument(document, mode, types)),
  );
  return {
    keys: modes.flatMap((mode) => [
      ...types.flatMap((label) =>
        scoreNames.map((name) => keyOf(name, 'one-against-rest', { label, mode })),
      ),
      ...(['micro', 'macro', 'weighted'] as const).flatMap((averaging) =>
        scoreNames.map((name) => keyOf(name, averaging, { mode })),
      ),
    ]),
    valuesOf: (items) =>
      tables.flatMap((byDocument) => {
        const sums = Array.from({ length: types.length + 1 }, (): Sums => ({ ...noSpans }));
        for (const item of items) {
          for (const { place, counts } of byDocument[item]) add(sums[place], counts);
        }
        return entityValues(sums.map(spanMatchCounts));
      }),
  };
}

const scoreNames = ['precision', 'recall', 'f1'] as const;

type Sums = { -readonly [Count in keyof SpanCounts]: number };

function typeOf({ type }: { readonly type: string }): string {
  return type;
}

/** Of the types that a document has, at their places, and of all types together at the last place. */
function countDocument(
  { gold, predicted }: SpanDocument,
  mode: MatchingMode,
  types: readonly string[],
): { readonly place: number; readonly counts: SpanCounts }[] {
  const own = new Set([...gold, ...predicted].map(typeOf));
  if (own.size === 0) return [];
  const ofType = (type: string) =>
    countSpanMatches(
      gold.filter((span) => span.type === type),
      predicted.filter((span) => span.type === type),
      mode,
    );
  return [
    ...Array.from(own, (type) => ({ place: types.indexOf(type), counts: ofType(type) })),
    { place: types.length, counts: countSpanMatches(gold, predicted, mode) },
  ];
}

function add(sums: Sums, counts: SpanCounts): void {
  sums.correct += counts.correct;
  sums.partial += counts.partial;
  sums.incorrect += counts.incorrect;
  sums.spurious += counts.spurious;
  sums.missed += counts.missed;
}

/** Of each type, then micro, macro and weighted; the counts of all types together come last. */
function entityValues(counts: readonly MatchCounts[]): (number | null)[] {
  const ofTypes = counts.slice(0, -1);
  const all = counts[counts.length - 1];
  // A type that a resample lacks is not averaged over, as `entityFigures` does not.
  const found = ofTypes.filter(({ gold, predicted }) => gold + predicted > 0);
  const scoresOf = (scores: Scores | null, { gold, predicted }: MatchCounts) => [
    scores === null || predicted === 0 ? null : scores.precision,
    scores === null || gold === 0 ? null : scores.recall,
    scores === null || predicted + gold === 0 ? null : scores.f1,
  ];
  return [
    ...ofTypes.flatMap((each) => scoresOf(scoreCounts(each), each)),
    ...scoresOf(scoreCounts(all), all),
    ...scoresOf(found.length === 0 ? null : averageMacro(found), all),
    ...scoresOf(all.gold === 0 ? null : averageWeighted(found), all),
  ];
}
