import type { GivenSpan } from '#core/domain/annotation-work.ts';

/** How many UTF-16 units two marks have in common. */
export function overlapOf(one: GivenSpan, other: GivenSpan): number {
  let shared = 0;
  for (const a of one.fragments) {
    for (const b of other.fragments) {
      shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
    }
  }
  return shared;
}
