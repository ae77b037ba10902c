import { AnamnesisError } from '#core/base/error.ts';

/** Refuses what is not within 0 … 1, or not strictly within; throws `evaluation.out-of-range`. */
export function requireShare(
  name: string,
  value: number,
  ends: 'with-ends' | 'without-ends' = 'with-ends',
): void {
  const inside = ends === 'with-ends' ? value >= 0 && value <= 1 : value > 0 && value < 1;
  if (inside) return;
  throw new AnamnesisError('evaluation.out-of-range', {
    expected: ends === 'with-ends' ? 'a number from 0 to 1' : 'a number between 0 and 1',
    found: String(value),
    remedy: 'Give shares as fractions: 0.95 for 95 %.',
    place: name,
  });
}
