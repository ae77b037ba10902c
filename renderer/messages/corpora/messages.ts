import type { CorpusView, ImportProblemView } from '#contract/study.ts';

/** What is counted of a corpus. */
export type CorpusCount = Exclude<keyof CorpusView, 'name' | 'sources'>;

/** The tab of corpora of a study. */
export interface CorporaMessages {
  readonly title: string;
  readonly note: string;
  readonly none: string;
  readonly noneHint: string;
  readonly corpus: string;
  readonly files: string;
  readonly all: string;
  readonly counts: Readonly<Record<CorpusCount, string>>;
  readonly import: string;
  readonly importNote: string;
  readonly problems: string;
  readonly withLines: string;
  readonly file: string;
  readonly done: string;
  readonly times: string;
  readonly rule: string;
  readonly actions: Readonly<Record<ImportProblemView['action'], string>>;
}
