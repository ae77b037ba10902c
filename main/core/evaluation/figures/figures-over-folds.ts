import { meanInterval, type MeanInterval } from '#core/evaluation/statistics/mean-interval.ts';
import type { Figure } from './figure.ts';
import { figureKey } from './figure-key.ts';

/** One figure of all folds together, and of each. */
export interface FigureOverFolds {
  /** Of all items at once. */
  readonly pooled: Figure;
  /** [folds] null where it is not defined, as AUROC in a fold without a positive. */
  readonly values: readonly (number | null)[];
  /** Of the folds in which it is defined; null where it is in none. */
  readonly mean: MeanInterval | null;
}

/**
 * Figures of all items and of each fold, `folds` being [folds][items]. Pooled scores mix the scales of
 * as many models as there are folds (Forman and Scholz, SIGKDD Explorations 12, 2010), and single folds
 * may lack a class, so both are shown.
 */
export function figuresOverFolds<Item>(
  folds: readonly (readonly Item[])[],
  figuresOf: (items: readonly Item[]) => readonly Figure[],
): FigureOverFolds[] {
  const byFold = folds.map(
    (items) => new Map(figuresOf(items).map((figure) => [figureKey(figure), figure.value])),
  );
  return figuresOf(folds.flat()).map((pooled) => {
    const key = figureKey(pooled);
    const values = byFold.map((figures) => figures.get(key) ?? null);
    const defined = values.flatMap((value) => value ?? []);
    return { pooled, values, mean: defined.length === 0 ? null : meanInterval(defined) };
  });
}
