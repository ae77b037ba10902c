/**
 * The largest of these and `floor`. Math.max(...values) passes each value on the stack, which ends
 * the program from about 120,000 on.
 */
export function largestOf(values: Iterable<number>, floor = -Infinity): number {
  let largest = floor;
  for (const value of values) largest = Math.max(largest, value);
  return largest;
}

/** The smallest of these; Infinity where there is none. */
export function smallestOf(values: Iterable<number>): number {
  let smallest = Infinity;
  for (const value of values) smallest = Math.min(smallest, value);
  return smallest;
}
