import { type CsvSeparator, detectSeparator, readSeparatorLine } from './detect-separator.ts';
import { type CsvParser, createCsvParser, type ParsedCsv } from './parse-csv.ts';
import { countLineBreaks } from './split-lines.ts';

export interface CsvBeginning {
  readonly file: string;
  readonly textLength: number;
  /** Names by which the separator is detected. */
  readonly columns: readonly string[];
  /** Detected unless given. */
  readonly separator?: CsvSeparator;
  readonly longestRecord: number;
}

/** Characters of "sep=;" and the line break that must follow. */
const separatorLineLength = 6;

/**
 * A parser that finds its separator by itself: in a first line "sep=;", which is no record, or by
 * the header. Until then the text is held, but no more of it than `longestRecord` characters.
 */
export function createDetectingParser(options: CsvBeginning): CsvParser {
  const { columns, longestRecord, ...text } = options;
  let held = '';
  let firstLine = 1;
  let { textLength } = options;
  let separator = options.separator ?? null;
  let isAtStart = true;
  let parser: CsvParser | null = null;

  function takeSeparatorLine(): void {
    isAtStart = false;
    const marked = readSeparatorLine(held);
    if (marked === null) return;
    separator ??= marked;
    // The line break stays, so that lines keep their numbers.
    held = held.slice(separatorLineLength - 1);
    textLength -= separatorLineLength - 1;
  }

  /** Blank lines before the header are counted, not held. */
  function skipLineBreaks(): void {
    const start = held.search(/[^\r\n]/);
    const length = start === -1 ? held.length : start;
    firstLine += countLineBreaks(held, 0, length);
    held = held.slice(length);
  }

  function begin(isLast: boolean): CsvParser | null {
    if (isAtStart && held.length < separatorLineLength && !isLast) return null;
    if (isAtStart) takeSeparatorLine();
    skipLineBreaks();
    const isEnough = isLast || held.length >= longestRecord;
    separator ??= detectSeparator(held.slice(0, longestRecord), columns, isEnough);
    if (separator === null) return null;
    return createCsvParser({ ...text, separator, textLength, firstLine, longestRecord });
  }

  function push(piece: string, isLast: boolean): ParsedCsv {
    if (parser !== null) return parser.push(piece);
    held += piece;
    parser = begin(isLast);
    const start = held;
    if (parser === null) return { records: [], problems: [] };
    held = '';
    return parser.push(start);
  }

  return {
    push: (piece) => push(piece, false),
    finish() {
      const beginning = push('', true);
      const end = parser?.finish() ?? { records: [], problems: [] };
      return {
        records: [...beginning.records, ...end.records],
        problems: [...beginning.problems, ...end.problems],
      };
    },
    get line() {
      return parser?.line ?? firstLine;
    },
  };
}
