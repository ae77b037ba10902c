import type { PreparedClassification } from './prepared-task.ts';

/**
 * Index of the class that is looked for: the named one, else the rarer of two, of equally rare ones
 * the last. Of more classes it says nothing.
 */
export function findPositive(
  { notes, classes }: Pick<PreparedClassification, 'notes' | 'classes'>,
  named: string | undefined,
): number {
  if (named !== undefined) return classes.indexOf(named);
  const counts = classes.map((name) => notes.filter(({ label }) => label === name).length);
  return counts.reduce((rarest, count, index) => (count <= counts[rarest] ? index : rarest), 0);
}
