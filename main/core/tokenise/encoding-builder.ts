import type { Encoding } from './tokenizer.ts';

/** Gathers tokens in arrays that grow, and hands out copies of the right length. */
export class EncodingBuilder {
  #ids = new Int32Array(256);
  #starts = new Int32Array(256);
  #ends = new Int32Array(256);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get lastId(): number {
    return this.#ids[this.#length - 1];
  }

  push(id: number, start: number, end: number): void {
    if (this.#length === this.#ids.length) this.#grow();
    this.#ids[this.#length] = id;
    this.#starts[this.#length] = start;
    this.#ends[this.#length] = end;
    this.#length++;
  }

  extendLast(end: number): void {
    this.#ends[this.#length - 1] = end;
  }

  /** Gives what was gathered and starts anew. */
  take(): Encoding {
    const length = this.#length;
    this.#length = 0;
    return {
      ids: this.#ids.slice(0, length),
      starts: this.#starts.slice(0, length),
      ends: this.#ends.slice(0, length),
    };
  }

  #grow(): void {
    const capacity = this.#ids.length * 2;
    this.#ids = enlarge(this.#ids, capacity);
    this.#starts = enlarge(this.#starts, capacity);
    this.#ends = enlarge(this.#ends, capacity);
  }
}

function enlarge(values: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity);
  larger.set(values);
  return larger;
}
