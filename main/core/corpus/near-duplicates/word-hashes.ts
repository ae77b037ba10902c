/** Starts of the two hashes of a word. */
const lowStart = 0x811c9dc5;
const highStart = 0x41c6ce57;

/** Per UTF-16 unit that is a character of its own, whether it belongs to a word. */
const isOfWord = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  Number(/[\p{L}\p{N}]/u.test(String.fromCharCode(unit))),
);

/** How many units of a character beyond the first 65,536 are at this place; 0 where there is none. */
function pairLength(text: string, at: number): 0 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 0;
}

function wordUnitsAt(text: string, at: number): 0 | 1 | 2 {
  const unit = text.charCodeAt(at);
  if (isOfWord[unit] === 1) return 1;
  if (unit < 0xd800 || unit > 0xdbff || pairLength(text, at) === 0) return 0;
  return /[\p{L}\p{N}]/u.test(text.slice(at, at + 2)) ? 2 : 0;
}

/**
 * The words of a text as pairs of 32-bit hashes. A word is a run of letters and digits
 * (/[\p{L}\p{N}]+/u) of the text in lower case and in composed characters (NFC): case, punctuation
 * and white space make no difference. One object reads text after text in the same memory.
 */
export class WordHashes {
  low = new Int32Array(1024);
  high = new Int32Array(1024);
  count = 0;

  read(text: string): void {
    const plain = text.normalize('NFC').toLowerCase();
    this.count = 0;
    let low = lowStart;
    let high = highStart;
    let inWord = false;
    for (let at = 0; at < plain.length;) {
      const units = wordUnitsAt(plain, at);
      if (units === 0) {
        if (inWord) this.#push(low, high);
        inWord = false;
        at++;
        continue;
      }
      if (!inWord) {
        low = lowStart;
        high = highStart;
        inWord = true;
      }
      for (const end = at + units; at < end; at++) {
        const unit = plain.charCodeAt(at);
        low = Math.imul(low ^ unit, 0x01000193);
        high = Math.imul(high ^ unit, 0x5bd1e995);
      }
    }
    if (inWord) this.#push(low, high);
  }

  #push(low: number, high: number): void {
    if (this.count === this.low.length) {
      this.low = grown(this.low);
      this.high = grown(this.high);
    }
    this.low[this.count] = low ^ (low >>> 15);
    this.high[this.count] = high ^ (high >>> 13);
    this.count++;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
