import { probabilityOf } from '#core/domain/class-probabilities.ts';
import type { ClassPredictions, EntityPredictions } from '#core/domain/predictions.ts';
import type { SpanDocument } from '#core/evaluation/entities/count-span-matches.ts';
import type { ScoredNote } from './out-of-fold-scores.ts';

/** The notes of one fold as a study keeps them, with probabilities. */
export function scoredNotes({ classes, notes }: ClassPredictions, fold: number): ScoredNote[] {
  return notes.map(({ id, groupId, truth, logits }) => ({
    id,
    fold,
    groupId,
    label: classes[truth],
    scores: classes.map((_, index) => probabilityOf(logits, index)),
  }));
}

/** The sentences of one fold as a study keeps them; positions count words. */
export function spanDocuments({ sentences }: EntityPredictions): SpanDocument[] {
  return sentences.map(({ id, groupId, truth, predicted }) => ({
    id,
    groupId,
    gold: truth,
    predicted,
  }));
}
