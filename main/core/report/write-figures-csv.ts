import type { FigureOverFolds } from '#core/evaluation/figures/figures-over-folds.ts';
import type { TaskJudgement } from '#core/evaluation/judgement/task-judgement.ts';
import type { FoldScores } from './fold-scores.ts';
import { listFigures } from '#core/evaluation/figures/list-figures.ts';
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

/**
 * `figures.csv`: every figure of each model on each task, of all tested examples pooled and as the
 * mean of the folds in which it is defined; `docs/metrics.md` says what each is. An empty value is one
 * that is not defined, with the reason. `lower` and `upper` are the interval
 * over patients where the study was judged, else of a share Wilson’s; `claim-lower` and `claim-upper` the
 * exact one, patients counted for less. Values have all their digits.
 */
export function writeFiguresCsv(
  scores: readonly FoldScores[],
  judgements: readonly TaskJudgement[] = [],
): string {
  const judged = (of: Pick<FoldScores, 'task' | 'model'>) =>
    judgements.find(({ task }) => task === of.task)?.models.find(({ model }) => model === of.model)
      ?.figures;
  const groups = Map.groupBy(scores, ({ task, model }) => JSON.stringify([task, model]));
  return writeCsv([
    header,
    ...[...groups.values()].flatMap((folds) =>
      (judged(folds[0]) ?? listFigures(folds)).map((figure) => [
        folds[0].task,
        folds[0].model,
        ...rowOf(figure),
      ]),
    ),
  ]);
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
