import { createCsvScanner } from './scan-csv-record.ts';

export type CsvSeparator = ',' | ';' | '\t';

const separators: readonly CsvSeparator[] = [',', ';', '\t'];

/** Index of a column: by its exact name, else regardless of case and surrounding blanks. */
export function findColumn(header: readonly string[], name: string): number {
  const exact = header.indexOf(name);
  if (exact !== -1) return exact;
  const folded = name.trim().toLowerCase();
  return header.findIndex((column) => column.trim().toLowerCase() === folded);
}

/**
 * The separator by which the header, with which `start` begins, holds most of the wanted columns,
 * then the most columns; null where more of the text is needed to tell, unless `start` is all.
 */
export function detectSeparator(
  start: string,
  columns: readonly string[],
  isAll: boolean,
): CsvSeparator | null {
  const candidates = separators.map((separator) => {
    const { fields, certain } = createCsvScanner(start, separator)(0);
    const found = columns.filter((name) => findColumn(fields, name) !== -1).length;
    return { separator, certain, score: found * 1_000_000 + Math.min(fields.length, 999_999) };
  });
  if (!isAll && candidates.some(({ certain }) => !certain)) return null;
  return candidates.reduce((best, other) => (other.score > best.score ? other : best)).separator;
}

/** Excel writes its separator as a first line "sep=;". Needs the first six characters of a text. */
export function readSeparatorLine(start: string): CsvSeparator | null {
  return (/^sep=([,;\t])(?=[\r\n]|$)/i.exec(start)?.[1] ?? null) as CsvSeparator | null;
}
