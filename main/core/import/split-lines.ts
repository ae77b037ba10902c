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

/** Turns CRLF and CR into LF, piece by piece. */
export interface LineEndings {
  /** What is certain of the text so far: a CR at the end of a piece waits for what follows. */
  push(text: string): string;
  finish(): string;
}

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
