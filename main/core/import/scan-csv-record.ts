/** One record of a CSV text, or where it broke. */
export interface CsvScan {
  readonly fields: readonly string[];
  /** Offset after the record's line break; for a broken record, where its quote should have ended. */
  readonly end: number;
  /** A quote was never closed, or something followed the closing quote. */
  readonly broken: boolean;
  /** Whether the record is the same whatever text may follow. */
  readonly certain: boolean;
}

/** The next run of an odd number of quotes at or after `from`: the only kind that ends a field. */
interface OddRun {
  readonly from: number;
  readonly start: number;
  /** Offset after the run; −1 when there is none. */
  readonly end: number;
}

function isLineBreak(character: string): boolean {
  return character === '\n' || character === '\r';
}

function runEnd(text: string, start: number): number {
  let end = start;
  while (text[end] === '"') end++;
  return end;
}

function findOddRun(text: string, from: number): OddRun {
  let start = text.indexOf('"', from);
  while (start !== -1) {
    const end = runEnd(text, start);
    if ((end - start) % 2 === 1) return { from, start, end };
    start = text.indexOf('"', end);
  }
  return { from, start: text.length, end: -1 };
}

/**
 * A scanner for RFC 4180 records with LF, CRLF or CR line endings: a field that begins with a quote
 * ends at the next quote that is not doubled, and may hold separators and line breaks, which are
 * kept as they are. The next possible
 * end of a field is remembered, so that a text in which quotes are never closed is still scanned
 * in linear time.
 */
export function createCsvScanner(text: string, separator: string): (start: number) => CsvScan {
  let known: OddRun = { from: 0, start: -1, end: -1 };

  /** Offset of the quote that closes the field opened at `open`, or −1. */
  function findClosingQuote(open: number): number {
    const afterRun = runEnd(text, open);
    if ((afterRun - open) % 2 === 0) return afterRun - 1;
    if (afterRun < known.from || afterRun > known.start) known = findOddRun(text, afterRun);
    return known.end - 1 < 0 ? -1 : known.end - 1;
  }

  function endOfPlainField(start: number): number {
    let end = start;
    while (end < text.length && text[end] !== separator && !isLineBreak(text[end])) end++;
    return end;
  }

  return function scan(start) {
    const fields: string[] = [];
    let at = start;
    for (;;) {
      let end = at;
      if (text[at] === '"') {
        const closing = findClosingQuote(at);
        if (closing === -1) return { fields, end: text.length, broken: true, certain: false };
        end = closing + 1;
        const soundEnd = end === text.length || text[end] === separator || isLineBreak(text[end]);
        if (!soundEnd) return { fields, end, broken: true, certain: true };
        fields.push(text.slice(at + 1, closing).replaceAll('""', '"'));
      } else {
        end = endOfPlainField(at);
        fields.push(text.slice(at, end));
      }
      if (end >= text.length) return { fields, end, broken: false, certain: false };
      at = end + 1;
      if (text[end] === '\n') return { fields, end: at, broken: false, certain: true };
      if (text[end] !== '\r') continue;
      if (text[at] === '\n') return { fields, end: at + 1, broken: false, certain: true };
      return { fields, end: at, broken: false, certain: at < text.length };
    }
  };
}
