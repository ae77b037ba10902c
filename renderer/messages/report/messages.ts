/** The tab of the report. */
export interface ReportMessages {
  readonly title: string;
  readonly download: string;
  readonly downloadFile: (file: string) => string;
  readonly reportOf: (study: string) => string;
  readonly scores: string;
  readonly scoresNote: string;
}
