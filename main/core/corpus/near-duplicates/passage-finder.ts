import { ShingleIndex } from './shingle-index.ts';
import { Shingles, wordsPerShingle } from './shingles.ts';

/** Lines of a corpus in which a text was met. */
export interface FoundPassage {
  readonly document: number;
  /** Counted from 1. */
  readonly fromLine: number;
  readonly toLine: number;
  /** Shingles of both ÷ shingles of either. */
  readonly jaccard: number;
  /** Of the shingles of the text, how many are in the passage. */
  readonly containment: number;
}

/** A run of eight words: of shorter texts nothing can be said, many are set phrases. */
const leastShingles = 4;
const leastContainment = 0.5;
/** Lines without any shingle of a text after which its passage has ended. */
const mostGap = 5;

interface OpenPassage {
  readonly fromLine: number;
  toLine: number;
  /** Shingles of the corpus before and up to its last line. */
  readonly before: number;
  upTo: number;
  readonly met: Set<number>;
}

/**
 * Finds texts in a corpus that comes line by line, wherever they begin and end there: at least half
 * of the shingles of a text, within lines that follow each other. Every text of eight words or more
 * is compared with every line, so that none is missed.
 */
export class PassageFinder {
  readonly #index = new ShingleIndex();
  readonly #shingles = new Shingles();
  readonly #open = new Map<number, OpenPassage>();
  readonly #take: (passage: FoundPassage) => void;
  #line = 0;
  #shingleCount = 0;
  #lastWords = '';

  constructor(texts: Iterable<string>, take: (passage: FoundPassage) => void) {
    this.#take = take;
    for (const text of texts) this.#index.add(text);
  }

  read(line: string): void {
    this.#line++;
    const before = this.#shingleCount;
    const words = line.split(/\s+/).filter((word) => word !== '');
    // What runs from one line into the next belongs to no line: it is met, and not counted.
    const across = [this.#lastWords, ...words.slice(0, wordsPerShingle - 1)].join(' ');
    this.#meet(line, before, true);
    if (this.#lastWords !== '') this.#meet(across, before, false);
    this.#lastWords = `${this.#lastWords} ${words.slice(1 - wordsPerShingle).join(' ')}`
      .split(' ')
      .slice(1 - wordsPerShingle)
      .join(' ');
    for (const [document, open] of this.#open) {
      if (this.#line - open.toLine >= mostGap) this.#close(document, open);
    }
  }

  /** After the last line. */
  finish(): void {
    for (const [document, open] of this.#open) this.#close(document, open);
    this.#lastWords = '';
    this.#line = 0;
  }

  #meet(text: string, before: number, isLine: boolean): void {
    this.#shingles.read(text);
    const { values, count } = this.#shingles;
    if (isLine) this.#shingleCount += count;
    for (let index = 0; index < count; index++) {
      const shingle = values[index];
      this.#index.visit(shingle, (document) => {
        let open = this.#open.get(document);
        if (open === undefined) {
          const { fromLine, toLine } = { fromLine: this.#line, toLine: this.#line };
          open = { fromLine, toLine, before, upTo: before, met: new Set() };
          this.#open.set(document, open);
        }
        open.toLine = this.#line;
        open.upTo = this.#shingleCount;
        open.met.add(shingle);
      });
    }
  }

  #close(document: number, { fromLine, toLine, before, upTo, met }: OpenPassage): void {
    this.#open.delete(document);
    const count = this.#index.countOf(document);
    const containment = met.size / count;
    if (count < leastShingles || containment < leastContainment) return;
    const ofPassage = Math.max(upTo - before, met.size);
    const jaccard = met.size / (count + ofPassage - met.size);
    this.#take({ document, fromLine, toLine, jaccard, containment });
  }
}
