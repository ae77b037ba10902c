import type { ModelFiguresView } from '#contract/scores.ts';

type Figure = ModelFiguresView['figures'][number]['pooled'];

/** All figures of the tested examples of a task. */
export interface FiguresMessages {
  readonly title: string;
  readonly note: string;
  readonly of: string;
  readonly ofAll: string;
  readonly howToRead: string;
  readonly tableOf: (task: string) => string;
  readonly figure: string;
  readonly within: (lower: string, upper: string) => string;
  readonly meanOfFolds: (mean: string, half: string) => string;
  readonly detail: (averaging: string | null, mode: string | null) => string;
  readonly names: Readonly<Record<Figure['name'], string>>;
  readonly averagings: Readonly<Record<'micro' | 'macro' | 'weighted', string>>;
  readonly modes: Readonly<Record<NonNullable<Figure['mode']>, string>>;
}
