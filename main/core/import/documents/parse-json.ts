import type { JsonValue } from '#core/domain/json.ts';

/** Where a string goes on at `from`: behind its closing quote, or −1 where it has none. */
export function endOfString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\' && quote - 1 - slashes >= from) slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  return -1;
}

/** The same text with what stands outside of its strings changed. */
function mapOutsideStrings(text: string, map: (outside: string) => string): string {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const quote = text.indexOf('"', at);
    const end = quote === -1 ? text.length : quote;
    parts.push(map(text.slice(at, end)));
    const closed = quote === -1 ? -1 : endOfString(text, quote + 1);
    at = closed === -1 ? text.length : closed;
    parts.push(text.slice(end, at));
  }
  return parts.join('');
}

/** Brackets in brackets, at most. */
export function depthOfJson(text: string): number {
  let depth = 0;
  let deepest = 0;
  mapOutsideStrings(text, (outside) => {
    for (const bracket of outside.match(/[[\]{}]/g) ?? []) {
      depth += bracket === '[' || bracket === '{' ? 1 : -1;
      if (depth > deepest) deepest = depth;
    }
    return '';
  });
  return deepest;
}

const longInteger = /(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;
const noNumber = /-?\b(?:NaN|Infinity)\b/g;

export interface ParsedJson {
  readonly value: JsonValue;
  /** Values of Python and JavaScript that JSON does not know (NaN, Infinity), read as null. */
  readonly noNumbers: number;
}

/** Null where the text is no JSON. Integers that no double can hold come as text, digit by digit. */
export function parseJson(text: string): ParsedJson | null {
  const hasLongInteger = /\d{16}/.test(text);
  const exact = hasLongInteger
    ? mapOutsideStrings(text, (outside) =>
        outside.replace(longInteger, (digits) =>
          String(Number(digits)) === digits ? digits : `"${digits}"`,
        ),
      )
    : text;
  try {
    return { value: JSON.parse(exact) as JsonValue, noNumbers: 0 };
  } catch {
    let noNumbers = 0;
    const mended = mapOutsideStrings(exact, (outside) =>
      outside.replace(noNumber, () => {
        noNumbers++;
        return 'null';
      }),
    );
    if (noNumbers === 0) return null;
    try {
      return { value: JSON.parse(mended) as JsonValue, noNumbers };
    } catch {
      return null;
    }
  }
}
