/** What was done about something wrong in a file: mended by a stated rule, or left out. */
export type ImportAction = 'repaired' | 'left-out';

/** One thing wrong in an imported file. Holds no text of the file: reports reach logs. */
export interface ImportProblem {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly rule: ImportRule;
  readonly action: ImportAction;
  /** What exactly, in one sentence, without quoting the text. */
  readonly detail: string;
}

/** Every rule by which the readers mend or leave out; the table says it to the user. */
export const importRules = {
  'row-column-count': 'A row whose number of columns differs from the header is left out.',
} as const satisfies Record<string, string>;

export type ImportRule = keyof typeof importRules;

/** What a reader gives: everything that was good, and a list of everything that was not. */
export interface ImportResult<Item> {
  readonly items: readonly Item[];
  readonly problems: readonly ImportProblem[];
}
