import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** So much may lie about: collecting takes longer than allocating what it would give back. */
const toleratedBytes = 64 * 2 ** 20;

let abandonedBytes = 0;

/**
 * To be told of shared memory that nobody needs any more. V8 does not count it as a reason to
 * collect garbage: that of ended sessions would pile up until the system has none left.
 */
export function abandonSharedMemory(bytes: number): void {
  abandonedBytes += bytes;
}

/** Before shared memory is allocated: gives back what was abandoned, if that is much. */
export function reclaimSharedMemory(): void {
  if (abandonedBytes <= toleratedBytes) return;
  abandonedBytes = 0;
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
}
