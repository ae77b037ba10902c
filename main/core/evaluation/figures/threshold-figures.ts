import { shareIntervals } from '#core/evaluation/intervals/share-intervals.ts';
import type { BinaryScores } from '#core/evaluation/predictions/one-against-rest.ts';
import type { Figure } from './figure.ts';
import { makeFigure } from './make-figure.ts';

export interface ThresholdFiguresInput {
  readonly label: string;
  readonly binary: BinaryScores;
  /** [items] whose notes depend on each other, in the order of `binary`; null stands alone. */
  readonly groupIds: readonly (string | null)[];
  /** An alert from this score on. */
  readonly threshold: number;
  readonly confidence?: number;
}

interface Judged {
  readonly isPositive: boolean;
  readonly isAlerted: boolean;
}

/** Of which notes each is a share, and which of them it counts. */
const shares = {
  sensitivity: { of: (note: Judged) => note.isPositive, counts: (note: Judged) => note.isAlerted },
  specificity: {
    of: (note: Judged) => !note.isPositive,
    counts: (note: Judged) => !note.isAlerted,
  },
  ppv: { of: (note: Judged) => note.isAlerted, counts: (note: Judged) => note.isPositive },
  npv: { of: (note: Judged) => !note.isAlerted, counts: (note: Judged) => !note.isPositive },
} as const;

/**
 * Sensitivity, specificity, PPV and NPV of one class at a threshold, each with Wilson’s interval and
 * the exact one, in which the notes of a patient count for less than as many of others.
 */
export function thresholdFigures(input: ThresholdFiguresInput): Figure[] {
  const { label, binary, groupIds, threshold, confidence = 0.95 } = input;
  const notes = groupIds.map((groupId, item) => ({
    groupId,
    isPositive: binary.truths[item] === 1,
    isAlerted: binary.scores[item] >= threshold,
  }));
  return (Object.keys(shares) as (keyof typeof shares)[]).map((name) => {
    const { of, counts } = shares[name];
    const own = notes.filter(of);
    const count = own.filter(counts).length;
    return makeFigure({
      name,
      averaging: 'one-against-rest',
      label,
      value: own.length === 0 ? null : count / own.length,
      otherwise: 'nothing-to-count',
      intervals: shareIntervals(
        count,
        own.map(({ groupId }) => groupId),
        confidence,
      ),
      support: own.length,
    });
  });
}
