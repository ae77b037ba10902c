/**
 * A name in lines of at most `width` letters, broken after blanks, hyphens and underscores where
 * possible. What does not fit into `lineCount` lines is left out before the last line: names of
 * models often differ at their end.
 */
export function wrapLabel(
  name: string,
  { width, lineCount }: { readonly width: number; readonly lineCount: number },
): string[] {
  const lines = breakLines(name.match(/[^\s\-_]*[\s\-_]*/g) ?? [], width);
  if (lines.length <= lineCount) return lines;
  const end = name.slice(1 - width).trimStart();
  return [...lines.slice(0, lineCount - 1), `…${end}`];
}

function breakLines(pieces: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if ((line + piece).trimEnd().length > width && line !== '') {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
    while (line.trimEnd().length > width) {
      lines.push(line.slice(0, width));
      line = line.slice(width);
    }
  }
  return line.trimEnd() === '' ? lines : [...lines, line.trimEnd()];
}
