import type { LearningView } from '#contract/learning.ts';
import { roundAxis } from '../chart/axes.ts';
import type { Axis, Plot } from '../chart/lay-out-plot.ts';
import { paddedRange } from '../chart/scale.ts';
import { lookOf } from '../chart/series-look.ts';
import type { Formats } from '../format/formats.ts';
import type { LearningMessages } from '../messages/learning/messages.ts';

type ModelLearning = LearningView['models'][number];

interface Words {
  readonly say: LearningMessages;
  readonly format: Pick<Formats, 'decimal' | 'compact'>;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The axes of all models, so that their pictures can be laid beside each other. */
export function axesOf(
  models: readonly ModelLearning[],
  { say, format }: Words,
): { x: Axis; y: Axis } {
  const points = models.flatMap(({ folds }) => folds.flatMap(({ losses }) => losses));
  const last = points.reduce((most, { step }) => Math.max(most, step), 1);
  const range = paddedRange(
    points.map(({ loss }) => loss),
    0.06,
  );
  const steps = roundAxis(say.step, [0, last], { wanted: 4, decimal: format.decimal });
  return {
    x: { ...steps, ticks: steps.ticks.map(({ at }) => ({ at, text: format.compact(at) })) },
    y: roundAxis(say.loss, range, { wanted: 4, decimal: format.decimal }),
  };
}

/** The folds of a model as thin lines, their mean as a bold one. */
export function plotLearning(
  { model, folds }: ModelLearning,
  { x, y }: { readonly x: Axis; readonly y: Axis },
  index: number,
): Plot {
  const lines = folds.map(({ losses }) => losses.map(({ step, loss }) => ({ x: step, y: loss })));
  return {
    x,
    y,
    series: [
      {
        name: model,
        look: { ...lookOf(index), dash: undefined },
        join: 'line',
        points: meanLine(lines),
        folds: lines,
        marked: [],
      },
    ],
    references: [],
  };
}

/**
 * The mean of lines where all that have got so far are there: at the places of the first, between two
 * points in a straight line. A fold that runs shortens none of the others.
 */
export function meanLine(lines: readonly (readonly Point[])[]): Point[] {
  const [first = []] = lines.toSorted((a, b) => b.length - a.length);
  return first.map(({ x }) => {
    const values = lines.flatMap((line) => valueAt(line, x) ?? []);
    return { x, y: values.reduce((sum, each) => sum + each, 0) / values.length };
  });
}

/** Null before a line begins and after it ends. */
function valueAt(line: readonly Point[], x: number): number | null {
  const next = line.findIndex((point) => point.x >= x);
  if (next < 0) return null;
  if (line[next].x === x) return line[next].y;
  if (next === 0) return null;
  const [from, to] = [line[next - 1], line[next]];
  return from.y + ((x - from.x) / (to.x - from.x)) * (to.y - from.y);
}
