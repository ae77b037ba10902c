import { sigmoidOf } from '#core/domain/class-probabilities.ts';
import type { ClassPredictions, LabelSetPredictions } from '#core/domain/predictions.ts';
import type { BinaryScores } from './one-against-rest.ts';

/** One note as it was judged by a model that had not learned from it. */
export interface ScoredLabels {
  readonly id: string;
  /** 0-based: the fold in which it was tested. */
  readonly fold: number;
  readonly groupId: string | null;
  /** Indices of the true labels, in ascending order. */
  readonly truth: readonly number[];
  /** [labels] probabilities, each by itself. */
  readonly scores: readonly number[];
  /** Indices of the labels that were given, in ascending order. */
  readonly given: readonly number[];
}

/** Notes that may have several labels, each tested once. */
export interface LabelSetScores {
  readonly labels: readonly string[];
  readonly notes: readonly ScoredLabels[];
}

/** The notes of one fold as a study keeps them, with probabilities. */
export function scoredLabels(
  { thresholds, notes }: LabelSetPredictions,
  fold: number,
): ScoredLabels[] {
  return notes.map(({ id, groupId, truth, logits }) => {
    const scores = logits.map(sigmoidOf);
    const given = [...scores.keys()].filter((label) => scores[label] >= thresholds[label]);
    return { id, fold, groupId, truth, scores, given };
  });
}

/** Truth and probability of one label, in the order of the notes. */
export function scoresOfLabel(
  { notes }: Pick<LabelSetScores, 'notes'>,
  label: number,
): BinaryScores {
  return {
    truths: Uint8Array.from(notes, ({ truth }) => Number(truth.includes(label))),
    scores: Float64Array.from(notes, ({ scores }) => scores[label]),
  };
}

/**
 * One label by itself, as a task of two classes: the softmax of 0 and a logit is its sigmoid. So all that
 * is known of two classes, such as curves, thresholds and calibration, is known of each label.
 */
export function asTwoClasses(
  { labels, notes }: LabelSetPredictions,
  label: string,
  otherwise: string,
): ClassPredictions {
  const index = labels.indexOf(label);
  return {
    kind: 'classification',
    classes: [otherwise, label],
    notes: notes.map(({ id, groupId, truth, logits }) => ({
      ...{ id, groupId, truth: Number(truth.includes(index)) },
      logits: [0, logits[index]],
    })),
  };
}
