import { describe, expect, it } from 'vitest';
import { sampleStudyResults } from '../sample-study-results.ts';
import { listAnchors } from './list-anchors.ts';
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

  it('says to at least 20 of the 52 parts of TRIPOD+AI what was recorded, and of the others that it was not', () => {
    const { sections } = makeReport(results, 'en', { withChecklist: true });
    const [table] = sections.flatMap(({ id, blocks }) =>
      id === 'checklist' ? blocks.filter((block) => block.kind === 'table') : [],
    );
    expect(table.rows).toHaveLength(52);
    const said = new Map(
      table.rows.map(({ cells }) => [cells[0], textOf(linesOf(cells[2]).line)] as const),
    );
    const recorded = [...said.values()].filter((text) => text !== 'NOT RECORDED');
    expect(recorded.length).toBeGreaterThanOrEqual(20);
    expect(table.notes[0]).toContain(`${recorded.length} of 52 parts`);
    expect([...said.keys()].slice(0, 4)).toEqual(['1', '2', '3a', '3b']);
    expect(said.get('10')).toBe('negation: 1,838 notes; tumours: 12,846 sentences');
    expect(said.get('11')).toContain('tumours: Left out 92');
    expect(said.get('23a')).toContain('adapted MCC 0.824 (0.784 to 0.864)');
    for (const part of ['14', '17', '18a', '25']) expect(said.get(part)).toBe('NOT RECORDED');
    const anchors = listAnchors({ sections });
    const links = listLinks(table.rows.map(({ cells }) => linesOf(cells[2]).line));
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !anchors.has(link))).toEqual([]);
  });

  it('invents nothing where nothing was recorded', () => {
    const empty = {
      ...results,
      tasks: [],
      corpora: [],
      vocabularies: [],
      models: [],
      warnings: [],
    };
    const none = { ...empty, comparisons: [], importProblems: [], runs: [] };
    const { sections } = makeReport(none, 'en', { withChecklist: true });
    const [table] = sections.flatMap(({ id, blocks }) =>
      id === 'checklist' ? blocks.filter((block) => block.kind === 'table') : [],
    );
    const told = table.rows.filter(
      ({ cells }) => textOf(linesOf(cells[2]).line) !== 'NOT RECORDED',
    );
    expect(told.map(({ cells }) => cells[0])).toEqual(['18f', '22']);
  });
});
