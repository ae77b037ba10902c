import type { SpanDocument } from '#core/evaluation/entities/count-span-matches.ts';
import type { MatchingMode } from '#core/evaluation/entities/match-spans.ts';
import { entityFigures } from '#core/evaluation/figures/entity-figures.ts';
import {
  figuresOverFolds,
  type FigureOverFolds,
} from '#core/evaluation/figures/figures-over-folds.ts';
import { noteFigures } from '#core/evaluation/figures/note-figures.ts';
import { scoredNotes, spanDocuments } from '#core/evaluation/predictions/read-fold-predictions.ts';
import type { FoldScores } from './fold-scores.ts';
import { writeCsv, type CsvCell } from './write-csv.ts';

const header = [
  'task',
  'model',
  'figure',
  'averaging',
  'mode',
  'label',
  'support',
  'pooled',
  'undefined',
  'lower',
  'upper',
  'interval',
  'claim-lower',
  'claim-upper',
  'mean',
  'standard-deviation',
  'folds',
];
const modes: readonly MatchingMode[] = ['strict', 'exact', 'partial', 'type'];

/**
 * `figures.csv`: every figure of each model on each task, of all tested examples pooled and as the
 * mean of the folds in which it is defined; `docs/metrics.md` says what each is. An empty value is one
 * that is not defined, with the reason. Of a share, `lower` and `upper` are Wilson’s interval and
 * `claim-lower` and `claim-upper` the exact one, patients counted for less. Values have all their digits.
 */
export function writeFiguresCsv(scores: readonly FoldScores[]): string {
  const groups = Map.groupBy(scores, ({ task, model }) => JSON.stringify([task, model]));
  return writeCsv([
    header,
    ...[...groups.values()].flatMap((folds) =>
      figuresOf(folds).map((figure) => [folds[0].task, folds[0].model, ...rowOf(figure)]),
    ),
  ]);
}

/** The folds of one task and model are all of one kind, and their classes those of the task. */
function figuresOf(folds: readonly FoldScores[]): FigureOverFolds[] {
  const [{ predictions: first }] = folds;
  if (first.kind === 'classification') {
    const notes = folds.map(({ predictions, fold }) =>
      predictions.kind === 'classification' ? scoredNotes(predictions, fold) : [],
    );
    return figuresOverFolds(notes, (items) =>
      items.length === 0 ? [] : noteFigures({ labels: first.classes, notes: items }),
    );
  }
  const documents = folds.map(({ predictions }): SpanDocument[] =>
    predictions.kind === 'entities' ? spanDocuments(predictions) : [],
  );
  return modes.flatMap((mode) =>
    figuresOverFolds(documents, (items) => entityFigures(items, mode)),
  );
}

function rowOf({ pooled, mean }: FigureOverFolds): CsvCell[] {
  const interval = pooled.intervals.at(0);
  const claim = pooled.intervals.find(({ method }) => method === 'clopper-pearson');
  return [
    pooled.name,
    pooled.averaging,
    pooled.mode,
    pooled.label,
    pooled.support,
    pooled.value,
    pooled.undefinedBecause,
    interval?.lower ?? null,
    interval?.upper ?? null,
    interval?.method ?? null,
    claim?.lower ?? null,
    claim?.upper ?? null,
    mean?.mean ?? null,
    mean?.standardDeviation ?? null,
    mean?.count ?? 0,
  ];
}
