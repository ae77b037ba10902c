import type { SpanDocument } from '#core/evaluation/entities/count-span-matches.ts';
import { matchingModes } from '#core/evaluation/entities/match-spans.ts';
import { entityFigures } from './entity-figures.ts';
import { figuresOverFolds, type FigureOverFolds } from './figures-over-folds.ts';
import { labelSetFigures } from './label-set-figures.ts';
import { noteFigures } from './note-figures.ts';
import { scoredNotes, spanDocuments } from '#core/evaluation/predictions/read-fold-predictions.ts';
import { scoredLabels } from '#core/evaluation/predictions/label-set-scores.ts';
import type { FoldPredictions } from '#core/domain/predictions.ts';

/**
 * Every figure of a model on a task, of all tested examples and of each fold. The folds are those of
 * one task and model, one or more, so that they are all of one kind and their classes those of the task.
 */
export function listFigures(
  folds: readonly { readonly fold: number; readonly predictions: FoldPredictions }[],
): FigureOverFolds[] {
  const [{ predictions: first }] = folds;
  if (first.kind === 'classification') {
    const notes = folds.map(({ predictions, fold }) =>
      predictions.kind === 'classification' ? scoredNotes(predictions, fold) : [],
    );
    return figuresOverFolds(notes, (items) =>
      items.length === 0 ? [] : noteFigures({ labels: first.classes, notes: items }),
    );
  }
  if (first.kind === 'multi-label') {
    const { labels } = first;
    const notes = folds.map(({ predictions, fold }) =>
      predictions.kind === 'multi-label' ? scoredLabels(predictions, fold) : [],
    );
    return figuresOverFolds(notes, (items) =>
      items.length === 0 ? [] : labelSetFigures({ labels, notes: items }),
    );
  }
  const documents = folds.map(({ predictions }): SpanDocument[] =>
    predictions.kind === 'entities' ? spanDocuments(predictions) : [],
  );
  return matchingModes.flatMap((mode) =>
    figuresOverFolds(documents, (items) => entityFigures(items, mode)),
  );
}
