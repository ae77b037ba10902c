import type { Metric } from '#core/domain/run.ts';
import { listScoreMetrics } from '#core/evaluation/metrics/list-score-metrics.ts';
import { countEntityMatches } from './count-entity-matches.ts';
import type { TagReading } from './read-entities.ts';

/**
 * All metrics of entity recognition, from one IOB2 tag per word and sentence: an entity counts only
 * when its type and both ends are right. Strict reading by default: an I- that continues nothing is
 * no entity. Averages go over the types that are true or predicted, as in seqeval.
 * Throws `evaluation.length-mismatch` or `evaluation.invalid-tag`.
 */
export function evaluateEntities(
  gold: readonly (readonly string[])[],
  predicted: readonly (readonly string[])[],
  reading: TagReading = 'strict',
): Metric[] {
  return listScoreMetrics(countEntityMatches(gold, predicted, reading));
}
