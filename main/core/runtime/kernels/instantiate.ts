import { assert } from '#core/base/assert.ts';
import type { AdamWStep } from '#core/training/adamw.ts';
import { adamwBytes, keepMaskBytes } from './kernel-bytes.ts';
import type { KeepMaskWords } from './keep-mask.ts';
import { maskGroupSize } from './keep-mask.ts';

function instantiate(base64: string, memory: WebAssembly.Memory): Record<string, unknown> {
  // Copied into a buffer of its own: small Buffers are slices of a shared pool.
  const module = new WebAssembly.Module(Uint8Array.from(Buffer.from(base64, 'base64')));
  return new WebAssembly.Instance(module, { engine: { memory } }).exports;
}

/** Byte offsets of equally long float32 arrays in the kernel's memory. */
export interface AdamWRegion {
  readonly weights: number;
  readonly firstMoments: number;
  readonly secondMoments: number;
  readonly gradients: number;
  /** Numbers in each array; a multiple of 4. */
  readonly count: number;
}

export interface AdamWKernel {
  /** In place, as `applyAdamW` of training/adamw.ts. */
  apply(region: AdamWRegion, step: AdamWStep, decays: boolean): void;
  /** Sets a range of the memory to zero. */
  clear(byteOffset: number, bytes: number): void;
}

export function createAdamWKernel(memory: WebAssembly.Memory): AdamWKernel {
  const { adamw, clear } = instantiate(adamwBytes, memory) as Record<
    'adamw' | 'clear',
    (...numbers: number[]) => void
  >;
  return {
    apply: (region, step, decays) => {
      assert(region.count % 4 === 0, 'arrays of a multiple of 4 numbers');
      adamw(
        region.weights,
        region.firstMoments,
        region.secondMoments,
        region.gradients,
        region.count,
        step.beta1,
        1 - step.beta1,
        step.beta2,
        1 - step.beta2,
        step.gradientScale,
        decays ? step.weightScale : 1,
        step.stepSize,
        step.epsilon,
      );
    },
    clear: (byteOffset, bytes) => {
      clear(byteOffset, bytes);
    },
  };
}

export interface KeepMaskKernel {
  /** Writes `count` bytes from `byteOffset` on, rounded up to whole groups of 32. */
  write(byteOffset: number, count: number, words: KeepMaskWords): void;
  /** The same mask in an eighth of the room, as `writeKeepBits`. */
  writeBits(byteOffset: number, count: number, words: KeepMaskWords): void;
}

export function createKeepMaskKernel(memory: WebAssembly.Memory): KeepMaskKernel {
  const { keepMask } = instantiate(keepMaskBytes, memory) as Record<
    'keepMask',
    (...numbers: number[]) => void
  >;
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
