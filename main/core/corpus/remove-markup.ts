import { namedEntities } from './named-entities.ts';

/** A text after one step of cleaning, and how many things the step removed. */
export interface CleaningStep {
  readonly text: string;
  readonly removed: number;
}

const name = '[A-Za-z][\\w:.-]*';
const value = '"[^"<]*"|\'[^\'<]*\'|[^\\s"\'<>=`]+';
/** The attributes that HTML allows without a value; others would make "CD4 <a b>" a tag. */
const bare = '(?:checked|disabled|hidden|multiple|noshade|nowrap|readonly|required|selected)\\b';
const attribute = `\\s+(?:${bare}|${name}\\s*=\\s*(?:${value}))`;

/** What is removed together with its content: from an opening to the next closing pattern. */
const enclosures: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/<!--/g, /-->/g],
  [/<script\b[^<>]*>/gi, /<\/script\s*>/gi],
  [/<style\b[^<>]*>/gi, /<\/style\s*>/gi],
];
const declaration = /<\?[A-Za-z][^<>]*\?>|<!DOCTYPE\b[^<>]*>/gi;
const characterData = /<!\[CDATA\[|\]\]>/g;
const tag = new RegExp(`<(/?)(${name})(?:${attribute})*\\s*/?>`, 'g');

/** Elements inside a word or phrase: H<sub>2</sub>O is one word. */
const inlineElements = new Set(
  'a abbr b big bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
);
/** Elements that begin or end a line. */
const blockElements = new Set(
  'address article aside blockquote body br caption center dd div dl dt footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);

function substituteFor(element: string): string {
  const lower = element.toLowerCase();
  if (inlineElements.has(lower)) return '';
  return blockElements.has(lower) ? '\n' : ' ';
}

/** Replaces all that matches and counts it. */
function replaceCounting(
  step: CleaningStep,
  pattern: RegExp,
  substitute: (element: string) => string,
): CleaningStep {
  let { removed } = step;
  const text = step.text.replace(pattern, (_match: string, _slash: unknown, element: unknown) => {
    removed++;
    return substitute(typeof element === 'string' ? element : '');
  });
  return { text, removed };
}

/**
 * Removes all stretches from `open` to `close`. Where nothing closes an opening, nothing closes a
 * later one either: the search ends there, and takes linear time.
 */
function removeEnclosed(step: CleaningStep, open: RegExp, close: RegExp): CleaningStep {
  const kept: string[] = [];
  let { removed } = step;
  let at = 0;
  for (;;) {
    open.lastIndex = at;
    const opening = open.exec(step.text);
    close.lastIndex = open.lastIndex;
    if (opening === null || close.exec(step.text) === null) break;
    kept.push(step.text.slice(at, opening.index));
    at = close.lastIndex;
    removed++;
  }
  kept.push(step.text.slice(at));
  return { text: kept.join(' '), removed };
}

/**
 * Removes XML and HTML: comments, scripts, styles, declarations and tags. A tag begins with a name
 * directly after "<" and has attributes with values only, so that "Hb <7" and "x < a > y" stay.
 * Blocks become line breaks, phrases vanish, all other elements become a blank.
 */
export function removeTags(text: string): CleaningStep {
  let step: CleaningStep = { text, removed: 0 };
  if (!text.includes('<') && !text.includes(']]>')) return step;
  for (const [open, close] of enclosures) step = removeEnclosed(step, open, close);
  step = replaceCounting(step, declaration, () => ' ');
  step = replaceCounting(step, characterData, () => ' ');
  return replaceCounting(step, tag, substituteFor);
}

/** The character of a numeric reference, or null when there is none. */
function decodeNumber(digits: string): string | null {
  const isHexadecimal = digits.startsWith('x') || digits.startsWith('X');
  const code = isHexadecimal ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : null;
}

/**
 * Turns character references ("&eacute;", "&#233;", "&#xE9;") into the characters they stand for,
 * once: "&amp;lt;" becomes "&lt;". References that stand for nothing stay.
 */
export function decodeEntities(text: string): CleaningStep {
  let removed = 0;
  if (!text.includes('&')) return { text, removed };
  const decoded = text.replace(
    /&(?:#([0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,9}));/g,
    (match: string, number: string | undefined, entity: string | undefined) => {
      const character =
        number === undefined ? namedEntities.get(entity ?? '') : decodeNumber(number);
      if (character === undefined || character === null) return match;
      removed++;
      return character;
    },
  );
  return { text: decoded, removed };
}
