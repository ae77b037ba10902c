import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import type { FoldScores } from './fold-scores.ts';
import { writeFiguresCsv } from './write-figures-csv.ts';

const noteFold = (fold: number, notes: [truth: number, logits: number[]][]): FoldScores => ({
  task: 'screen',
  model: 'adapted',
  fold,
  runId: `run ${fold}`,
  predictions: {
    kind: 'classification',
    classes: ['no', 'yes'],
    notes: notes.map(([truth, logits], note) => ({
      id: `${fold}.${note}`,
      groupId: null,
      truth,
      logits,
    })),
  },
});
const rowsOf = (scores: readonly FoldScores[]) =>
  parse(writeFiguresCsv(scores), { columns: true }) as unknown as Record<string, string>[];

it('writes pooled figures, means of folds, and why one is not defined', () => {
  const rows = rowsOf([
    noteFold(0, [
      [0, [1, 0]],
      [1, [0, 2]],
    ]),
    noteFold(1, [[1, [3, 0]]]),
  ]);
  const find = (figure: string, label: string) =>
    rows.find((row) => row.figure === figure && row.label === label);
  expect(find('accuracy', '')).toMatchObject({ support: '3', mean: '0.5', folds: '2' });
  expect(find('auroc', 'yes')).toMatchObject({ pooled: '0.5', mean: '1', folds: '1' });
  expect(Number(find('brier', 'yes')?.pooled)).toBeCloseTo(
    ((1 / (1 + Math.E)) ** 2 + (1 / (1 + Math.E ** 2)) ** 2 + (1 / (1 + Math.E ** -3)) ** 2) / 3,
    12,
  );
  // One of two, of which Clopper and Pearson have a closed form.
  const sensitivity = find('sensitivity', 'yes')!;
  expect(sensitivity).toMatchObject({ pooled: '0.5', support: '2', interval: 'wilson' });
  expect(Number(sensitivity['claim-lower'])).toBeCloseTo(1 - Math.sqrt(0.975), 12);
  expect(Number(sensitivity['claim-upper'])).toBeCloseTo(Math.sqrt(0.975), 12);
  const alone = rowsOf([noteFold(0, [[0, [1, 0]]])]);
  expect(alone.find((row) => row.figure === 'auroc')).toMatchObject({
    pooled: '',
    undefined: 'one-class-only',
    mean: '',
    folds: '0',
  });
});

it('writes entities by each mode, and a header alone of nothing', () => {
  const rows = rowsOf([
    {
      task: 'entities',
      model: 'adapted',
      fold: 0,
      runId: 'run',
      predictions: {
        kind: 'entities',
        sentences: [
          {
            id: 's',
            groupId: 'd',
            wordCount: 5,
            truth: [{ start: 0, end: 3, type: 'DRUG' }],
            predicted: [{ start: 1, end: 3, type: 'DRUG', score: 0.9 }],
          },
        ],
      },
    },
  ]);
  const f1s = rows
    .filter(({ figure, averaging }) => figure === 'f1' && averaging === 'micro')
    .map(({ mode, pooled }) => [mode, pooled]);
  expect(f1s).toEqual([
    ['strict', '0'],
    ['exact', '0'],
    ['partial', '0.5'],
    ['type', '1'],
  ]);
  expect(writeFiguresCsv([]).trim().split('\n')).toHaveLength(1);
});
