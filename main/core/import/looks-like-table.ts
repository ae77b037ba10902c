import { createCsvScanner } from './scan-csv-record.ts';

/** What columns of clinical tables are called, beside names that end in id, nr, date and the like. */
const columnNames = new Set(
  'text tekst texto texte note notes nota notas notitie report verslag content body description omschrijving label labels class klasse clase etiqueta code category title titel patient paciente pacient date datum fecha data author type age leeftijd sex geslacht name naam sentence zin document doc'.split(
    ' ',
  ),
);

function isColumnName(cell: string): boolean {
  const name = cell.trim().toLowerCase();
  if (!/^[\p{L}_][\p{L}\p{N}_ .-]{0,30}$/u.test(name)) return false;
  return (
    columnNames.has(name) || /(?:^|[_ .-]|[a-z])(?:id|nr|num|date|datum|text|tekst)$/.test(name)
  );
}

/**
 * Whether the lines are a header with two known names of columns or more and rows of as many cells.
 * Notes with commas in them are none: nothing in their first line is the name of a column.
 */
export function looksLikeTable(lines: readonly string[]): boolean {
  return [',', ';', '\t', '|'].some((separator) => {
    const text = lines.slice(0, 400).join('\n');
    const scan = createCsvScanner(text, separator);
    const header = scan(0);
    if (header.broken || header.fields.filter(isColumnName).length < 2) return false;
    if (header.fields.some((cell) => cell.length > 40)) return false;
    let rows = 0;
    let alike = 0;
    for (let at = header.end; at < text.length;) {
      const { fields, end, certain } = scan(at);
      at = Math.max(end, at + 1);
      if (!certain && rows > 0) break;
      rows++;
      if (fields.length === header.fields.length) alike++;
    }
    return rows > 0 && alike > 0.8 * rows;
  });
}
