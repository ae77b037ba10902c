import { GrowingNumbers } from './growing-numbers.ts';
import type { Shingles } from './shingles.ts';

/** 8 MB: large enough that few are needed, small enough that little is left over. */
const blockLength = 2 ** 20;

/** The shingles of many documents, in blocks of memory that are never copied; 8 bytes each. */
export class ShingleStore {
  readonly #blocks: Float64Array[] = [];
  /** Of the last block. */
  #used = blockLength;
  readonly #block = new GrowingNumbers();
  readonly #from = new GrowingNumbers();
  readonly #to = new GrowingNumbers();

  /** Keeps no shingles for the next document. */
  addNone(): void {
    this.#block.push(0);
    this.#from.push(0);
    this.#to.push(0);
  }

  /** Keeps those of the next document; documents are numbered from 0. */
  add({ values, count }: Shingles): void {
    if (this.#used + count > blockLength) {
      this.#blocks.push(new Float64Array(Math.max(blockLength, count)));
      this.#used = 0;
    }
    const block = this.#blocks[this.#blocks.length - 1];
    block.set(values.subarray(0, count), this.#used);
    this.#block.push(this.#blocks.length - 1);
    this.#from.push(this.#used);
    this.#used += count;
    this.#to.push(this.#used);
  }

  countOf(document: number): number {
    return this.#to.values[document] - this.#from.values[document];
  }

  /** How many of a document's shingles a text has; gives up below `least`, with 0. */
  countShared(document: number, shingles: Shingles, least: number): number {
    const block = this.#blocks[this.#block.values[document]];
    return shingles.countShared(
      block,
      this.#from.values[document],
      this.#to.values[document],
      least,
    );
  }
}
