import type { GivenClass, GivenSpan } from './annotation-work.ts';

export function byLabel(a: GivenClass, b: GivenClass): number {
  return compareText(a.label, b.label);
}

/** By the first unit, then by the last, then by id. */
export function byPlace(a: GivenSpan, b: GivenSpan): number {
  return (
    a.fragments[0].start - b.fragments[0].start ||
    a.fragments[a.fragments.length - 1].end - b.fragments[b.fragments.length - 1].end ||
    compareText(a.id, b.id)
  );
}

/** By UTF-16 units: the same on every machine, unlike an order of a language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
