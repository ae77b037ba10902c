import { unitsApart } from './check-macro-means.ts';
import type { Contradiction } from './contradiction.ts';
import type { PlacedFigure, StatedComparison, StatedScores } from './stated.ts';

/** A difference between two models is that of their means, where all stand in the tables. */
export function checkDifferences(
  scores: readonly StatedScores[],
  comparisons: readonly StatedComparison[],
): Contradiction[] {
  const means = scores.filter(
    ({ of, label, isPartial }) => of === 'means' && label === null && !isPartial,
  );
  return comparisons.flatMap(({ task, modelA, modelB, metric, difference }) => {
    if (modelA === null || modelB === null || metric === null || difference === null) return [];
    const meansOf = (wanted: string) =>
      means
        .filter((each) => each.task === task && each.model === wanted)
        .flatMap(({ figures }) => figures.get(metric) ?? []);
    const [a, b] = [meansOf(modelA), meansOf(modelB)];
    // Of several it is not certain which are meant.
    return a.length === 1 && b.length === 1 ? compare(difference, a[0], b[0]) : [];
  });
}

function compare(difference: PlacedFigure, a: PlacedFigure, b: PlacedFigure): Contradiction[] {
  const expected = a.stated.value - b.stated.value;
  const unit = Math.max(difference.stated.unit, a.stated.unit, b.stated.unit);
  const room = unitsApart * unit + 1e-12;
  if (Math.abs(difference.stated.value - expected) <= room) return [];
  return [
    {
      kind: 'difference-not-of-means',
      place: difference.place,
      with: a.place,
      found: difference.stated.value,
      expected: { least: expected - room, most: expected + room },
    },
  ];
}
