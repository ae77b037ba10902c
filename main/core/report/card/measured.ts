import { code, note, type Block, type ReportSection } from '../document/report-document.ts';
import { tableOfWords } from '../document/worded-table.ts';
import { tabulateTask } from '../judgement-tables.ts';
import type { ReportWords } from '../report-words.ts';
import { nothingRecorded } from './nothing-recorded.ts';
import type { MeasuredOn, MeasuredTask, ModelCard } from './model-card.ts';

const explanations = {
  'own-fold': 'measured-own-fold',
  'folds-alike': 'measured-folds-alike',
  descendants: 'measured-descendants',
} as const satisfies Record<MeasuredOn, string>;

/** Figures with intervals and calibration, then each fold with its run: whose they are is said first. */
export function showMeasured(
  { measured, measuredOn }: ModelCard,
  words: ReportWords,
): ReportSection {
  const { modelCard } = words;
  return {
    id: 'results',
    title: modelCard.results,
    tone: 'plain',
    blocks:
      measured.length === 0
        ? [nothingRecorded(words)]
        : [
            note(modelCard[explanations[measuredOn]]),
            ...measured.flatMap((each) => showTaskOf(each, words)),
          ],
  };
}

function showTaskOf(measured: MeasuredTask, words: ReportWords): Block[] {
  const { judgement, study, task } = measured;
  return [
    { kind: 'heading', text: `${task} (${study})` },
    ...(judgement === null
      ? [note(words.modelCard.notJudged)]
      : tabulateTask(judgement, words).map(tableOfWords)),
    tabulateFolds(measured, words),
  ];
}

function tabulateFolds({ task, runs }: MeasuredTask, words: ReportWords): Block {
  const { modelCard, report, numbers, nameOf } = words;
  const names = [...new Set(runs.flatMap(({ metrics }) => metrics.map(({ name }) => name)))];
  return {
    kind: 'table',
    caption: modelCard.foldsCaption(task),
    columns: [
      { title: report.run },
      ...names.map((name) => ({ title: nameOf(name), numeric: true })),
    ],
    rows: runs.map(({ id, fold, metrics }) => ({
      cells: [
        { line: report.fold(fold + 1), under: [code(id.slice(0, 8))] },
        ...names.map((name) => {
          const found = metrics.find((metric) => metric.name === name);
          return found === undefined || !Number.isFinite(found.value)
            ? '–'
            : numbers.score(found.value);
        }),
      ],
    })),
    notes: [],
  };
}
