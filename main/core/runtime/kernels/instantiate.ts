import { assert } from '#core/base/assert.ts';
import type { AdamWStep } from '#core/training/adamw.ts';
import { adamwBytes, keepMaskBytes } from './kernel-bytes.ts';
import type { KeepMaskWords } from './keep-mask.ts';
import { maskGroupSize } from './keep-mask.ts';
import { KernelCrew } from './kernel-crew.ts';
import type { CrewPart } from './kernel-crew.ts';
import type { SharedMemory } from './shared-memory.ts';

function compile(base64: string): WebAssembly.Module {
  // Copied into a buffer of its own: small Buffers are slices of a shared pool.
  return new WebAssembly.Module(Uint8Array.from(Buffer.from(base64, 'base64')));
}

/** Byte offsets of equally long float32 arrays in a memory. */
export interface AdamWRegion {
  /** Which memory. */
  readonly memory: number;
  readonly weights: number;
  readonly firstMoments: number;
  readonly secondMoments: number;
  readonly gradients: number;
  /** Numbers in each array; a multiple of 4. */
  readonly count: number;
  readonly decays: boolean;
}

export interface AdamWKernel {
  /** All regions in place, as `applyAdamW` of training/adamw.ts. */
  apply(step: AdamWStep): void;
  /** Sets a range of a memory to zero. */
  clear(memory: number, byteOffset: number, bytes: number): void;
  dispose(): Promise<void>;
}

/**
 * Numbers of a region that a thread updates at a time: so many that taking them costs nothing, so
 * few that threads end together. With less than two such parts there is but one thread.
 */
const partNumbers = 2 ** 16;

function cutRegion(region: AdamWRegion): CrewPart[] {
  const { memory, weights, firstMoments, secondMoments, gradients, count, decays } = region;
  assert(count % 4 === 0, 'arrays of a multiple of 4 numbers');
  return Array.from({ length: Math.ceil(count / partNumbers) }, (_, part) => {
    const first = part * partNumbers;
    const starts = [weights, firstMoments, secondMoments, gradients];
    const addresses = starts.map((start) => start + first * Float32Array.BYTES_PER_ELEMENT);
    const place = [...addresses, Math.min(partNumbers, count - first)];
    return { memory, place, setting: decays ? 0 : 1 };
  });
}

/** AdamW over regions of several memories by several threads; with the same bits by any number. */
export function createAdamWKernel(
  memories: readonly SharedMemory[],
  regions: readonly AdamWRegion[],
  threads: number,
): AdamWKernel {
  const module = compile(adamwBytes);
  const clearings = memories.map(({ memory }) => {
    const { exports } = new WebAssembly.Instance(module, { engine: { memory } });
    return exports.clear as (...numbers: number[]) => void;
  });
  const parts = regions.flatMap(cutRegion);
  const work = { module, exportName: 'adamw', memories, parts, settingCount: 2, settingSize: 8 };
  const crew = new KernelCrew(work, threads);
  return {
    apply: (step) => {
      const { beta1, beta2, gradientScale, weightScale, stepSize, epsilon } = step;
      const setting = (scale: number) => [
        ...[beta1, 1 - beta1, beta2, 1 - beta2],
        ...[gradientScale, scale, stepSize, epsilon],
      ];
      crew.run([setting(weightScale), setting(1)]);
    },
    clear: (memory, byteOffset, bytes) => {
      clearings[memory](byteOffset, bytes);
    },
    dispose: () => crew.dispose(),
  };
}

export interface KeepMaskKernel {
  /** Writes `count` bytes from `byteOffset` on, rounded up to whole groups of 32. */
  write(byteOffset: number, count: number, words: KeepMaskWords): void;
  /** The same mask in an eighth of the room, as `writeKeepBits`. */
  writeBits(byteOffset: number, count: number, words: KeepMaskWords): void;
}

export function createKeepMaskKernel(memory: WebAssembly.Memory): KeepMaskKernel {
  const { exports } = new WebAssembly.Instance(compile(keepMaskBytes), { engine: { memory } });
  const { keepMask } = exports as Record<'keepMask', (...numbers: number[]) => void>;
  const draw = (byteOffset: number, count: number, asBits: boolean, words: KeepMaskWords) => {
    const whole = Math.ceil(count / maskGroupSize) * maskGroupSize;
    const bytes = asBits ? whole / 8 : whole;
    assert(byteOffset + bytes <= memory.buffer.byteLength, 'a mask inside its memory');
    const { threshold, key0, key1, site, stepLow, stepHigh } = words;
    keepMask(byteOffset, whole, Number(asBits), threshold, key0, key1, site, stepLow, stepHigh);
  };
  return {
    write: (byteOffset, count, words) => {
      draw(byteOffset, count, false, words);
    },
    writeBits: (byteOffset, count, words) => {
      draw(byteOffset, count, true, words);
    },
  };
}
