import type { ReportFormat } from '#contract/report-format.ts';

/** The tab of the report. */
export interface ReportMessages {
  readonly title: string;
  readonly download: string;
  readonly downloadFile: (file: string) => string;
  readonly reportOf: (study: string) => string;
  readonly format: string;
  readonly formats: Readonly<Record<ReportFormat, string>>;
  readonly language: string;
  readonly checklist: string;
  readonly methods: string;
  readonly save: string;
  readonly saving: string;
  readonly contradicts: string;
  readonly scores: string;
  readonly scoresNote: string;
}
