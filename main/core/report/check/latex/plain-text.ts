import { readGroup } from './read-group.ts';

/** Which of its groups a command shows; all of them where it is not here. */
const shownGroup: Readonly<Record<string, readonly [count: number, shown: number]>> = {
  hyperlink: [2, 1],
  hypertarget: [2, 1],
  href: [2, 1],
  textcolor: [2, 1],
  raisebox: [2, 1],
  multirow: [3, 2],
  multicolumn: [3, 2],
  Letter: [2, 1],
  color: [1, -1],
  label: [1, -1],
  cite: [1, -1],
  citep: [1, -1],
  citet: [1, -1],
  ref: [1, -1],
  footnote: [1, -1],
  vspace: [1, -1],
  hspace: [1, -1],
  cmidrule: [1, -1],
  cline: [1, -1],
  rowcolor: [1, -1],
  cellcolor: [1, -1],
};

const signs: Readonly<Record<string, string>> = {
  pm: '±',
  textpm: '±',
  times: '×',
  cdot: '·',
  leq: '≤',
  le: '≤',
  lt: '<',
  textless: '<',
  geq: '≥',
  textendash: '–',
  textminus: '−',
  newline: ' ',
  quad: ' ',
  qquad: ' ',
};

/** Deeper is no table. */
const deepest = 20;

/** The text of a cell of LaTeX, as far as it can be told without running it. */
export function plainText(source: string, depth = 0): string {
  if (depth > deepest) return '';
  let text = '';
  let at = 0;
  while (at < source.length) {
    const character = source[at];
    if (character === '\\') {
      const read = readCommand(source, at, depth);
      text += read.text;
      at = read.end;
    } else if (character === '{') {
      const group = readGroup(source, at, '{');
      text += plainText(group?.content ?? '', depth + 1);
      at = group?.end ?? source.length;
    } else if (character === '^' || character === '_') {
      const group = readGroup(source, at + 1, '{');
      // A power of ten is part of its number; all else are marks of significance and notes.
      if (character === '^' && /[×·]\s*10$/.test(text)) {
        text += `^${plainText(group?.content ?? source[at + 1] ?? '', depth + 1)}`;
      }
      at = group?.end ?? at + 2;
    } else {
      if (character === '~') text += ' ';
      else if (character !== '$' && character !== '}') text += character;
      at++;
    }
  }
  return depth > 0 ? text : text.replace(/\s+/g, ' ').trim();
}

function readCommand(
  source: string,
  start: number,
  depth: number,
): { readonly text: string; readonly end: number } {
  const name = /^[a-zA-Z]+\*?/.exec(source.slice(start + 1, start + 40))?.[0];
  if (name === undefined) {
    const escaped = source[start + 1] ?? '';
    return { text: /[%&_#${}]/.test(escaped) ? escaped : ' ', end: start + 2 };
  }
  let end = start + 1 + name.length;
  const sign = signs[name];
  const isMinus = name === 'ensuremath' && /^\{-\}/.test(source.slice(end, end + 3));
  if (isMinus) return { text: '−', end: end + 3 };
  if (sign !== undefined) return { text: sign, end: skipEmptyGroup(source, end) };
  for (let option = readGroup(source, end, '['); option !== null;) {
    end = option.end;
    option = readGroup(source, end, '[');
  }
  const [count, shown] = shownGroup[name] ?? [1, 0];
  let text = '';
  for (let number = 0; number < count; number++) {
    const group = readGroup(source, end, '{');
    if (group === null) break;
    if (number === shown) text = plainText(group.content, depth + 1);
    end = group.end;
  }
  return { text, end };
}

function skipEmptyGroup(source: string, at: number): number {
  return source.startsWith('{}', at) ? at + 2 : at;
}
