import { createNumbers } from '../numbers.ts';

const { decimal } = createNumbers('en');

/** What does not agree in tables of results, and where. */
export const consistency = {
  place: (table: string, row: number, about: string, column: string) =>
    `“${table}”, row ${row} (${about}), ${column}`,
  /** One contradiction: what was found where, why it cannot be, what it would have to be. */
  told: (place: string, found: number, why: string, other: string | null) =>
    `${place}: ${decimal(found)}. ${why}${other === null ? '' : ` See ${other}.`}`,
  outOfRange: (least: number, most: number) =>
    `It lies between ${decimal(least)} and ${decimal(most)}.`,
  f1AboveItsParts: (most: number) =>
    `A mean of F1 is at most the harmonic mean of mean precision and recall: ${decimal(most)}.`,
  f1NotOfItsParts: (least: number, most: number) =>
    `F1 is the harmonic mean of precision and recall: from ${decimal(least)} to ${decimal(most)}.`,
  noSuchCount: (nearest: number) =>
    `Of so many examples no share rounds to this; the nearest is ${decimal(nearest)}.`,
  noSuchMatrix:
    'No counts of right and wrong of two classes give these figures for so many examples.',
  macroNotTheMean: (least: number, most: number) =>
    `A macro average is the plain mean of its classes: from ${decimal(least)} to ${decimal(most)}.`,
  differenceNotOfMeans: (least: number, most: number) =>
    `The means of the two differ by ${decimal(least)} to ${decimal(most)}.`,
  pBelowTheLeast: (least: number) =>
    `Wilcoxon’s test of so few pairs can give no smaller p than ${decimal(least)}.`,
  pNotOfTheTest: (nearest: number) =>
    `Wilcoxon’s test of so many pairs cannot give this p; the nearest is ${decimal(nearest)}.`,
  holmBelowP: (least: number) => `Holm’s p is never below p: ${decimal(least)}.`,
  holmNotInOrder: (least: number) =>
    `Holm’s p keeps the order of p: at least ${decimal(least)} here.`,
  agrees: (numbers: number) => `${decimal(numbers)} numbers read; nothing contradicts.`,
  contradictions: (found: number, numbers: number) =>
    `${decimal(found)} of ${decimal(numbers)} numbers contradict others, or what is possible:`,
  /** Files with tables. */
  noTable: 'no table',
  underPassword: 'a document under a password',
  otherDocument: 'another kind of document, or one of Word before 2007',
  damagedDocument: (rule: string) => `a document that cannot be read whole (${rule})`,
  otherEncoding: 'another encoding',
  largerFile: 'a larger file',
  tablesWanted:
    'tables of results as CSV or LaTeX in UTF-8, or in a document of Word (.docx), at most 10 MB',
  saveTables:
    'Save the table as CSV in UTF-8, with a header that names model, class and metrics, or the document without a password as .docx.',
};

export type ConsistencyWording = {
  readonly [Key in keyof typeof consistency]: (typeof consistency)[Key] extends string
    ? string
    : (typeof consistency)[Key];
};
