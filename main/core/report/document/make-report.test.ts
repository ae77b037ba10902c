import { describe, expect, it } from 'vitest';
import { sampleStudyResults } from '../sample-study-results.ts';
import { makeReport } from './make-report.ts';
import {
  linesOf,
  piecesOf,
  textOf,
  type Block,
  type Line,
  type ReportDocument,
  type ReportTable,
} from './report-document.ts';

const results = sampleStudyResults();
const report = makeReport(results, 'en');

function listBlocks({ sections }: ReportDocument): Block[] {
  const unfold = (block: Block): Block[] =>
    block.kind === 'details' ? [block, ...block.blocks.flatMap(unfold)] : [block];
  return sections.flatMap(({ blocks }) => blocks.flatMap(unfold));
}

const tables = listBlocks(report).filter((block): block is ReportTable => block.kind === 'table');

function listLinks(lines: readonly Line[]): string[] {
  return lines.flatMap((line) =>
    piecesOf(line).flatMap((piece) =>
      typeof piece === 'object' && piece.kind === 'link' ? [piece.to] : [],
    ),
  );
}

describe('the report of a study as plain data', () => {
  it('is JSON, and the same of the same results', () => {
    const again = makeReport(sampleStudyResults(), 'en');
    expect(JSON.parse(JSON.stringify(report))).toEqual(JSON.parse(JSON.stringify(again)));
  });

  it('is dated by the study, not by the clock', () => {
    expect(report.createdAtMs).toBe(results.study.finishedAtMs);
    const study = { ...results.study, finishedAtMs: null };
    expect(makeReport({ ...results, study }, 'en').createdAtMs).toBe(results.study.startedAtMs);
  });

  it('gives every row as many cells as its table has columns', () => {
    expect(tables.length).toBeGreaterThan(10);
    for (const { caption, columns, rows } of tables) {
      for (const { cells } of rows) expect(cells, caption).toHaveLength(columns.length);
    }
  });

  it('shows of labels that are judged each by itself their correlation too', () => {
    const [task] = results.tasks;
    const names = ['precision', 'recall', 'f1', 'mcc'] as const;
    const measurements = ['A', 'B', 'C'].flatMap((entityType, type) =>
      names.map((name, place) => ({
        model: 'adapted',
        task: task.name,
        fold: 0,
        runId: 'negation-1-0',
        metric: { name, entityType, value: (10 * (type + 1) + place) / 100 },
      })),
    );
    const tasks = [{ ...task, kind: 'multi-label' as const, foldCount: 1 }];
    const several = makeReport({ ...results, tasks, measurements, comparisons: [] }, 'en');
    const found = listBlocks(several)
      .filter((block): block is ReportTable => block.kind === 'table')
      .find(({ caption }) => caption.startsWith('negation: by'));
    expect(found?.columns.slice(2).map(({ title }) => title)).toEqual([
      'Precision',
      'Recall',
      'F1',
      'MCC',
    ]);
    const shown = found?.rows.map(({ cells }) => cells.map((cell) => textOf(linesOf(cell).line)));
    expect(shown).toEqual([
      ['A', 'adapted', '0.100', '0.110', '0.120', '0.130'],
      ['B', 'adapted', '0.200', '0.210', '0.220', '0.230'],
      ['C', 'adapted', '0.300', '0.310', '0.320', '0.330'],
    ]);
  });

  it('leads from every mean to its folds, and from every fold to its run', () => {
    const rows = tables.flatMap((table) => table.rows);
    const rowOf = new Map(rows.flatMap((row) => (row.id === undefined ? [] : [[row.id, row]])));
    const linksOf = (caption: string) =>
      listLinks(
        (tables.find((table) => table.caption === caption)?.rows ?? []).flatMap(({ cells }) =>
          cells.map((cell) => linesOf(cell).line),
        ),
      );
    const means = linksOf('negation: mean over folds');
    expect(means.length).toBeGreaterThan(6);
    for (const anchor of means) {
      const folds = listLinks((rowOf.get(anchor)?.cells ?? []).map((cell) => linesOf(cell).line));
      expect(folds).toHaveLength(10);
      for (const run of folds) expect(rowOf.get(run)?.cells).toBeDefined();
    }
  });
});
