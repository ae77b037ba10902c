/** One line of a file, without its line break. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a text with LF, CRLF or CR line endings; a final line break makes no extra line. */
export function splitLines(text: string): Line[] {
  const texts = text.split(/\r\n|[\n\r]/);
  if (texts.at(-1) === '') texts.pop();
  return texts.map((line, index) => ({ number: index + 1, text: line }));
}

/** What is done about line endings of a text that comes in pieces. */
export interface LineEndings {
  /** What is certain of the text so far: a CR at the end of a piece waits for what follows. */
  push(text: string): string;
  finish(): string;
}

/** Turns CRLF and CR into LF, piece by piece. */
export function createLineEndings(): LineEndings {
  let held = '';
  return {
    push(piece) {
      const text = held + piece;
      held = text.endsWith('\r') ? '\r' : '';
      const certain = text.slice(0, text.length - held.length);
      return certain.includes('\r') ? certain.replace(/\r\n?/g, '\n') : certain;
    },
    finish() {
      const rest = held === '' ? '' : '\n';
      held = '';
      return rest;
    },
  };
}

/** The number of LF from `start` to before `end`. */
export function countLineFeeds(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', start); at !== -1 && at < end; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}

/** Offset after the line break (LF, CRLF or CR) at or after `at`; where there is none, the end. */
export function endOfLine(text: string, at: number): number {
  for (let index = at; index < text.length; index++) {
    if (text[index] === '\n') return index + 1;
    if (text[index] === '\r') return text[index + 1] === '\n' ? index + 2 : index + 1;
  }
  return text.length;
}

/** The number of line breaks (LF, CRLF or CR) from `start` to before `end`. */
export function countLineBreaks(text: string, start: number, end: number): number {
  const part = text.slice(start, end);
  if (!part.includes('\r')) return countLineFeeds(part, 0, part.length);
  return part.match(/\r\n?|\n/g)?.length ?? 0;
}

/** Keeps line endings as they are, but never ends a piece between CR and LF. */
export function createWholeLineEndings(): LineEndings {
  let held = '';
  return {
    push(piece) {
      const text = held + piece;
      held = text.endsWith('\r') ? '\r' : '';
      return text.slice(0, text.length - held.length);
    },
    finish() {
      const rest = held;
      held = '';
      return rest;
    },
  };
}
