import { HashSet } from '#core/base/hash-set.ts';

/** Words in a row that two texts share by chance only when they are a set phrase. */
const runLength = 8;

/** Of a text, how much must be found before the text counts as known. */
const leastShare = 0.5;

/** Whether texts of fewer than 8 words are looked for as a whole: many such are set phrases. */
type ShortTexts = 'not-judged' | 'whole';

/** What was found of one set of texts. */
export interface Overlap {
  /** Texts of at least 8 words; of shorter ones nothing can be said, unless they are compared whole. */
  readonly judgedCount: number;
  /** Those of which at least half of all runs of 8 words were met. */
  readonly containedCount: number;
}

/**
 * Finds texts that lie in others, wherever they begin and end there, by the runs of 8 words that both
 * have, as training data of language models is searched for test data (Brown et al., "Language models
 * are few-shot learners", arXiv 2005.14165, appendix C). A word is what is between other characters
 * than letters and digits, in lower case. Takes some 30 bytes per word of the texts that are looked for.
 */
export class OverlapFinder {
  readonly #texts: readonly string[];
  readonly #wanted = new HashSet();
  readonly #met = new HashSet();
  readonly #shortTexts: ShortTexts;

  constructor(texts: readonly string[], shortTexts: ShortTexts = 'not-judged') {
    this.#texts = texts;
    this.#shortTexts = shortTexts;
    for (const text of texts) this.#visit(text, (run) => this.#wanted.add(run));
  }

  /** Looks through a text in which they may be. */
  search(text: string): void {
    this.#visit(text, (run) => {
      if (this.#wanted.has(run)) this.#met.add(run);
    });
  }

  overlap(): Overlap {
    let judgedCount = 0;
    let containedCount = 0;
    for (const text of this.#texts) {
      let runs = 0;
      let met = 0;
      this.#visit(text, (run) => {
        runs++;
        if (this.#met.has(run)) met++;
      });
      if (runs === 0) continue;
      judgedCount++;
      if (met >= leastShare * runs) containedCount++;
    }
    return { judgedCount, containedCount };
  }

  #visit(text: string, visit: (run: number) => void): void {
    visitRuns(text, this.#shortTexts, visit);
  }
}

/** Per UTF-16 unit, whether it belongs to a word; halves of pairs do. */
const isOfWord = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  Number(/[\p{L}\p{N}\p{Cs}]/u.test(String.fromCharCode(unit))),
);

/** Visits a 53-bit hash of each run of words, from two rolling hashes of 32 bits. */
function visitRuns(text: string, shortTexts: ShortTexts, visit: (run: number) => void): void {
  const plain = text.normalize('NFC').toLowerCase();
  const low = new Int32Array(runLength);
  const high = new Int32Array(runLength);
  let a = 0;
  let b = 0;
  let count = 0;
  for (let at = 0; at < plain.length; at++) {
    let lowWord = 0x811c9dc5;
    let highWord = lowWord;
    const start = at;
    for (; at < plain.length; at++) {
      const unit = plain.charCodeAt(at);
      if (isOfWord[unit] === 0) break;
      lowWord = Math.imul(lowWord ^ unit, 0x01000193);
      highWord = Math.imul(highWord ^ unit, 0x5bd1e995);
    }
    if (at === start) continue;
    const place = count % runLength;
    lowWord ^= lowWord >>> 15;
    highWord ^= highWord >>> 15;
    a = (Math.imul(a, lowBase) - Math.imul(low[place], lowLast) + lowWord) | 0;
    b = (Math.imul(b, highBase) - Math.imul(high[place], highLast) + highWord) | 0;
    low[place] = lowWord;
    high[place] = highWord;
    if (++count >= runLength) visit((b >>> 11) * 2 ** 32 + (a >>> 0));
  }
  const isShort = count > 0 && count < runLength;
  if (isShort && shortTexts === 'whole') visit((b >>> 11) * 2 ** 32 + (a >>> 0));
}

const lowBase = 0x9e3779b1;
const highBase = 0x85ebca6b;
const lowLast = power(lowBase, runLength);
const highLast = power(highBase, runLength);

function power(base: number, exponent: number): number {
  return exponent === 0 ? 1 : Math.imul(base, power(base, exponent - 1));
}
