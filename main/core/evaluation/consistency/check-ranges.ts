import type { Contradiction } from './contradiction.ts';
import { boundsOf, type StatedScores } from './stated.ts';

/** Shares lie between 0 and 1, correlations between −1 and 1. */
export function checkRanges({ figures }: StatedScores): Contradiction[] {
  return Array.from(figures).flatMap(([name, { stated, place }]): Contradiction[] => {
    if (name === 'support') return [];
    const expected = { least: name === 'mcc' ? -1 : 0, most: 1 };
    const { least, most } = boundsOf(stated);
    if (most >= expected.least && least <= expected.most) return [];
    return [{ kind: 'out-of-range', place, with: null, found: stated.value, expected }];
  });
}
