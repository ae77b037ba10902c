/** What was counted for one class or entity type. */
export interface MatchCounts {
  /** Predicted and true. */
  readonly matched: number;
  readonly predicted: number;
  readonly gold: number;
}

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and F1 of one class or type; 0 wherever the denominator is 0. */
export function scoreCounts({ matched, predicted, gold }: MatchCounts): Scores {
  return {
    precision: predicted === 0 ? 0 : matched / predicted,
    recall: gold === 0 ? 0 : matched / gold,
    f1: predicted + gold === 0 ? 0 : (2 * matched) / (predicted + gold),
  };
}
