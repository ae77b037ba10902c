import {
  code,
  note,
  type Cell,
  type Line,
  type ReportSection,
} from '../document/report-document.ts';
import type { ReportWords } from '../report-words.ts';
import type { CardStep, ModelCard } from './model-card.ts';

/** What it comes from, and what each of its line has read. */
export function showOrigin({ lineage }: ModelCard, words: ReportWords): ReportSection {
  const { modelCard, records } = words;
  return {
    id: 'origin',
    title: modelCard.origin,
    tone: 'plain',
    blocks: [
      note(modelCard.originNote),
      {
        kind: 'table',
        caption: modelCard.originCaption,
        columns: [
          { title: modelCard.step },
          { title: words.report.model },
          { title: records.created },
          { title: modelCard.data },
          { title: records.sha256 },
        ],
        rows: lineage.flatMap((step) => rowsOf(step, words)),
        notes: [],
      },
    ],
  };
}

/** A row for each thing that a step has read; of an imported one, its folder and its languages. */
function rowsOf(step: CardStep, words: ReportWords) {
  const { modelCard, checklist, instant } = words;
  const read = listRead(step, words);
  const shown =
    read.length === 0 ? [[checklist.notRecorded, checklist.notRecorded] as const] : read;
  return shown.map(([data, hash], at): { cells: readonly Cell[]; span: number } => ({
    cells: [
      modelCard[step.step],
      step.study === null ? step.name : { line: step.name, under: step.study },
      instant(step.createdAtMs),
      data,
      hash,
    ],
    span: at === 0 ? shown.length : 0,
  }));
}

function listRead(
  { step, sourceHash, languages, data }: CardStep,
  { modelCard, checklist, numbers }: ReportWords,
): (readonly [data: Cell, hash: Line])[] {
  if (step === 'imported') {
    const under =
      languages.length === 0
        ? `${modelCard.languages}: ${checklist.notRecorded}`
        : `${modelCard.languages}: ${languages.join(', ')}`;
    const hash = sourceHash === null ? checklist.notRecorded : [code(sourceHash.slice(0, 16))];
    return [[{ line: modelCard.folder, under }, hash]];
  }
  return data.map(({ name, hash, size }) => [
    {
      line: name,
      under: size === null ? checklist.notRecorded : modelCard[size.of](numbers.count(size.count)),
    },
    [code(hash.slice(0, 16))],
  ]);
}
