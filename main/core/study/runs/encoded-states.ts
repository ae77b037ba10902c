import { assert } from '#core/base/assert.ts';
import type { ScratchFile } from '#core/storage/scratch-file.ts';
import type { StateStore } from '#core/training/state-store.ts';

/** Of the states of all models together; what is more lies in an encrypted file. */
const memoryBytes = 256 * 2 ** 20;

/** The states of a task's examples as one model says them, in memory as far as there is room. */
class BoundedStates implements StateStore {
  heldBytes = 0;
  readonly #held = new Map<number, Float32Array>();
  readonly #recordOf = new Map<number, number>();
  readonly #openScratch: () => ScratchFile;
  readonly #hasRoom: (bytes: number) => boolean;
  #file: ScratchFile | null = null;

  constructor(openScratch: () => ScratchFile, hasRoom: (bytes: number) => boolean) {
    this.#openScratch = openScratch;
    this.#hasRoom = hasRoom;
  }

  put(example: number, states: Float32Array): void {
    if (this.#hasRoom(states.byteLength)) {
      this.#held.set(example, states);
      this.heldBytes += states.byteLength;
      return;
    }
    this.#file ??= this.#openScratch();
    const bytes = new Uint8Array(states.buffer, states.byteOffset, states.byteLength);
    this.#recordOf.set(example, this.#file.append(bytes));
  }

  read(example: number): Float32Array {
    const held = this.#held.get(example);
    if (held !== undefined) return held;
    const record = this.#recordOf.get(example);
    assert(
      record !== undefined && this.#file !== null,
      'states are read of examples that were put',
    );
    const bytes = this.#file.read(record);
    const states = new Float32Array(bytes.length / Float32Array.BYTES_PER_ELEMENT);
    new Uint8Array(states.buffer).set(bytes);
    return states;
  }

  close(): void {
    this.#file?.close();
    this.#file = null;
    this.#held.clear();
    this.heldBytes = 0;
  }
}

/** What states are of: they are the same in every fold, since a frozen encoder does not change. */
export interface StatesOf {
  readonly task: string;
  readonly model: string;
}

/**
 * What frozen encoders said, kept from fold to fold of a task and forgotten when another task
 * begins. Gone with the process: a study that is gone on with encodes once more.
 */
export class EncodedStates {
  readonly #openScratch: () => ScratchFile;
  readonly #memoryBytes: number;
  readonly #known = new Map<string, { readonly task: string; readonly states: BoundedStates }>();

  constructor(openScratch: () => ScratchFile, limitBytes = memoryBytes) {
    this.#openScratch = openScratch;
    this.#memoryBytes = limitBytes;
  }

  /** Does work with states, which `encode` makes where they are not known; one work after the other. */
  async use<Result>(
    { task, model }: StatesOf,
    encode: (store: StateStore) => Promise<void>,
    work: (store: StateStore) => Promise<Result>,
  ): Promise<Result> {
    this.#forgetOthers(task);
    const key = JSON.stringify([task, model]);
    let known = this.#known.get(key);
    if (known === undefined) {
      const states = new BoundedStates(this.#openScratch, (bytes) => this.#hasRoom(bytes));
      known = { task, states };
      try {
        this.#known.set(key, known);
        await encode(states);
      } catch (error) {
        this.#known.delete(key);
        states.close();
        throw error;
      }
    }
    return work(known.states);
  }

  #hasRoom(bytes: number): boolean {
    let held = bytes;
    for (const { states } of this.#known.values()) held += states.heldBytes;
    return held <= this.#memoryBytes;
  }

  #forgetOthers(task: string): void {
    for (const [key, { task: other, states }] of this.#known) {
      if (other === task) continue;
      this.#known.delete(key);
      states.close();
    }
  }

  close(): void {
    for (const { states } of this.#known.values()) states.close();
    this.#known.clear();
  }
}
