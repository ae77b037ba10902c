/** The few parts of WebAssembly that the kernels need; Node's types leave them to the DOM's. */
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  /** Memory in which several threads work at the same time. */
  interface SharedMemory {
    readonly buffer: SharedArrayBuffer;
  }
  const Memory: {
    new (descriptor: { initial: number; maximum: number; shared: true }): SharedMemory;
    new (descriptor: { initial: number; maximum?: number }): Memory;
  };
  interface Module {
    readonly [Symbol.toStringTag]: string;
  }
  const Module: new (bytes: Uint8Array<ArrayBuffer>) => Module;
  class Instance {
    constructor(module: Module, imports: Record<string, Record<string, unknown>>);
    readonly exports: Record<string, unknown>;
  }
}
