import { smallestPossibleP } from '../statistics/smallest-possible-p.ts';
import type { Contradiction } from './contradiction.ts';
import { boundsOf, type PlacedFigure, type StatedComparison } from './stated.ts';

/**
 * Of an exact two-sided signed-rank test every p is a whole number of 2/2ⁿ, with ties and zeros too, and
 * none is smaller: .00195, .00391, … of ten pairs, at least .0625 of five. Holm’s p is at least p, and
 * keeps the order of p.
 */
export function checkComparisons(comparisons: readonly StatedComparison[]): Contradiction[] {
  return [
    ...comparisons.flatMap(checkP),
    ...comparisons.flatMap(checkHolm),
    ...checkOrder(comparisons),
  ];
}

function checkP({ p, pairCount }: StatedComparison): Contradiction[] {
  if (p === null || pairCount === null) return [];
  const step = smallestPossibleP(pairCount);
  const { least, most } = boundsOf(p.stated);
  const told = { place: p.place, with: null, found: p.stated.value };
  const highest = p.stated.isBound ? p.stated.value : most;
  if (highest < step) {
    return [{ kind: 'p-below-the-least', ...told, expected: { least: step, most: 1 } }];
  }
  const nearest = Math.max(1, Math.round(p.stated.value / step)) * step;
  if (p.stated.isBound || (nearest >= least && nearest <= most)) return [];
  return [{ kind: 'p-not-of-the-test', ...told, expected: { least: nearest, most: nearest } }];
}

function checkHolm({ p, pHolm }: StatedComparison): Contradiction[] {
  if (p === null || pHolm === null || p.stated.isBound || pHolm.stated.isBound) return [];
  const { least } = boundsOf(p.stated);
  if (boundsOf(pHolm.stated).most >= least) return [];
  const expected = { least: p.stated.value, most: 1 };
  const found = pHolm.stated.value;
  return [{ kind: 'holm-below-p', place: pHolm.place, with: p.place, found, expected }];
}

/** Each with the next larger p: what is out of order is so between neighbours. */
function checkOrder(comparisons: readonly StatedComparison[]): Contradiction[] {
  const both = comparisons
    .flatMap(({ p, pHolm }) => (p === null || pHolm === null ? [] : [{ p, pHolm }]))
    .filter(({ p, pHolm }) => !p.stated.isBound && !pHolm.stated.isBound)
    .sort((a, b) => a.p.stated.value - b.p.stated.value);
  const found: Contradiction[] = [];
  for (let index = 1; index < both.length; index++) {
    const [smaller, larger] = [both[index - 1], both[index]];
    if (isAbove(smaller.p, larger.p) || !isAbove(smaller.pHolm, larger.pHolm)) continue;
    if (boundsOf(smaller.p.stated).most > boundsOf(larger.p.stated).least) continue;
    found.push({
      kind: 'holm-not-in-order',
      place: larger.pHolm.place,
      with: smaller.pHolm.place,
      found: larger.pHolm.stated.value,
      expected: { least: smaller.pHolm.stated.value, most: 1 },
    });
  }
  return found;
}

/** Surely larger, whatever was rounded. */
function isAbove(a: PlacedFigure, b: PlacedFigure): boolean {
  return boundsOf(a.stated).least > boundsOf(b.stated).most;
}
