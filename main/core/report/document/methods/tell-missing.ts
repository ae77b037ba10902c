import type { ReportWords } from '#core/report/report-words.ts';

/** That a fact was not recorded. */
export function tellMissing(what: string, { checklist }: ReportWords): string {
  return `${what}: ${checklist.notRecorded}.`;
}
