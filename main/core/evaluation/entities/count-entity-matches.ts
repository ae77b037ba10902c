import { AnamnesisError } from '#core/base/error.ts';
import type { MatchCounts } from '#core/evaluation/metrics/score-counts.ts';
import { readEntities, type TaggedEntity, type TagReading } from './read-entities.ts';

/**
 * Counts, for every type that is true or predicted anywhere, sorted by name, how many entities
 * match in type and both ends. Throws `evaluation.length-mismatch` or `evaluation.invalid-tag`.
 */
export function countEntityMatches(
  gold: readonly (readonly string[])[],
  predicted: readonly (readonly string[])[],
  reading: TagReading,
): Map<string, MatchCounts> {
  requireSameLength('tagged sentences', gold.length, predicted.length);
  const tally = new Map<string, { matched: number; predicted: number; gold: number }>();
  const countsOf = (type: string) => {
    const counts = tally.get(type) ?? { matched: 0, predicted: 0, gold: 0 };
    tally.set(type, counts);
    return counts;
  };
  for (let sentence = 0; sentence < gold.length; sentence++) {
    requireSameLength(
      `tags in sentence ${sentence + 1}`,
      gold[sentence].length,
      predicted[sentence].length,
    );
    const goldEntities = readEntities(gold[sentence], reading);
    const goldKeys = new Set(goldEntities.map(keyOf));
    for (const entity of goldEntities) countsOf(entity.type).gold++;
    for (const entity of readEntities(predicted[sentence], reading)) {
      const counts = countsOf(entity.type);
      counts.predicted++;
      if (goldKeys.has(keyOf(entity))) counts.matched++;
    }
  }
  return new Map([...tally].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function keyOf({ start, end, type }: TaggedEntity): string {
  return `${start}:${end}:${type}`;
}

function requireSameLength(what: string, gold: number, predicted: number): void {
  if (gold === predicted) return;
  throw new AnamnesisError('evaluation.length-mismatch', {
    expected: `${gold} ${what}`,
    found: `${predicted} predicted`,
    remedy: 'Report this with the command that led to it.',
  });
}
