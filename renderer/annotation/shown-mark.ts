import type { FocusedMark } from './focus-marks.ts';
import type { Mark } from './place-marks.ts';
import type { Direction, TextSelection } from './select-words.ts';

/** A mark with what tells it from others: line and colour together, so that neither is needed alone. */
export interface ShownMark extends Mark, FocusedMark {
  /** Unique among the marks of a text. */
  readonly key: string;
  readonly colour: string;
  /** Declarations of the line under it. */
  readonly line: string;
  readonly isSuggestion: boolean;
  readonly isSelected: boolean;
}

/** What a page may ask of the text that it shows. */
export interface TextView {
  readonly focus: () => void;
  /** Where up and down lead. */
  readonly moveLine: (from: TextSelection, by: Direction) => TextSelection;
  /** A place in the first or the last word of the line in which a selection begins. */
  readonly lineEdge: (from: TextSelection, by: Direction) => number;
}
