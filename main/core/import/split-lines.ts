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

/** CRLF and CR become LF. Only where no offsets point into the text. */
export function normaliseLineEndings(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
