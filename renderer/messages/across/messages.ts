import type { AlikeTaskView, UnlikeTaskView } from '#contract/across.ts';

type Unpaired = NonNullable<AlikeTaskView['unpairedBecause']>;

/** The same task in other studies. */
export interface AcrossMessages {
  readonly title: string;
  readonly sameFiles: string;
  readonly sameSet: (set: string, version: number) => string;
  readonly compared: string;
  readonly none: string;
  readonly noneWhy: string;
  readonly thisStudy: string;
  readonly study: string;
  readonly openStudy: string;
  readonly pictureTitle: (metric: string) => string;
  readonly pictureMeaning: string;
  readonly pictureLabel: (metric: string, rows: number) => string;
  /** With the numbers of folds of this study and the other. */
  readonly unpaired: Readonly<Record<Unpaired, (own: number, other: number) => string>>;
  readonly byNoteInstead: string;
  readonly onlyMeans: string;
  readonly comparedWith: (model: string, study: string) => string;
  readonly comparedAgainst: (model: string) => string;
  readonly byFoldMeans: string;
  readonly notes: string;
  readonly onlyThis: string;
  readonly onlyOther: string;
  readonly accuracyDifference: string;
  readonly mcNemar: string;
  readonly byNoteMeans: string;
  readonly unlikeTitle: string;
  readonly taskOfStudy: (task: string, study: string) => string;
  readonly otherVersion: (other: number, own: number) => string;
  readonly unlike: Readonly<Record<UnlikeTaskView['reason'], string>>;
}
