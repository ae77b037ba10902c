import type { Interval } from '#core/evaluation/intervals/interval.ts';
import type { Figure, UndefinedFigure } from './figure.ts';

export interface FigureParts extends Pick<
  Figure,
  'name' | 'averaging' | 'label' | 'value' | 'support'
> {
  readonly mode?: Figure['mode'];
  readonly intervals?: readonly Interval[];
  /** What it means where there is no value. */
  readonly otherwise: UndefinedFigure;
}

/** A figure, whose reason is left out where there is a value, and its intervals where there is none. */
export function makeFigure({ otherwise, ...parts }: FigureParts): Figure {
  const isDefined = parts.value !== null;
  return {
    ...parts,
    mode: parts.mode ?? null,
    undefinedBecause: isDefined ? null : otherwise,
    intervals: isDefined ? (parts.intervals ?? []) : [],
  };
}
