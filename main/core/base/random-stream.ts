import { philox } from './philox.ts';

/** All that must be stored to continue a stream exactly where it was. */
export interface RandomStreamState {
  readonly seed: number;
  readonly label: string;
  /** How many 32-bit words were drawn so far. */
  readonly position: number;
}

/** FNV-1a over UTF-16 units: turns a label such as "masking/epoch-3" into a part of the key. */
function hashLabel(label: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < label.length; index++) {
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A named stream of random numbers. Streams with different labels are independent, so that adding
 * one kind of randomness never shifts another; a stream is continued from its `state`.
 */
export class RandomStream {
  readonly #seed: number;
  readonly #label: string;
  readonly #key: Uint32Array;
  readonly #counter = new Uint32Array(4);
  readonly #block = new Uint32Array(4);
  #position: number;

  constructor(seed: number, label: string, position = 0) {
    this.#seed = seed;
    this.#label = label;
    this.#key = Uint32Array.of(seed >>> 0, hashLabel(label));
    this.#counter[2] = Math.floor(seed / 2 ** 32) >>> 0;
    this.#position = position;
    if (position % 4 !== 0) this.#fill();
  }

  static from(state: RandomStreamState): RandomStream {
    return new RandomStream(state.seed, state.label, state.position);
  }

  get state(): RandomStreamState {
    return { seed: this.#seed, label: this.#label, position: this.#position };
  }

  /** A stream of its own for a part of the work; drawing from it does not move this one. */
  child(label: string): RandomStream {
    return new RandomStream(this.#seed, `${this.#label}/${label}`);
  }

  #fill(): void {
    const block = Math.floor(this.#position / 4);
    this.#counter[0] = block >>> 0;
    this.#counter[1] = Math.floor(block / 2 ** 32) >>> 0;
    philox(this.#key, this.#counter, this.#block, 0);
  }

  /** A whole number, uniform over 0 … 2³² − 1. */
  word(): number {
    const lane = this.#position % 4;
    if (lane === 0) this.#fill();
    this.#position++;
    return this.#block[lane];
  }

  /** A number, uniform over [0, 1) with 32 bits. */
  uniform(): number {
    return this.word() / 2 ** 32;
  }

  /** A whole number, uniform over 0 … bound − 1, without the bias of a plain remainder. */
  integer(bound: number): number {
    const limit = 2 ** 32 - (2 ** 32 % bound);
    let word = this.word();
    while (word >= limit) word = this.word();
    return word % bound;
  }

  /** A number from the standard normal distribution (Box and Muller 1958). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log((this.word() + 0.5) / 2 ** 32));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Shuffles in place (Fisher and Yates) and returns the same array. */
  shuffle<T extends unknown[] | Int32Array>(items: T): T {
    for (let last = items.length - 1; last > 0; last--) {
      const other = this.integer(last + 1);
      const kept = items[last];
      items[last] = items[other];
      items[other] = kept;
    }
    return items;
  }
}
