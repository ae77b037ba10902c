import type { ReportWords } from '../report-words.ts';
import type { Line, ReportTable } from './report-document.ts';

/** A fact and what the records say of it; null or empty where they say nothing, which is said. */
export type RecordedFact = readonly [property: string, value: Line | null];

/** Facts one below the other, so that what was not recorded is seen. */
export function tabulateFacts(
  caption: string,
  facts: readonly RecordedFact[],
  { records, checklist }: ReportWords,
): ReportTable {
  return {
    kind: 'table',
    caption,
    columns: [{ title: records.property }, { title: records.value }],
    rows: facts.map(([property, value]) => ({
      cells: [
        property,
        value === null || value.length === 0
          ? [{ kind: 'strong', text: checklist.notRecorded }]
          : value,
      ],
    })),
    notes: [],
  };
}
