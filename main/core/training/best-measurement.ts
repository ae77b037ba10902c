/** The first of the best scores, from 0; −1 before there is one. What is no number is never better. */
export function bestMeasurement(scores: readonly number[]): number {
  return scores.reduce(
    (best, score, place) => (best < 0 || worth(score) > worth(scores[best]) ? place : best),
    -1,
  );
}

/** Whether as many measurements as patience allows were no better than the best. */
export function isOutOfPatience(scores: readonly number[], patience: number): boolean {
  return scores.length - 1 - bestMeasurement(scores) >= patience;
}

function worth(score: number): number {
  return Number.isNaN(score) ? -Infinity : score;
}
