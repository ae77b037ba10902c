import { endOfString } from './parse-json.ts';

/** The text of a value, or of the object around the values with its list empty. */
export interface JsonPart {
  /** 1-based line on which it begins. */
  readonly line: number;
  /** Null where it is longer than allowed. */
  readonly text: string | null;
  readonly isEnvelope: boolean;
}

interface SplitOptions {
  /** Whether the values are those of one list; else the whole, or what it lists under a key. */
  readonly isList: boolean;
  readonly listKeys: readonly string[];
  readonly longest: number;
}

/** Gathers a text that is cut into pieces; of one that becomes too long nothing is held. */
function createGathering(longest: number) {
  let parts: string[] = [];
  let length = 0;
  return {
    get isEmpty() {
      return length === 0;
    },
    add(part: string): void {
      length += part.length;
      if (length <= longest) parts.push(part);
      else parts = [];
    },
    take(): string | null {
      const text = length > longest ? null : parts.join('');
      parts = [];
      length = 0;
      return text;
    },
  };
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/**
 * Signs, blanks and strings of a text that comes in pieces. A string that is cut waits for its end;
 * one that is too long for any value is given in parts, each with a quote before it.
 */
function* tokensOf(pieces: Iterable<string>, longest: number): Generator<string> {
  const token = /[[\]{},:]|\s+|[^[\]{},:\s"]+/y;
  let waiting: string[] = [];
  let waitingLength = 0;
  let isInLongString = false;
  /** What is left of the text: the string that it ends in. */
  function* split(text: string): Generator<string, string> {
    let at = 0;
    if (isInLongString) {
      const end = endOfString(text, 0);
      // Backslashes at the end may speak of what follows.
      at = end === -1 ? text.length - (/\\*$/.exec(text)?.[0].length ?? 0) : end;
      yield `"${text.slice(0, at)}`;
      if (end === -1) return text.slice(at);
      isInLongString = false;
    }
    while (at < text.length) {
      const end = text[at] === '"' ? endOfString(text, at + 1) : 0;
      if (end === -1) return text.slice(at);
      token.lastIndex = at;
      const found = end > 0 ? text.slice(at, end) : (token.exec(text)?.[0] ?? text[at]);
      yield found;
      at += found.length;
    }
    return '';
  }
  for (const piece of pieces) {
    waiting.push(piece);
    waitingLength += piece.length;
    // A string of a million pieces is not joined a million times.
    if (waiting.length > 1 && !piece.includes('"') && waitingLength <= longest) continue;
    let rest = yield* split(waiting.join(''));
    if (rest.length > longest && !isInLongString) {
      isInLongString = true;
      rest = yield* split(rest.slice(1));
    }
    waiting = rest === '' ? [] : [rest];
    waitingLength = rest.length;
  }
  if (waiting.length > 0) yield `${isInLongString ? '"' : ''}${waiting.join('')}`;
}

/**
 * Cuts a JSON text that comes in pieces into the values that it lists. Brackets and strings alone
 * are looked at: whether a value is sound, who parses it sees.
 */
export function* splitJson(
  pieces: Iterable<string>,
  { isList, listKeys, longest }: SplitOptions,
): Generator<JsonPart> {
  const envelope = createGathering(longest);
  const value = createGathering(longest);
  let line = 1;
  let valueLine = 1;
  let depth = 0;
  /** At which depth the listed values stand; null outside of the list. */
  let listDepth: number | null = null;
  let lastString = '';
  let key = '';
  let hasList = false;

  function takeValue(): JsonPart | null {
    if (value.isEmpty) return null;
    return { line: valueLine, text: value.take(), isEnvelope: false };
  }
  function addToValue(token: string): void {
    if (value.isEmpty) valueLine = line;
    value.add(token);
  }

  for (const token of tokensOf(pieces, longest)) {
    const isOpening = token === '[' || token === '{';
    const isClosing = token === ']' || token === '}';
    const isBlank = /^\s/.test(token);
    if (listDepth !== null) {
      const atLevel = depth === listDepth;
      if (atLevel && (token === ',' || isClosing)) {
        const part = takeValue();
        if (part !== null) yield part;
        if (isClosing) {
          listDepth = null;
          depth--;
          if (!isList) envelope.add(']');
        }
      } else if (!(atLevel && isBlank && value.isEmpty)) {
        addToValue(token);
        if (isOpening) depth++;
        else if (isClosing) depth--;
      }
    } else if (isList) {
      if (token === '[') listDepth = ++depth;
      // What stands between lists is no value of any: it is given, to be told.
      else if (!isBlank && token !== ',') yield { line, text: token, isEnvelope: false };
    } else {
      if (depth === 0 && isBlank) {
        line += countBreaks(token);
        continue;
      }
      if (envelope.isEmpty) valueLine = line;
      envelope.add(token);
      if (token.startsWith('"')) lastString = token;
      if (token === ':' && depth === 1) key = lastString;
      if (isOpening) {
        depth++;
        const isListed =
          token === '[' && depth === 2 && listKeys.some((each) => key === `"${each}"`);
        if (isListed) {
          listDepth = depth;
          hasList = true;
        }
      } else if (isClosing && depth > 0) depth--;
      if (depth === 0) {
        yield { line: valueLine, text: envelope.take(), isEnvelope: hasList };
        hasList = false;
      }
    }
    line += countBreaks(token);
  }
  const rest = takeValue();
  if (rest !== null) yield rest;
  if (!envelope.isEmpty) yield { line: valueLine, text: envelope.take(), isEnvelope: false };
  // A list that does not end is told, although all that it held is sound.
  else if (depth > 0 && depth === listDepth) yield { line, text: '[', isEnvelope: false };
}
