import { largestOf } from '#core/base/extremes.ts';

/** A table for the terminal. */
export interface TextTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns whose cells are set to the right, because they hold numbers. */
  readonly numeric: readonly number[];
}

/** Aligned plain text: header, a rule, rows; columns two spaces apart. */
export function writeTextTable({ header, rows, numeric }: TextTable): string {
  const widths = header.map((title, column) =>
    largestOf(
      rows.map((row) => widthOf(row[column] ?? '')),
      widthOf(title),
    ),
  );
  const writeRow = (cells: readonly string[]) =>
    widths
      .map((width, column) => pad(cells[column] ?? '', width, numeric.includes(column)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [writeRow(header), rule, ...rows.map(writeRow)].join('\n');
}

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Of scripts whose letters take two columns of a terminal. */
const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6\p{Emoji_Presentation}]/u;

/** Columns of letters as they are seen: an accent of its own takes none. */
function widthOf(text: string): number {
  return Array.from(letters.segment(text), ({ segment }) => (wide.test(segment) ? 2 : 1)).reduce(
    (sum: number, width) => sum + width,
    0,
  );
}

function pad(text: string, width: number, right: boolean): string {
  const filler = ' '.repeat(Math.max(0, width - widthOf(text)));
  return right ? filler + text : text + filler;
}
