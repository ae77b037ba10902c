import type { ClassScoresView } from '#contract/scores.ts';
import { roundAxis } from '../chart/axes.ts';
import type { Plot, PlotSeries } from '../chart/lay-out-plot.ts';
import { paddedRange } from '../chart/scale.ts';
import type { SeriesLook } from '../chart/series-look.ts';
import type { CurvesMessages } from '../messages/curves/messages.ts';
import type { Formats } from '../format/formats.ts';

/** What one model says of a class, and how its line looks. */
export interface ShownScores {
  readonly model: string;
  readonly look: SeriesLook;
  readonly scores: ClassScoresView;
}

export interface PlotWords {
  readonly say: CurvesMessages;
  readonly format: Pick<Formats, 'decimal'>;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const unit = [0, 1] as const;

const shareAxis = (title: string, { format }: PlotWords) =>
  roundAxis(title, unit, { wanted: 5, decimal: format.decimal });

const diagonal = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
];

export function plotRoc(shown: readonly ShownScores[], words: PlotWords): Plot {
  const { say } = words;
  return {
    x: shareAxis(say.falsePositiveRate, words),
    y: shareAxis(say.sensitivity, words),
    series: shown.map(({ model, look, scores }): PlotSeries => ({
      name: model,
      look,
      join: 'line',
      points: rocPoints(scores),
    })),
    references: [{ points: diagonal, name: say.chance }],
  };
}

export function rocPoints({ roc }: ClassScoresView): Point[] {
  return (roc ?? []).map(({ falsePositiveRate, sensitivity }) => ({
    x: falsePositiveRate,
    y: sensitivity,
  }));
}

export function plotPrecisionRecall(shown: readonly ShownScores[], words: PlotWords): Plot {
  const { say } = words;
  const share = shown.at(0)?.scores.ownPrevalence ?? 0;
  return {
    x: shareAxis(say.sensitivityOrRecall, words),
    y: shareAxis(say.precision, words),
    series: shown.map(({ model, look, scores }): PlotSeries => ({
      name: model,
      look,
      join: 'step',
      points: precisionPoints(scores),
    })),
    references: [
      {
        points: [
          { x: 0, y: share },
          { x: 1, y: share },
        ],
        name: say.chance,
      },
    ],
  };
}

/** From recall 0 on, where the first precision holds already. */
export function precisionPoints({ precisionRecall }: ClassScoresView): Point[] {
  const points = (precisionRecall ?? []).map(({ recall, precision }) => ({
    x: recall,
    y: precision,
  }));
  return points.length === 0 ? [] : [{ x: 0, y: points[0].y }, ...points];
}

export function plotCalibration(shown: readonly ShownScores[], words: PlotWords): Plot {
  const { say } = words;
  return {
    x: shareAxis(say.predicted, words),
    y: shareAxis(say.observed, words),
    series: shown.map(({ model, look, scores }): PlotSeries => {
      const points = scores.calibrationCurve.map(({ predicted, observed }) => ({
        x: predicted,
        y: observed,
      }));
      return {
        name: model,
        look,
        join: 'line',
        points,
        marked: points,
        bars: scores.calibrationCurve.map(({ predicted, interval }) => ({
          x: predicted,
          low: interval.lower,
          high: interval.upper,
        })),
      };
    }),
    references: [{ points: diagonal, name: say.perfect }],
  };
}

export function plotDecision(shown: readonly ShownScores[], words: PlotWords): Plot {
  const { say, format } = words;
  const curves = shown.map((each) => ({ ...each, points: decisionPoints(each.scores, 'model') }));
  const all = decisionPoints(
    shown.find(({ scores }) => scores.decisionCurve !== null)?.scores,
    'treatAll',
  );
  const highest = [...curves.flatMap(({ points }) => points), ...all].reduce(
    (most, { y }) => Math.max(most, y),
    0.01,
  );
  // Acting on everybody costs without bound: below this nobody needs to see how much.
  const lowest = -0.3 * highest;
  const [, top] = paddedRange([0, highest], 0.08);
  return {
    x: shareAxis(say.thresholdProbability, words),
    y: roundAxis(say.netBenefit, [lowest, top], { wanted: 5, decimal: format.decimal }),
    series: curves.map(({ model, look, points }): PlotSeries => ({
      name: model,
      look,
      join: 'line',
      points: cutBelow(points, lowest),
    })),
    references: [
      { points: cutBelow(all, lowest), name: say.actOnAll },
      {
        points: [
          { x: 0, y: 0 },
          { x: 1, y: 0 },
        ],
        name: say.actOnNone,
        isWhole: true,
      },
    ],
  };
}

export function decisionPoints(
  scores: ClassScoresView | undefined,
  of: 'model' | 'treatAll',
): Point[] {
  return (scores?.decisionCurve ?? []).map((point) => ({ x: point.threshold, y: point[of] }));
}

/** A line from its beginning to where it first falls below a value, ending on it. */
export function cutBelow(points: readonly Point[], lowest: number): Point[] {
  const below = points.findIndex(({ y }) => y < lowest);
  if (below < 0) return [...points];
  if (below === 0) return [];
  const [from, to] = [points[below - 1], points[below]];
  const share = (from.y - lowest) / (from.y - to.y);
  return [...points.slice(0, below), { x: from.x + share * (to.x - from.x), y: lowest }];
}
