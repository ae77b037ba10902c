import type { ImportProblem } from '#core/domain/import-report.ts';
import { readXml } from '../bounded-xml.ts';
import type { SourceInput } from '../document-format.ts';
import { attributeOf, localName } from '../office/office-package.ts';
import type { ReadLimits } from '../read-limits.ts';
import type { TableRow } from '../tables/table.ts';
import { type CellFormat, toIsoDate } from './number-formats.ts';
import { unescapeText } from './shared-strings.ts';

/** What the cells of a sheet refer to. */
export interface Workbook {
  readonly texts: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly is1904: boolean;
}

/** What was noticed of a sheet beside its cells, each with the first row of it. */
export interface SheetCounts {
  formulas: SeenRows;
  formulasWithoutValue: SeenRows;
  errors: SeenRows;
  /** Cells as long as Excel allows: what was longer was cut. */
  cutCells: SeenRows;
  hiddenRows: SeenRows;
  mergedCells: SeenRows;
  /** Cells that name a text the workbook does not have. */
  missingTexts: SeenRows;
}

export interface SeenRows {
  count: number;
  row: number;
}

export type SheetEvent =
  | { readonly kind: 'row'; readonly row: TableRow }
  | { readonly kind: 'problem'; readonly problem: ImportProblem };

/** The most characters that a cell of Excel holds. */
export const longestCell = 32_767;
/** The most columns that a sheet of Excel has. */
const mostColumns = 16_384;

/** 0-based column of a reference such as "AB12"; null where it is none. */
function columnOf(reference: string | null): number | null {
  const letters = /^\$?([A-Z]{1,3})\$?\d*$/i.exec(reference ?? '')?.[1];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column <= mostColumns ? column - 1 : null;
}

export function noCounts(): SheetCounts {
  const none = () => ({ count: 0, row: 1 });
  return {
    formulas: none(),
    formulasWithoutValue: none(),
    errors: none(),
    cutCells: none(),
    hiddenRows: none(),
    mergedCells: none(),
    missingTexts: none(),
  };
}

/** The value of a number by the format of its cell. */
function numberText(value: string, format: CellFormat, is1904: boolean): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (format.kind === 'date') return toIsoDate(number, is1904) ?? String(number);
  if (format.kind === 'digits' && Number.isInteger(number) && number >= 0) {
    return String(number).padStart(format.count, '0');
  }
  return String(number);
}

/** The rows of a sheet that are not empty, as they come; what is remarked on is counted. */
export function* readSheet(
  input: SourceInput,
  workbook: Workbook,
  limits: ReadLimits,
  counts: SheetCounts,
): Generator<SheetEvent> {
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let value = '';
  let inline = '';
  let hasFormula = false;
  let hasValue = false;
  let phonetic = 0;
  const open: string[] = [];

  const see = (what: keyof SheetCounts) => {
    if (++counts[what].count === 1) counts[what].row = Math.max(1, row);
  };

  function valueOfCell(): string {
    if (hasFormula) see(hasValue ? 'formulas' : 'formulasWithoutValue');
    if (type === 's') {
      const text = workbook.texts[Number(value)];
      if (text === undefined && value !== '') see('missingTexts');
      return text ?? '';
    }
    if (type === 'inlineStr') return unescapeText(inline);
    if (type === 'str') return unescapeText(value);
    if (type === 'b') return value.trim() === '1' ? 'true' : value.trim() === '0' ? 'false' : value;
    if (type === 'd') return value.replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '');
    if (type === 'e') {
      see('errors');
      return '';
    }
    return numberText(value, workbook.formats[style] ?? { kind: 'number' }, workbook.is1904);
  }

  for (const event of readXml(input, { limits })) {
    if (event.kind === 'problem') yield event;
    else if (event.kind === 'text') {
      const inside = open.at(-1);
      if (inside === 'v') value += event.text;
      else if (inside === 't' && phonetic === 0) inline += event.text;
    } else if (event.kind === 'open') {
      const name = localName(event.name);
      open.push(name);
      const { attributes } = event;
      if (name === 'row') {
        const number = Number(attributeOf(attributes, 'r') ?? row + 1);
        row = Number.isSafeInteger(number) && number > row ? number : row + 1;
        cells = [];
        column = -1;
        if (/^(?:1|true)$/.test(attributeOf(attributes, 'hidden') ?? '')) see('hiddenRows');
      } else if (name === 'c') {
        column = columnOf(attributeOf(attributes, 'r')) ?? column + 1;
        type = attributeOf(attributes, 't') ?? 'n';
        style = Number(attributeOf(attributes, 's') ?? 0);
        value = '';
        inline = '';
        hasFormula = false;
        hasValue = false;
      } else if (name === 'f') hasFormula = true;
      else if (name === 'v') hasValue = true;
      else if (name === 'rPh') phonetic++;
      else if (name === 'mergeCell') {
        const start = /\d+/.exec(attributeOf(attributes, 'ref') ?? '')?.[0];
        if (++counts.mergedCells.count === 1) counts.mergedCells.row = Number(start ?? 1) || 1;
      }
    } else {
      const name = localName(event.name);
      open.pop();
      if (name === 'rPh') phonetic--;
      else if (name === 'c') {
        const text = valueOfCell();
        if (text.length >= longestCell) see('cutCells');
        if (text !== '' && column < mostColumns) {
          while (cells.length < column) cells.push('');
          cells[column] = text;
        }
      } else if (name === 'row' && cells.some((cell) => cell.trim() !== '')) {
        yield { kind: 'row', row: { line: row, cells } };
        cells = [];
      }
    }
  }
}
