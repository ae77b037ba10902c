/**
 * A visible character for each of the 256 bytes (Radford et al. 2019, `bytes_to_unicode` of GPT-2's
 * code), by byte: printable Latin-1 stands for itself, the others for characters from U+0100 on.
 */
export const byteCharacters: readonly string[] = (() => {
  let next = 0x100;
  return Array.from({ length: 256 }, (_, byte) => {
    const isPrintable =
      (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || byte >= 0xae;
    return String.fromCharCode(isPrintable ? byte : next++);
  });
})();

/** How many bytes a vocabulary has no character for. */
export function countMissingBytes(vocabulary: object): number {
  return byteCharacters.filter((character) => !Object.hasOwn(vocabulary, character)).length;
}

/** Whether a vocabulary spells each of the 256 bytes, so that nothing is unknown. */
export function hasAllBytes(vocabulary: object): boolean {
  return countMissingBytes(vocabulary) === 0;
}

const encoder = new TextEncoder();

/** A word spelled with one character per UTF-8 byte; half a surrogate pair is spelled as U+FFFD. */
export class ByteSpelling {
  readonly text: string;
  /** For each byte, the first UTF-16 unit of the character it belongs to. */
  readonly starts: readonly number[];
  /** For each byte, one past the last unit of that character. */
  readonly ends: readonly number[];

  constructor(word: string) {
    const starts: number[] = [];
    const ends: number[] = [];
    let text = '';
    let unit = 0;
    for (const character of word) {
      for (const byte of encoder.encode(character)) {
        text += byteCharacters[byte];
        starts.push(unit);
        ends.push(unit + character.length);
      }
      unit += character.length;
    }
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }
}
