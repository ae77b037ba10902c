import {
  bootstrapGroups,
  type BootstrappedFigure,
  type GroupBootstrap,
} from '#core/evaluation/statistics/bootstrap-groups.ts';
import type { Figure } from './figure.ts';
import { figureKey } from './figure-key.ts';

export interface DifferencesInput extends Omit<GroupBootstrap, 'figuresOf'> {
  /** The figures of model a on the items at these places. */
  readonly a: (items: Int32Array) => readonly Figure[];
  /** Those of model b on the same items. */
  readonly b: (items: Int32Array) => readonly Figure[];
}

/** What two models differ by in one figure. */
export interface FigureDifference {
  readonly a: Figure;
  readonly b: Figure;
  /** Of a minus b; null where one of them is not defined. */
  readonly difference: BootstrappedFigure;
}

/**
 * The differences of two models in every figure that both have, on the same items, with an interval over
 * groups: drawn for both at once, so that what is hard for both does not count against either. It is of
 * these trained models; `compareModels` takes folds into account.
 */
export function figureDifferences({ a, b, ...bootstrap }: DifferencesInput): FigureDifference[] {
  const all = Int32Array.from(bootstrap.groupIds.keys());
  const figuresOfB = new Map(b(all).map((figure) => [figureKey(figure), figure]));
  const pairs = a(all).flatMap((figure) => {
    const key = figureKey(figure);
    const other = figuresOfB.get(key);
    return other === undefined ? [] : [{ key, a: figure, b: other }];
  });
  const differences = bootstrapGroups({
    ...bootstrap,
    figuresOf: (items) => {
      const [valuesA, valuesB] = [valuesOf(a(items)), valuesOf(b(items))];
      return pairs.map(({ key }) => {
        const [ofA, ofB] = [valuesA.get(key) ?? null, valuesB.get(key) ?? null];
        return ofA === null || ofB === null ? null : ofA - ofB;
      });
    },
  });
  return pairs.map((pair, index) => ({ a: pair.a, b: pair.b, difference: differences[index] }));
}

function valuesOf(figures: readonly Figure[]): Map<string, number | null> {
  return new Map(figures.map((figure) => [figureKey(figure), figure.value]));
}
