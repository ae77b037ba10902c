import { RandomStream } from '#core/base/random-stream.ts';

/**
 * Whether the first of two persons is shown on the left: by chance for each conflict, and the same
 * each time, so that nobody learns by its place whose a label is.
 */
export function isFirstLeft(projectId: number, number: number, conflictId: string): boolean {
  const stream = new RandomStream(projectId, `settling/${number}/${conflictId}`);
  return stream.integer(2) === 0;
}
