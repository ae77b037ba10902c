import type { MatchingMode } from '#core/evaluation/entities/match-spans.ts';
import type { Interval } from '#core/evaluation/intervals/interval.ts';
import type { FigureAveraging, FigureName } from './figure-descriptions.ts';

/** Why a figure has no value. The list is closed. */
export type UndefinedFigure =
  /** Nothing of which it is a share: no positive, no alert, no note. */
  | 'nothing-to-count'
  /** Positives or negatives are missing, or one class is all that truth and prediction know. */
  | 'one-class-only'
  /** Constant scores, or scores that separate the classes: no finite estimate exists. */
  | 'no-finite-estimate';

/** One figure with all that a reader must know to compare it with another. */
export interface Figure {
  readonly name: FigureName;
  readonly averaging: FigureAveraging;
  /** When a found mention counts; null for what is not of mentions. */
  readonly mode: MatchingMode | null;
  /** The class or type; null for one number of all. */
  readonly label: string | null;
  /** Null where it is not defined: never 0 in its place. */
  readonly value: number | null;
  /** Null where there is a value. */
  readonly undefinedBecause: UndefinedFigure | null;
  /** The one to be shown first; none where none is known. */
  readonly intervals: readonly Interval[];
  /** How many notes or mentions truly are of the class or type, or of all: what it rests on. */
  readonly support: number;
}
