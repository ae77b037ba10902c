/** Pieces between separators that stand in no group; a separator is `&` or `\\` with what belongs to it. */
export function splitLevel(text: string, separator: '&' | '\\\\'): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '\\') {
      if (separator === '\\\\' && depth === 0 && text[index + 1] === '\\') {
        pieces.push(text.slice(start, index));
        const spacing = /^\\\\\*?(?:\s*\[[^\]]*\])?/.exec(text.slice(index, index + 40));
        index += (spacing?.[0].length ?? 2) - 1;
        start = index + 1;
      } else index++;
    } else if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === '&' && separator === '&' && depth === 0) {
      pieces.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...pieces, text.slice(start)];
}
