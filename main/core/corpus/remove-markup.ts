import { isHtmlElement, substituteFor } from './html-elements.ts';
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
const closing = new RegExp(`</(${name})\\s*>`, 'g');
const bareOpening = /^<[^\s<>]*[^\s<>/]\s*>$/;

/** Replaces all that matches and counts it. */
function replaceCounting(step: CleaningStep, pattern: RegExp): CleaningStep {
  let { removed } = step;
  const text = step.text.replace(pattern, () => {
    removed++;
    return ' ';
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

/** A text without its markup, and how many placeholders in the form of tags stayed. */
interface UntaggedText extends CleaningStep {
  readonly placeholders: number;
}

const noElements: ReadonlySet<string> = new Set();

/**
 * Removes XML and HTML: comments, scripts, styles, declarations and tags. A tag begins with a name
 * directly after "<" and has attributes with values only, so that "Hb <7" and "x < a > y" stay.
 * What only stands where something was taken out of a note stays as well, such as <PATIENT> and
 * <DATUM-1>: no element of HTML, without attributes, and closed neither in the text nor in `closed`.
 * Blocks become line breaks, phrases vanish, all other elements become a blank.
 */
export function removeTags(text: string, closed = noElements): UntaggedText {
  if (!text.includes('<') && !text.includes(']]>')) return { text, removed: 0, placeholders: 0 };
  let step: CleaningStep = { text, removed: 0 };
  for (const [open, close] of enclosures) step = removeEnclosed(step, open, close);
  step = replaceCounting(step, declaration);
  step = replaceCounting(step, characterData);
  return replaceTags(step, closed);
}

function replaceTags(step: CleaningStep, closed: ReadonlySet<string>): UntaggedText {
  let { removed } = step;
  let placeholders = 0;
  const closedHere = new Set(Array.from(step.text.matchAll(closing), ([, element]) => element));
  const text = step.text.replace(tag, (match: string, slash: string, element: string) => {
    const isBare = slash === '' && bareOpening.test(match);
    const isClosed = closed.has(element) || closedHere.has(element);
    if (isBare && !isClosed && !isHtmlElement(element)) {
      placeholders++;
      return match;
    }
    removed++;
    return substituteFor(element);
  });
  return { text, removed, placeholders };
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
