/** Where a text stops being JSON; line and column are counted from 1. */
export interface JsonFault {
  readonly expected: string;
  readonly line: number;
  readonly column: number;
}

const expectations = {
  value: 'a value',
  'first-item': 'a value or ]',
  'first-key': 'a key in double quotes or }',
  key: 'a key in double quotes',
  'new-key': 'a key that its object does not have yet',
  colon: 'a colon',
  more: 'a comma or the closing bracket',
  end: 'nothing more',
} as const;

type State = keyof typeof expectations;

/** An object or list that is not closed yet. */
interface Level {
  readonly bracket: '{' | '[';
  /** Those of an object so far. */
  readonly keys: Set<string>;
}

const blank = /[\t\n\r ]*/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Finds what keeps a text from being JSON (RFC 8259) whose objects have each key once, or null when
 * it is. Of a key that is there twice, JavaScript silently takes the second. Its own message
 * quotes the text and often has no place; this one never quotes, so that a file of notes that was
 * named by mistake does not reach a log.
 */
export function findJsonFault(text: string): JsonFault | null {
  const open: Level[] = [];
  let state: State = 'value';
  let at = 0;
  for (;;) {
    at = endOf(blank, text, at) ?? at;
    if (at === text.length) return state === 'end' ? null : faultAt(text, at, state);
    const next = step(text, { at, state, open });
    if (next === null) return faultAt(text, at, state);
    if (next.state === 'new-key') return faultAt(text, at, next.state);
    ({ at, state } = next);
  }
}

interface Position {
  readonly at: number;
  readonly state: State;
}

/** Reads one token; null when the state does not allow it. Keeps `open` up to date. */
function step(
  text: string,
  { at, state, open }: Position & { readonly open: Level[] },
): Position | null {
  const character = text[at];
  const afterValue = (end: number): Position => ({
    at: end,
    state: open.length === 0 ? 'end' : 'more',
  });
  const closes = character === '}' ? '{' : character === ']' ? '[' : null;
  if (closes !== null) {
    const isAllowed = state === 'more' || state === (closes === '{' ? 'first-key' : 'first-item');
    if (!isAllowed || open.at(-1)?.bracket !== closes) return null;
    open.pop();
    return afterValue(at + 1);
  }
  if (state === 'end') return null;
  if (state === 'colon') return character === ':' ? { at: at + 1, state: 'value' } : null;
  if (state === 'more') {
    if (character !== ',') return null;
    return { at: at + 1, state: open.at(-1)?.bracket === '{' ? 'key' : 'value' };
  }
  const isKey = state === 'key' || state === 'first-key';
  if (character === '"') {
    const end = endOfString(text, at);
    if (end === null) return null;
    if (!isKey) return afterValue(end);
    const isNew = addKey(open, JSON.parse(text.slice(at, end)) as string);
    return { at: end, state: isNew ? 'colon' : 'new-key' };
  }
  if (isKey) return null;
  if (character === '{' || character === '[') {
    open.push({ bracket: character, keys: new Set() });
    return { at: at + 1, state: character === '{' ? 'first-key' : 'first-item' };
  }
  const end = endOf(scalar, text, at);
  return end === null ? null : afterValue(end);
}

/** False when the innermost object has the key. */
function addKey(open: readonly Level[], key: string): boolean {
  const keys = open.at(-1)?.keys;
  if (keys?.has(key) !== false) return false;
  keys.add(key);
  return true;
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** The index after the closing quote, or null when the string is not closed on its line. */
function endOfString(text: string, start: number): number | null {
  let at = start + 1;
  while (at < text.length) {
    if (text[at] === '"') return at + 1;
    if (text[at] < ' ') return null;
    const end = text[at] === '\\' ? endOf(escape, text, at) : at + 1;
    if (end === null) return null;
    at = end;
  }
  return null;
}

function faultAt(text: string, at: number, state: State): JsonFault {
  const before = text.slice(0, at).split('\n');
  return {
    expected: expectations[state],
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
  };
}
