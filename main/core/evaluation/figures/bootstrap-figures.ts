import {
  bootstrapGroups,
  type GroupBootstrap,
} from '#core/evaluation/statistics/bootstrap-groups.ts';
import type { Figure } from './figure.ts';
import { figureKey } from './figure-key.ts';

export interface FigureBootstrap extends Omit<GroupBootstrap, 'figuresOf'> {
  /** The figures of the items at these places. Those of all items say which are looked at. */
  readonly figuresOf: (items: Int32Array) => readonly Figure[];
}

/**
 * The figures of all items, each with a bootstrap interval over groups in front of those it has. Where
 * the bootstrap gives none, the figure stays as it was.
 */
export function bootstrapFigures({ figuresOf, ...bootstrap }: FigureBootstrap): Figure[] {
  const figures = figuresOf(Int32Array.from(bootstrap.groupIds.keys()));
  const keys = figures.map(figureKey);
  const results = bootstrapGroups({
    ...bootstrap,
    figuresOf: (items) => {
      // A resample may lack a type, so that figures are found by what they are, not by their place.
      const values = new Map(figuresOf(items).map((figure) => [figureKey(figure), figure.value]));
      return keys.map((key) => values.get(key) ?? null);
    },
  });
  return figures.map((figure, index) => {
    const { interval } = results[index];
    return interval === null ? figure : { ...figure, intervals: [interval, ...figure.intervals] };
  });
}
