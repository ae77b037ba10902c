/** What an RTF file is made of. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** A word such as \par or \u8364; symbols such as \~ are words of one character. */
  | { readonly kind: 'word'; readonly word: string; readonly number: number | null }
  /** One byte of text, written as \'e9. */
  | { readonly kind: 'byte'; readonly byte: number }
  /** Bytes of text as they stand in the file. */
  | { readonly kind: 'text'; readonly start: number; readonly end: number };

const backslash = 0x5c;
const isLetter = (byte: number) => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
const isLineBreak = (byte: number) => byte === 10 || byte === 13;

/** The tokens of a file; what \bin announces is passed over. Linear, and never throws. */
export function* readRtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === 0x7b || byte === 0x7d) {
      at++;
      yield { kind: byte === 0x7b ? 'open' : 'close' };
    } else if (isLineBreak(byte) || byte === 0) at++;
    else if (byte !== backslash) {
      const start = at;
      while (at < bytes.length) {
        const next = bytes[at];
        if (next === backslash || next === 0x7b || next === 0x7d || isLineBreak(next) || next === 0)
          break;
        at++;
      }
      yield { kind: 'text', start, end: at };
    } else if (!isLetter(bytes[at + 1] ?? 0)) {
      const symbol = bytes[at + 1];
      at += 2;
      if (symbol === 0x27) {
        const digits = String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0);
        if (!/^[\da-f]{2}$/i.test(digits)) continue;
        at += 2;
        yield { kind: 'byte', byte: Number.parseInt(digits, 16) };
      } else if (symbol !== undefined) {
        const word = isLineBreak(symbol) ? 'par' : String.fromCharCode(symbol);
        if (symbol === 13 && bytes[at] === 10) at++;
        yield { kind: 'word', word, number: null };
      }
    } else {
      const start = ++at;
      // Words are short: what goes on for longer is no word.
      while (at < bytes.length && at - start < 64 && isLetter(bytes[at])) at++;
      const word = String.fromCharCode.apply(null, Array.from(bytes.subarray(start, at)));
      const isNegative = bytes[at] === 0x2d && isDigit(bytes[at + 1] ?? 0);
      const digits = isNegative ? at + 1 : at;
      let end = digits;
      while (end < bytes.length && end - digits < 10 && isDigit(bytes[end])) end++;
      let number: number | null = null;
      for (let index = digits; index < end; index++)
        number = (number ?? 0) * 10 + bytes[index] - 0x30;
      if (number !== null && isNegative) number = -number;
      if (number !== null) at = end;
      if (bytes[at] === 0x20) at++;
      if (word === 'bin' && number !== null && number > 0) at += number;
      else yield { kind: 'word', word, number };
    }
  }
}
