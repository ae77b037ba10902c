/** A cell: text is protected against spreadsheets, a number never is. */
export type CsvCell = string | number | null;

/**
 * A text beginning with one of these is a formula to a spreadsheet: a name from a plan or a label
 * from a data file could run one on the reader's machine.
 */
const formulaStart = /^[=+\-@\t\r\n]/;

/**
 * Comma-separated values after RFC 4180, except that lines end in a line feed. A text that a
 * spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets do not show.
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\n`).join('');
}

function writeCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
