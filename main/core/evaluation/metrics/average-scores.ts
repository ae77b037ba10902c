import { scoreCounts, type MatchCounts, type Scores } from './score-counts.ts';

/** The three ways to make one number of many classes; a table must say which it prints. */
export type Averaging = 'micro' | 'macro' | 'weighted';

/** From the counts of all classes or types added up. */
export function averageMicro(counts: readonly MatchCounts[]): Scores {
  return scoreCounts({
    matched: sum(counts, (each) => each.matched),
    predicted: sum(counts, (each) => each.predicted),
    gold: sum(counts, (each) => each.gold),
  });
}

/** The plain mean over classes or types; 0 without any. */
export function averageMacro(counts: readonly MatchCounts[]): Scores {
  return averageBy(counts, () => 1);
}

/** The mean over classes or types weighted by their true number; 0 when nothing is true. */
export function averageWeighted(counts: readonly MatchCounts[]): Scores {
  return averageBy(counts, (each) => each.gold);
}

function averageBy(
  counts: readonly MatchCounts[],
  weightOf: (each: MatchCounts) => number,
): Scores {
  const total = sum(counts, weightOf);
  if (total === 0) return { precision: 0, recall: 0, f1: 0 };
  const mean = (scoreOf: (scores: Scores) => number) =>
    sum(counts, (each) => weightOf(each) * scoreOf(scoreCounts(each))) / total;
  return {
    precision: mean((scores) => scores.precision),
    recall: mean((scores) => scores.recall),
    f1: mean((scores) => scores.f1),
  };
}

function sum(counts: readonly MatchCounts[], valueOf: (each: MatchCounts) => number): number {
  return counts.reduce((total, each) => total + valueOf(each), 0);
}
