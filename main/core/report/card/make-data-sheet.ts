import type { Language } from '#core/wording/language.ts';
import { code, note, type Block, type ReportDocument } from '../document/report-document.ts';
import { tabulateFacts } from '../document/records-table.ts';
import { wordsOf, type ReportWords } from '../report-words.ts';
import type { DataSheet, SheetCount } from './data-sheet.ts';
import { nothingRecorded } from './nothing-recorded.ts';

/** The data sheet of a frozen set in a language: the same set gives the same sheet. */
export function makeDataSheet(sheet: DataSheet, language: Language): ReportDocument {
  const words = wordsOf(language);
  const { dataSheet, report, numbers, records, instant } = words;
  const heading = dataSheet.heading(sheet.name, sheet.version);
  const section = (id: string, title: string, blocks: readonly Block[]) => ({
    ...{ id, title, blocks },
    tone: 'plain' as const,
  });
  return {
    language,
    title: dataSheet.title(heading),
    kind: dataSheet.kind,
    heading,
    description: null,
    createdAtMs: sheet.frozenAtMs,
    facts: [
      { term: dataSheet.frozen, value: instant(sheet.frozenAtMs) },
      { term: records.sha256, value: sheet.hash.slice(0, 16) },
      { term: report.program, value: `Anamnesis ${sheet.programVersion}` },
    ],
    sections: [
      section('set', dataSheet.set, [
        tabulateFacts(
          dataSheet.setCaption,
          [
            [dataSheet.documents, numbers.count(sheet.documents)],
            [dataSheet.patients, sheet.patients === null ? null : numbers.count(sheet.patients)],
            [dataSheet.dates, sheet.dates === null ? null : sheet.dates.join(' – ')],
            [dataSheet.use, sheet.isLocked ? dataSheet.locked : dataSheet.open],
            [records.sha256, [code(sheet.hash)]],
          ],
          words,
        ),
      ]),
      section('sources', dataSheet.sources, [
        tabulateCounts(dataSheet.sourcesCaption, sheet.sources, words),
        tabulateCounts(dataSheet.languagesCaption, sheet.languages, words),
      ]),
      section('labels', dataSheet.labels, [
        tabulateCounts(dataSheet.labelsCaption, sheet.labels, words),
        note(dataSheet.labelsNote),
      ]),
      section('left-out', dataSheet.leftOut, [
        note(dataSheet.leftOutNote),
        sheet.leftOut.length === 0
          ? note(dataSheet.nothingLeftOut)
          : tabulateCounts(dataSheet.leftOutCaption, sheet.leftOut, words),
      ]),
    ],
    closing: `Anamnesis ${sheet.programVersion}`,
  };
}

function tabulateCounts(caption: string, counts: readonly SheetCount[], words: ReportWords): Block {
  const { dataSheet, checklist, numbers } = words;
  if (counts.length === 0) return nothingRecorded(words);
  return {
    kind: 'table',
    caption,
    columns: [{ title: dataSheet.name }, { title: dataSheet.count, numeric: true }],
    rows: counts.map(({ name, count }) => ({
      cells: [name ?? checklist.notRecorded, numbers.count(count)],
    })),
    notes: [],
  };
}
