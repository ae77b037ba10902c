import { matchSpans, type LabelledSpan, type MatchingMode } from './match-spans.ts';

/** The true and found mentions of one text. */
export interface SpanDocument {
  readonly id: string;
  /** Whose texts depend on each other, usually the patient; null: the text stands alone. */
  readonly groupId: string | null;
  readonly gold: readonly LabelledSpan[];
  readonly predicted: readonly LabelledSpan[];
}

/** The counts of MUC-5 (Chinchor and Sundheim 1993) that SemEval 2013 uses. */
export interface SpanCounts {
  readonly correct: number;
  readonly partial: number;
  readonly incorrect: number;
  /** Found, overlapping nothing true that is left. */
  readonly spurious: number;
  /** True, overlapping nothing found that is left. */
  readonly missed: number;
}

export const noSpans: SpanCounts = { correct: 0, partial: 0, incorrect: 0, spurious: 0, missed: 0 };

/** Counts one text. For one type, give only its mentions: confusing it is then missing it. */
export function countSpanMatches(
  gold: readonly LabelledSpan[],
  predicted: readonly LabelledSpan[],
  mode: MatchingMode,
): SpanCounts {
  const grades = matchSpans(gold, predicted, mode);
  const count = (wanted: string) => grades.filter((grade) => grade === wanted).length;
  return {
    correct: count('correct'),
    partial: count('partial'),
    incorrect: count('incorrect'),
    spurious: predicted.length - grades.length,
    missed: gold.length - grades.length,
  };
}

/** The counts of several texts together. */
export function addSpanCounts(a: SpanCounts, b: SpanCounts): SpanCounts {
  return {
    correct: a.correct + b.correct,
    partial: a.partial + b.partial,
    incorrect: a.incorrect + b.incorrect,
    spurious: a.spurious + b.spurious,
    missed: a.missed + b.missed,
  };
}
