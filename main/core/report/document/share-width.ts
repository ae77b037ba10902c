import { largestOf } from '#core/base/extremes.ts';
import { linesOf, textOf, type ReportTable } from './report-document.ts';

/** Words longer than this are broken rather than given more room. */
const mostLetters = 44;
/** Headers are bold, and not broken within a word. */
const boldLetter = 1.3;
/** So that a column of single digits can still be read. */
const leastLetters = 4;

/**
 * Which share of a table's width each column takes, [columns], together 1: by its longest cell, where
 * no browser measures. Numbers are not broken, so that they take what they need.
 */
export function shareWidth({ columns, rows }: Pick<ReportTable, 'columns' | 'rows'>): number[] {
  const needed = columns.map(({ title, numeric }, index) => {
    const cells = rows.flatMap(({ cells: row }) => {
      const { line, under } = linesOf(row[index]);
      return [textOf(line).length, under === null ? 0 : textOf(under).length * 0.85];
    });
    const header = largestOf(title.split(/\s+/).map((word) => word.length));
    const longest = Math.max(largestOf(cells, 0), header * boldLetter);
    return (
      Math.max(leastLetters, numeric === true ? longest : Math.min(longest, mostLetters)) + 1.5
    );
  });
  const total = needed.reduce((sum, each) => sum + each, 0);
  return needed.map((each) => each / total);
}
