import type { ReportTable } from './report-document.ts';

/**
 * A table in parts that fit a sheet of paper: of more than `most` columns of numbers each part takes
 * so many, beside the columns of words before them; the parts are numbered in their captions, notes
 * stand below the last. A table that fits is its only part.
 */
export function splitWideTable(table: ReportTable, most: number): ReportTable[] {
  const { columns, rows, caption, notes } = table;
  const leading = columns.findIndex(({ numeric }) => numeric === true);
  const numericCount = columns.filter(({ numeric }) => numeric === true).length;
  const isSplit = leading >= 0 && numericCount > most && leading + numericCount === columns.length;
  if (!isSplit) return [table];
  const partCount = Math.ceil(numericCount / most);
  return Array.from({ length: partCount }, (_, part): ReportTable => {
    const first = leading + part * most;
    const take = <Value>(values: readonly Value[]) => [
      ...values.slice(0, leading),
      ...values.slice(first, first + most),
    ];
    return {
      kind: 'table',
      caption: `${caption} (${part + 1}/${partCount})`,
      columns: take(columns),
      rows: rows.map(({ cells, span, id }) => ({
        cells: take(cells),
        ...(span === undefined ? {} : { span }),
        // A link leads to one place.
        ...(id === undefined || part > 0 ? {} : { id }),
      })),
      notes: part + 1 === partCount ? notes : [],
    };
  });
}
