import type { Span } from './text.ts';

/** Of overlapping spans keeps the longer, then the earlier; what is kept is sorted. */
export function removeOverlaps<Entity extends Span>(
  entities: readonly Entity[],
  textLength: number,
): { kept: Entity[]; removed: Entity[] } {
  const lengthOf = (entity: Span): number => entity.end - entity.start;
  const byRank = [...entities].sort((a, b) => lengthOf(b) - lengthOf(a) || a.start - b.start);
  const taken = new Uint8Array(textLength);
  const kept: Entity[] = [];
  const removed: Entity[] = [];
  for (const entity of byRank) {
    // What was taken before is at least as long, so it cannot hide between the two ends.
    if (taken[entity.start] || taken[entity.end - 1]) removed.push(entity);
    else {
      taken.fill(1, entity.start, entity.end);
      kept.push(entity);
    }
  }
  return { kept: kept.sort((a, b) => a.start - b.start), removed };
}
