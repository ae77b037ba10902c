import { largestOf } from '#core/base/extremes.ts';
import type { MetricName } from '../metrics/metric-names.ts';
import type { Contradiction } from './contradiction.ts';
import type { PlacedFigure, StatedScores } from './stated.ts';

const means: readonly (readonly [macro: MetricName, ofClass: MetricName])[] = [
  ['precision-macro', 'precision'],
  ['recall-macro', 'recall'],
  ['f1-macro', 'f1'],
];

/** By how many units of the last digit sums of rounded numbers may differ. */
export const unitsApart = 1.5;

/**
 * A macro average is the plain mean of its classes, also after means over tests, where every class
 * occurs in each of them. In the same table, or in another where it is certain which it belongs to: a
 * paper has tables of several tasks, and often none says of which it is.
 */
export function checkMacroMeans(scores: readonly StatedScores[]): Contradiction[] {
  const groups = Map.groupBy(scores, ({ task, model, of, test }) =>
    JSON.stringify([task, model, of, test]),
  );
  return [...groups.values()].flatMap((group) => {
    const byTable = Map.groupBy(
      group.filter(({ label }) => label !== null),
      tableOf,
    );
    const all = group.filter(({ label }) => label === null);
    return [...byTable].flatMap(([table, classes]) => {
      const here = all.filter((each) => tableOf(each) === table);
      const isCertain = byTable.size === 1 && all.length === 1;
      return checkClasses(classes, here.length > 0 || !isCertain ? here : all);
    });
  });
}

function tableOf({ figures }: StatedScores): string | null {
  return [...figures.values()].at(0)?.place.table ?? null;
}

function checkClasses(
  classes: readonly StatedScores[],
  averages: readonly StatedScores[],
): Contradiction[] {
  if (classes.length < 2 || classes.some(({ isPartial }) => isPartial)) return [];
  // A class twice is of two settings that no column tells apart.
  if (new Set(classes.map(({ label }) => label)).size < classes.length) return [];
  return means.flatMap(([macroName, className]) => {
    const parts = classes.flatMap(({ figures }) => figures.get(className) ?? []);
    if (parts.length < classes.length) return [];
    return averages.flatMap(({ figures }) => compare(figures.get(macroName), parts));
  });
}

function compare(macro: PlacedFigure | undefined, parts: readonly PlacedFigure[]): Contradiction[] {
  if (macro === undefined) return [];
  const mean = parts.reduce((sum, { stated }) => sum + stated.value, 0) / parts.length;
  const unit = largestOf(
    parts.map(({ stated }) => stated.unit),
    macro.stated.unit,
  );
  const room = unitsApart * unit + 1e-12;
  if (Math.abs(macro.stated.value - mean) <= room) return [];
  return [
    {
      kind: 'macro-not-the-mean',
      place: macro.place,
      with: parts[0].place,
      found: macro.stated.value,
      expected: { least: mean - room, most: mean + room },
    },
  ];
}
