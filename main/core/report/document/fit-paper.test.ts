import { describe, expect, it } from 'vitest';
import type { ReportTable } from './report-document.ts';
import { shareWidth } from './share-width.ts';
import { splitWideTable } from './split-wide-table.ts';

function tableOf(words: number, numbers: number, last?: string): ReportTable {
  const columns = [
    ...Array.from({ length: words }, (_, index) => ({ title: `word ${index}` })),
    ...Array.from({ length: numbers }, (_, index) => ({ title: `n ${index}`, numeric: true })),
    ...(last === undefined ? [] : [{ title: last }]),
  ];
  const row = (id: string) => ({ id, cells: columns.map(({ title }) => `${id} ${title}`) });
  return { kind: 'table', caption: 'folds', columns, rows: [row('a'), row('b')], notes: ['note'] };
}

describe('A table on paper', () => {
  it('stays whole where it fits, or where words stand behind its numbers', () => {
    for (const table of [tableOf(2, 10), tableOf(3, 0), tableOf(1, 30, 'verdict')]) {
      expect(splitWideTable(table, 10)).toEqual([table]);
    }
  });

  it('is divided by its numbers, each part with the words of its rows, each number once', () => {
    const parts = splitWideTable(tableOf(2, 25), 10);
    expect(parts.map(({ caption }) => caption)).toEqual([
      'folds (1/3)',
      'folds (2/3)',
      'folds (3/3)',
    ]);
    const titles = parts.map(({ columns }) => columns.map(({ title }) => title));
    for (const each of titles) expect(each.slice(0, 2)).toEqual(['word 0', 'word 1']);
    expect(titles.flatMap((each) => each.slice(2))).toEqual(
      Array.from({ length: 25 }, (_, index) => `n ${index}`),
    );
    for (const { columns, rows } of parts) {
      for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
    }
  });

  it('has one place to which a link leads, and its notes below its last part', () => {
    const parts = splitWideTable(tableOf(1, 11), 10);
    expect(parts.map(({ rows }) => rows.map(({ id }) => id))).toEqual([
      ['a', 'b'],
      [undefined, undefined],
    ]);
    expect(parts.map(({ notes }) => notes)).toEqual([[], ['note']]);
  });

  it('gives all of its width, numbers what they need and long texts no more than they can use', () => {
    const shares = shareWidth({
      columns: [{ title: 'Run' }, { title: 'Text' }, { title: 'Score', numeric: true }],
      rows: [{ cells: ['a', 'word '.repeat(400), '0.812 ± 0.031'] }],
    });
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares[0]).toBeGreaterThan(0.05);
    expect(shares[1]).toBeLessThan(0.75);
    expect(shares[2]).toBeGreaterThan(0.18);
  });
});
