import type { ChartTable } from '../chart/chart-table.ts';
import type { Formats } from '../format/formats.ts';
import type { CurvesMessages } from '../messages/curves/messages.ts';
import { decisionPoints, precisionPoints, rocPoints, type ShownScores } from './curve-plots.ts';

interface TableWords {
  readonly say: CurvesMessages;
  readonly format: Pick<Formats, 'decimal' | 'metric' | 'count'>;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const rocPlaces = [0, 0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const recallPlaces = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 1];
const decisionPlaces = [0.01, 0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/** The sensitivity of each model at false positive rates that people ask for. */
export function tableOfRoc(shown: readonly ShownScores[], { say, format }: TableWords): ChartTable {
  return {
    columns: [say.falsePositiveRate, ...shown.map(({ model }) => model)],
    rows: rocPlaces.map((place) => [
      format.decimal(place, 2),
      ...shown.map(({ scores }) => format.metric(valueOnLine(rocPoints(scores), place))),
    ]),
  };
}

export function tableOfPrecision(
  shown: readonly ShownScores[],
  { say, format }: TableWords,
): ChartTable {
  return {
    columns: [say.sensitivityOrRecall, ...shown.map(({ model }) => model)],
    rows: recallPlaces.map((place) => [
      format.decimal(place, 2),
      ...shown.map(({ scores }) => format.metric(valueOnSteps(precisionPoints(scores), place))),
    ]),
  };
}

/** Every bin of every model, as it was counted. */
export function tableOfCalibration(
  shown: readonly ShownScores[],
  { say, format }: TableWords,
): ChartTable {
  return {
    columns: [say.model, say.notes, say.predicted, say.observed, say.interval],
    rows: shown.flatMap(({ model, scores }) =>
      scores.calibrationCurve.map(({ count, predicted, observed, interval }) => [
        model,
        format.count(count),
        format.metric(predicted),
        format.metric(observed),
        say.fromTo(format.metric(interval.lower), format.metric(interval.upper)),
      ]),
    ),
  };
}

export function tableOfDecision(
  shown: readonly ShownScores[],
  { say, format }: TableWords,
): ChartTable {
  const drawn = shown.filter(({ scores }) => scores.decisionCurve !== null);
  const all = decisionPoints(drawn.at(0)?.scores, 'treatAll');
  return {
    columns: [say.thresholdProbability, ...drawn.map(({ model }) => model), say.actOnAll],
    rows: decisionPlaces.map((place) => [
      format.decimal(place, 2),
      ...drawn.map(({ scores }) =>
        format.metric(valueOnLine(decisionPoints(scores, 'model'), place)),
      ),
      format.metric(valueOnLine(all, place)),
    ]),
  };
}

/** The highest value at a place of a line that never goes back; null where there is no line. */
export function valueOnLine(points: readonly Point[], place: number): number | null {
  let value: number | null = null;
  points.forEach(({ x, y }, index) => {
    if (x === place) value = Math.max(value ?? y, y);
    const before = points[index - 1];
    if (before === undefined || before.x >= place || x <= place) return;
    value = before.y + ((place - before.x) / (x - before.x)) * (y - before.y);
  });
  return value;
}

/** The highest value of the first steps that reach a place. */
export function valueOnSteps(points: readonly Point[], place: number): number | null {
  const reached = points.filter(({ x }) => x >= place - 1e-12);
  if (reached.length === 0) return null;
  const [{ x: first }] = reached;
  return reached.reduce((most, { x, y }) => (x === first ? Math.max(most, y) : most), -Infinity);
}
