import type { MatchCounts } from '#core/evaluation/metrics/score-counts.ts';
import type { SpanCounts } from './count-span-matches.ts';

/**
 * What precision, recall and F1 are made of: correct plus half of the partial over all found, and
 * over all true (SemEval 2013, task 9.1). Only the mode “partial” has partial ones.
 */
export function spanMatchCounts(counts: SpanCounts): MatchCounts {
  const { correct, partial, incorrect, spurious, missed } = counts;
  const paired = correct + partial + incorrect;
  return {
    matched: correct + partial / 2,
    predicted: paired + spurious,
    gold: paired + missed,
  };
}
