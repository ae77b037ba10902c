/** States of the targets of examples, computed once: [targets × hidden size] of each. */
export interface StateStore {
  put(example: number, states: Float32Array): void;
  /** Of an example that was put. */
  read(example: number): Float32Array;
}
