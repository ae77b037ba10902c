import type { ImportProblem } from '#core/domain/import-report.ts';
import { createCsvScanner } from './scan-csv-record.ts';

export interface CsvRecord {
  /** 1-based line on which the record begins. */
  readonly line: number;
  readonly fields: readonly string[];
}

export interface ParsedCsv {
  /** The first is the header. Records without any content are not listed. */
  readonly records: readonly CsvRecord[];
  readonly problems: readonly ImportProblem[];
}

/** How many lines after a broken quote decide what was broken. */
const judgedLines = 10;

function countLineBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}

/** The lines after the one at `start`, up to the one that holds `end`; at most `judgedLines`. */
function linesAfter(text: string, start: number, end: number): string[] {
  const lines: string[] = [];
  let lineEnd = text.indexOf('\n', start);
  while (lineEnd !== -1 && lineEnd < end && lines.length < judgedLines) {
    const next = text.indexOf('\n', lineEnd + 1);
    lines.push(text.slice(lineEnd + 1, next === -1 ? text.length : next));
    lineEnd = next;
  }
  return lines.filter((line) => line.trim() !== '');
}

function endOfLine(text: string, at: number): number {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak === -1 ? text.length : lineBreak + 1;
}

/**
 * Splits a CSV text with LF line endings into records with their true lines. A broken quote never
 * swallows the rest of the file: when most of the lines up to where it ended are sound records of
 * their own, a closing quote was forgotten, and only the first line is left out; else a note of
 * several lines holds a stray quote, and all its lines are left out. A record over several lines
 * with a wrong number of columns is judged in the same way. Linear in the text.
 */
export function parseCsv(text: string, separator: string, file: string): ParsedCsv {
  const scan = createCsvScanner(text, separator);
  const records: CsvRecord[] = [];
  const problems: ImportProblem[] = [];
  // Characters that may be read a second time: a hostile file must not take quadratic time.
  let rereadBudget = 8 * text.length;

  function isSoundLine(line: string): boolean {
    const alone = createCsvScanner(line, separator)(0);
    return !alone.broken && alone.fields.length === records.at(0)?.fields.length;
  }

  /** Whether the lines after the first are records of their own. */
  function isForgottenQuote(start: number, end: number): boolean {
    rereadBudget -= end - start;
    const inside = linesAfter(text, start, end);
    return rereadBudget >= 0 && inside.filter(isSoundLine).length * 2 >= inside.length;
  }

  let at = 0;
  let line = 1;
  while (at < text.length) {
    const { fields, end, broken } = scan(at);
    const lastCharacter = broken ? end : end - 1;
    const isOneLine = endOfLine(text, at) >= lastCharacter;
    const isWrongWidth = records.length > 0 && fields.length !== records[0].fields.length;
    const isForgotten =
      (broken || (isWrongWidth && !isOneLine)) && isForgottenQuote(at, lastCharacter);
    const next = isForgotten ? endOfLine(text, at) : broken ? endOfLine(text, end) : end;
    const lineBreaks = countLineBreaks(text, at, next);
    if (broken || isForgotten) {
      const count = Math.max(1, lineBreaks);
      const extent = count === 1 ? 'the line was' : `this line and those after it, ${count}, were`;
      const detail = `A quote is not closed, or closed inside its column; ${extent} left out.`;
      problems.push({ file, line, rule: 'row-quote', action: 'left-out', detail });
    } else if (fields.some((field) => field.trim() !== '')) {
      records.push({ line, fields });
    }
    line += lineBreaks;
    at = next;
  }
  return { records, problems };
}
