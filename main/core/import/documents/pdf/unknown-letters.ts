/**
 * What a font gives that does not say which letters its signs are: control characters, places
 * without a character, and those for private use, but for the bullets of symbol fonts.
 */
const unknown = /[\p{Cn}\ufffd\ue000-\uefff\uf100-\uf8ff]|(?![\t\n\r])\p{Cc}/gu;

export function countUnknown(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + (line.match(unknown)?.length ?? 0), 0);
}
