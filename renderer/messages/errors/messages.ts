import type { TaskView } from '#contract/study.ts';

/** What models get wrong, to be read. */
export interface ErrorsMessages {
  readonly title: (count: number) => string;
  readonly lead: Readonly<Record<TaskView['kind'], string>>;
  readonly wrongIn: string;
  readonly anyModel: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly listOf: (task: string) => string;
  readonly example: Readonly<Record<TaskView['kind'], string>>;
  readonly fold: string;
  readonly truth: string;
  readonly trueEntities: string;
  readonly isRight: string;
  readonly isWrong: string;
  readonly wrong: string;
  readonly verdicts: Readonly<
    Record<'right' | 'wrong-boundary' | 'wrong-type' | 'missed' | 'spurious', string>
  >;
  readonly counted: (count: string, what: string) => string;
  readonly colon: (verdict: string) => string;
  readonly verdictOf: (verdict: string, type: string, truly: string | null) => string;
  readonly withScore: (words: string, score: string) => string;
  readonly marks: string;
  readonly textOf: (id: string) => string;
  readonly alike: (count: number) => string;
  readonly isCut: string;
  readonly fetching: string;
  readonly shown: (first: string, last: string, all: string) => string;
  readonly before: string;
  readonly next: string;
}
