import { dot, vectorAt, type Vectors } from './vectors.ts';

export interface Neighbour {
  readonly index: number;
  /** Cosine, from −1 to 1. */
  readonly likeness: number;
}

/**
 * The `count` unit vectors most like the one at `index`, the nearest first; of equal ones the
 * earlier. Those that `isAsked` refuses are passed over.
 */
export function nearestVectors(
  unit: Vectors,
  index: number,
  { count, isAsked = () => true }: { count: number; isAsked?: (index: number) => boolean },
): Neighbour[] {
  const chosen = vectorAt(unit, index);
  const all: Neighbour[] = [];
  for (let other = 0; other < unit.count; other++) {
    if (other === index || !isAsked(other)) continue;
    all.push({ index: other, likeness: dot(chosen, vectorAt(unit, other)) });
  }
  return all
    .sort((one, other) => other.likeness - one.likeness || one.index - other.index)
    .slice(0, count);
}
