/** A WebAssembly memory in which several threads work at the same time. */
export interface SharedMemory {
  readonly memory: WebAssembly.Memory;
  /** Its numbers, under the type that they really have. */
  readonly buffer: SharedArrayBuffer;
}

/** What one WebAssembly memory with 32-bit addresses can hold. */
export const mostSharedBytes = 2 ** 32;

/** WebAssembly counts memory in pages of 64 KiB. */
const pageBytes = 2 ** 16;

/** Zeros. @throws RangeError where the system has no more memory. */
export function allocateSharedMemory(bytes: number): SharedMemory {
  const pages = Math.max(1, Math.ceil(bytes / pageBytes));
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  return { memory, buffer: memory.buffer as unknown as SharedArrayBuffer };
}
