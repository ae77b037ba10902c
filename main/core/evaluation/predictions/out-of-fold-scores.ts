import { AnamnesisError } from '#core/base/error.ts';

/** One note as it was judged by a model that had not learned from it. */
export interface ScoredNote {
  readonly id: string;
  /** 0-based: the fold in which it was tested. */
  readonly fold: number;
  /** Whose notes depend on each other, usually the patient; null: the note stands alone. */
  readonly groupId: string | null;
  /** The true class. */
  readonly label: string;
  /** [classes] probabilities from 0 to 1 in the order of the classes, adding up to 1. */
  readonly scores: ArrayLike<number>;
}

/** All notes of a task, each tested once. */
export interface OutOfFoldScores {
  /** The classes of the task. */
  readonly labels: readonly string[];
  readonly notes: readonly ScoredNote[];
}

/**
 * Gives the same scores back, or throws `evaluation.empty`, `evaluation.unknown-label`,
 * `evaluation.length-mismatch` or `evaluation.out-of-range`.
 */
export function requireScores(given: OutOfFoldScores): OutOfFoldScores {
  const { labels, notes } = given;
  if (notes.length === 0) {
    throw new AnamnesisError('evaluation.empty', {
      expected: 'at least one scored note',
      found: 'none',
      remedy: 'Finish a fold of the task first.',
    });
  }
  const known = new Set(labels);
  notes.forEach(({ label, scores }, index) => {
    const place = `note ${index + 1}`;
    if (!known.has(label)) {
      throw new AnamnesisError('evaluation.unknown-label', {
        expected: `one of the ${labels.length} classes of the task`,
        found: 'another',
        remedy: 'Name every class that occurs in the data in the labels of the task.',
        place,
      });
    }
    requireProbabilities(scores, labels.length, place);
  });
  return given;
}

/** Probabilities kept in 32 bits add up to 1 only nearly. */
const tolerance = 1e-3;

function requireProbabilities(scores: ArrayLike<number>, classCount: number, place: string): void {
  if (scores.length !== classCount) {
    throw new AnamnesisError('evaluation.length-mismatch', {
      expected: `one score for each of ${classCount} classes`,
      found: `${scores.length}`,
      remedy: 'Report this with the command that led to it.',
      place,
    });
  }
  let sum = 0;
  for (let index = 0; index < classCount; index++) {
    sum += scores[index] >= 0 && scores[index] <= 1 ? scores[index] : NaN;
  }
  if (Math.abs(sum - 1) <= tolerance) return;
  throw new AnamnesisError('evaluation.out-of-range', {
    expected: 'probabilities from 0 to 1 that add up to 1',
    found: 'other numbers',
    remedy: 'Give the scores after softmax; look at the run of this fold if it diverged.',
    place,
  });
}
