import type { ImportProblem } from '#core/domain/import-report.ts';
import { createCsvScanner, type CsvScan } from './scan-csv-record.ts';
import { countLineBreaks, endOfLine } from './split-lines.ts';

export interface CsvRecord {
  /** 1-based line on which the record begins. */
  readonly line: number;
  readonly fields: readonly string[];
}

export interface ParsedCsv {
  /** Records without any content are not listed. */
  readonly records: readonly CsvRecord[];
  /** In the order of their lines. */
  readonly problems: readonly ImportProblem[];
}

/** Parses a text that comes in pieces, cut anywhere. */
export interface CsvParser {
  push(text: string): ParsedCsv;
  finish(): ParsedCsv;
  /** 1-based line of the first character that was not parsed yet. */
  readonly line: number;
}

export interface CsvText {
  readonly file: string;
  readonly separator: string;
  /** Of the whole text, in UTF-16 units. */
  readonly textLength: number;
  /** 1-based line on which the text begins. */
  readonly firstLine?: number;
  /** In UTF-16 units, 16,777,216 unless given: the most that is looked at to tell one record. */
  readonly longestRecord?: number;
}

/** 2²⁴: some 3 million words in one row. */
export const defaultLongestRecord = 16_777_216;
/** How many lines after a broken quote decide what was broken. */
const judgedLines = 10;

/** The lines after the one at `start`, up to the one that holds `end`; at most `judgedLines`. */
function linesAfter(text: string, start: number, end: number): string[] {
  const lines: string[] = [];
  let lineStart = endOfLine(text, start);
  while (lineStart <= end && endsLine(text, lineStart) && lines.length < judgedLines) {
    const next = endOfLine(text, lineStart);
    lines.push(text.slice(lineStart, next).replace(/[\r\n]+$/, ''));
    if (next === lineStart) break;
    lineStart = next;
  }
  return lines.filter((line) => line.trim() !== '');
}

/** Whether a line break stands before `at`. */
function endsLine(text: string, at: number): boolean {
  return text[at - 1] === '\n' || text[at - 1] === '\r';
}

/** Where the next record may begin, if the record at `at` is left to stand. */
function endOfRecord(text: string, record: CsvScan): { end: number; certain: boolean } {
  const end = record.broken ? endOfLine(text, record.end) : record.end;
  return { end, certain: record.certain && endsLine(text, end) };
}

const nameLines = (count: number): string =>
  count === 1 ? 'the line was' : `this line and those after it, ${count}, were`;

/**
 * Splits a CSV text into records with their true lines. A broken quote never
 * swallows the rest of the file: when most of the lines up to where it ended are sound records of
 * their own, a closing quote was forgotten, and only the first line is left out; else a note of
 * several lines holds a stray quote, and all its lines are left out. A record over several lines
 * with a wrong number of columns is judged in the same way. Linear in the text.
 *
 * A record is told from its first `longestRecord` characters, so that a quote that is never closed
 * holds no more than those in memory. One that goes on for longer is left out up to the end of the
 * line on which it has become too long, unless it is a forgotten quote by the same rule; what
 * follows is read as records again.
 */
export function createCsvParser({
  file,
  separator,
  textLength,
  firstLine = 1,
  longestRecord = defaultLongestRecord,
}: CsvText): CsvParser {
  let held: string[] = [];
  let heldLength = 0;
  /** Tried again when so much is held: a long record must not be scanned at every piece. */
  let wantedLength = 0;
  let line = firstLine;
  let width: number | null = null;
  /** Whether the rest of a line that was left out is still to come. */
  let isSkipping = false;
  // Characters that may be read a second time: a hostile file must not take quadratic time.
  let rereadBudget = 8 * textLength;

  function isSoundLine(text: string): boolean {
    const alone = createCsvScanner(text, separator)(0);
    return !alone.broken && alone.fields.length === width;
  }

  /** Whether the lines after the first are records of their own. */
  function isForgottenQuote(text: string, start: number, end: number): boolean {
    rereadBudget -= end - start;
    const inside = linesAfter(text, start, end);
    return rereadBudget >= 0 && inside.filter(isSoundLine).length * 2 >= inside.length;
  }

  function brokenQuote(lineCount: number): ImportProblem {
    const detail = `A quote is not closed, or closed inside its column; ${nameLines(lineCount)} left out.`;
    return { file, line, rule: 'row-quote', action: 'left-out', detail };
  }

  function tooLong(lineCount: number): ImportProblem {
    const most = longestRecord.toLocaleString('en');
    const detail = `The row goes on for more than ${most} characters; ${nameLines(lineCount)} left out.`;
    return { file, line, rule: 'row-too-long', action: 'left-out', detail };
  }

  /** What is left out of a record that goes on after `longestRecord` characters. */
  function leaveOutLong(text: string, at: number): { problem: ImportProblem; lastLine: number } {
    const start = text.slice(at, at + longestRecord);
    if (endOfLine(start, 0) < start.length && isForgottenQuote(start, 0, start.length)) {
      return { problem: brokenQuote(1), lastLine: at };
    }
    const lastLine = at + start.length - 1;
    return { problem: tooLong(countLineBreaks(text, at, lastLine) + 1), lastLine };
  }

  function parse(text: string, isLast: boolean): ParsedCsv {
    const scan = createCsvScanner(text, separator);
    const records: CsvRecord[] = [];
    const problems: ImportProblem[] = [];
    let at = 0;
    const moveTo = (next: number) => {
      line += countLineBreaks(text, at, next);
      at = next;
    };
    const skipLine = (from: number) => {
      moveTo(endOfLine(text, from));
      isSkipping = !endsLine(text, at);
    };

    if (isSkipping) skipLine(0);
    while (at < text.length) {
      const record = scan(at);
      const whole = endOfRecord(text, record);
      const isKnown = isLast || whole.certain;
      if (!isKnown && text.length - at <= longestRecord) break;
      if (!isKnown || whole.end - at > longestRecord) {
        const { problem, lastLine } = leaveOutLong(text, at);
        problems.push(problem);
        skipLine(lastLine);
        continue;
      }
      const { fields, broken } = record;
      const lastCharacter = broken ? record.end : record.end - 1;
      const isOneLine = endOfLine(text, at) >= lastCharacter;
      const isWrongWidth = width !== null && fields.length !== width;
      const isForgotten =
        (broken || (isWrongWidth && !isOneLine)) && isForgottenQuote(text, at, lastCharacter);
      const next = isForgotten ? endOfLine(text, at) : whole.end;
      if (broken || isForgotten) {
        problems.push(brokenQuote(Math.max(1, countLineBreaks(text, at, next))));
      } else if (fields.some((field) => field.trim() !== '')) {
        width ??= fields.length;
        records.push({ line, fields });
      }
      moveTo(next);
    }
    const rest = text.slice(at);
    held = [rest];
    heldLength = rest.length;
    wantedLength = Math.min(2 * rest.length, longestRecord + 1);
    return { records, problems };
  }

  return {
    push(text) {
      held.push(text);
      heldLength += text.length;
      return heldLength < wantedLength
        ? { records: [], problems: [] }
        : parse(held.join(''), false);
    },
    finish: () => parse(held.join(''), true),
    get line() {
      return line;
    },
  };
}
