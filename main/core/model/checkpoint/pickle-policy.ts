/** A class or function that a pickle names. */
export class PickleGlobal {
  readonly module: string;
  readonly name: string;
  constructor(module: string, name: string) {
    this.module = module;
    this.name = name;
  }
}

/** What a pickle may do besides building plain values. */
export interface PicklePolicy {
  /** Called for every class or function named; throws for what is not allowed. */
  allow(global: PickleGlobal): void;
  /** The result of calling an allowed function; throws for wrong arguments. */
  call(global: PickleGlobal, args: readonly unknown[]): unknown;
  /** What a persistent id stands for. */
  resolve(id: unknown): unknown;
}
