/** A layer as the header of a TSV file names it. */
export interface TsvLayer {
  readonly name: string;
  readonly kind: 'span' | 'relation' | 'chain';
  /** One for each column; empty where the layer has none, which takes one column too. */
  readonly features: readonly string[];
}

/** A token or a part of one, with the cells of all layers. */
export interface TsvRow {
  readonly line: number;
  readonly begin: number;
  readonly end: number;
  readonly form: string;
  readonly cells: readonly string[];
  /** A part of a token, or a token itself. */
  readonly isPart: boolean;
}

export interface TsvSentence {
  /** As it stands in the file: lines of it in their order. */
  readonly text: string;
  readonly rows: readonly TsvRow[];
}

export interface TsvFile {
  readonly layers: readonly TsvLayer[];
  readonly sentences: readonly TsvSentence[];
  /** Lines that are neither text, header, row nor blank. */
  readonly malformed: readonly number[];
}

const kinds = { '#T_SP=': 'span', '#T_RL=': 'relation', '#T_CH=': 'chain' } as const;

const escaped: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };

/** What a backslash hides. */
export function unescapeTsv(text: string): string {
  return text.replace(/\\(->|.)/gs, (_, sign: string) => escaped[sign] ?? sign);
}

/** Pieces between signs that no backslash hides. */
export function splitCell(cell: string, sign: string): string[] {
  const pieces: string[] = [];
  let start = 0;
  for (let at = 0; at < cell.length; at++) {
    if (cell[at] === '\\') at++;
    else if (cell[at] === sign) {
      pieces.push(cell.slice(start, at));
      start = at + 1;
    }
  }
  pieces.push(cell.slice(start));
  return pieces;
}

const row = /^\d+-\d+(\.\d+)?\t(\d{1,10})-(\d{1,10})\t([^\t]*)(?:\t(.*))?$/s;

/** The parts of a WebAnno TSV 3 file; what is no part of it is listed. */
export function readTsv(
  lines: Iterable<{ readonly line: number; readonly text: string }>,
): TsvFile {
  const layers: TsvLayer[] = [];
  const sentences: { text: string; rows: TsvRow[] }[] = [];
  const malformed: number[] = [];
  for (const { line, text } of lines) {
    const header = Object.entries(kinds).find(([start]) => text.startsWith(start));
    const current = sentences.at(-1);
    const match = row.exec(text);
    if (header !== undefined) {
      const [name, ...features] = text.slice(header[0].length).split('|');
      layers.push({ name, kind: header[1], features });
    } else if (text.startsWith('#Text=')) {
      const part = text.slice('#Text='.length);
      // A sentence over several lines has one of these for each.
      if (current?.rows.length === 0) current.text += `\n${part}`;
      else sentences.push({ text: part, rows: [] });
    } else if (match !== null && current !== undefined) {
      const [, part, begin, end, form, cells = ''] = match;
      current.rows.push({
        line,
        begin: Number(begin),
        end: Number(end),
        form,
        cells: cells.split('\t'),
        isPart: part !== undefined,
      });
    } else if (text.trim() !== '' && !text.startsWith('#')) malformed.push(line);
  }
  return { layers, sentences, malformed };
}
