/**
 * Where an error came from, line by line, such as "at read (/program/file.ts:3:1)". The message is
 * left out, also where lines of it look like places: it may hold text of a note.
 */
export function stackPlaces(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { stack = '', message } = error;
  const start = stack.indexOf(message);
  if (start === -1) return [];
  return stack
    .slice(start + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line));
}
