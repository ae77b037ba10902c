import { hypergeometricAtMost } from './hypergeometric.ts';

/** What people found who read some of the items of a stratum, drawn at random. */
export interface ReadStratum {
  readonly total: number;
  readonly read: number;
  /** Of those that were read. */
  readonly positives: number;
}

/** A number of items with bounds; 95 % unless another confidence is asked for, two-sided. */
export interface CountBounds {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * How many positives a stratum has. The value is what the draw expects, the bounds are exact: from the
 * smallest number of which so many or more are drawn with a chance above (1 − confidence)/2, to the
 * largest of which so many or fewer are (Buonaccorsi, The American Statistician 41, 1987). A stratum
 * that was read as a whole is known; of one that was not read nothing is, and the value is half of it.
 */
export function countBounds(stratum: ReadStratum, confidence = 0.95): CountBounds {
  const { total, read, positives } = stratum;
  if (read === 0) return { value: total / 2, lower: 0, upper: total };
  const tail = (1 - confidence) / 2;
  const [least, most] = [positives, total - (read - positives)];
  const draw = (count: number) => ({ total, positives: count, drawn: read });
  // The chance of so many or more rises with the number, that of so many or fewer falls.
  const lower = firstWhere(least, most, (count) => {
    return 1 - hypergeometricAtMost(positives - 1, draw(count)) > tail;
  });
  const upper =
    firstWhere(least, most + 1, (count) => {
      return count > most || hypergeometricAtMost(positives, draw(count)) <= tail;
    }) - 1;
  return { value: (total * positives) / read, lower, upper: Math.max(upper, least) };
}

/** The first whole number of a range from which on a condition holds; the last where none before does. */
function firstWhere(from: number, to: number, holds: (count: number) => boolean): number {
  let [below, above] = [from, to];
  while (below < above) {
    const middle = Math.floor((below + above) / 2);
    if (holds(middle)) above = middle;
    else below = middle + 1;
  }
  return above;
}
