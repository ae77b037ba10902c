import { AnamnesisError } from '#core/base/error.ts';
import { evaluateDimension } from '#core/graph/dimensions.ts';
import type { DropoutSite } from '#core/model/model-builder.ts';
import type { DropoutKey } from '#core/training/ports.ts';
import { createKeepMaskKernel } from './kernels/instantiate.ts';
import type { KeepMaskKernel } from './kernels/instantiate.ts';
import { maskGroupSize, planKeepMask } from './kernels/keep-mask.ts';

export interface KeepMask {
  readonly name: string;
  readonly shape: readonly number[];
  /** 1 keeps, 0 drops. Valid until the next masks are written. */
  readonly data: Uint8Array;
}

/** A mask of which 32 elements lie in a word, the first in the lowest bit. */
interface KeepBits {
  readonly name: string;
  /** Valid until the next masks are written. */
  readonly words: Int32Array;
}

/** The symbols of a graph's shapes, with the sizes of a batch. */
export type MaskSizes = Readonly<Record<'rows' | 'columns' | 'targets', number>>;

interface Place {
  readonly name: string;
  readonly shape: readonly number[];
  readonly size: number;
  /** In elements: the sizes of the masks before it, each rounded up to whole groups. */
  readonly start: number;
}

const pageBytes = 2 ** 16;

function wholeGroups(size: number): number {
  return Math.ceil(size / maskGroupSize) * maskGroupSize;
}

/** Where the masks of a step lie, one after the other. */
function placeMasks(
  sites: readonly DropoutSite[],
  sizes: MaskSizes,
): { places: readonly Place[]; elements: number } {
  const bindings = new Map(Object.entries(sizes));
  let elements = 0;
  const places = sites.map(({ name, shape: symbolic }) => {
    const shape = symbolic.map((dimension) => evaluateDimension(dimension, bindings));
    const size = shape.reduce((product, dimension) => product * dimension, 1);
    const start = elements;
    elements += wholeGroups(size);
    return { name, shape, size, start };
  });
  return { places, elements };
}

/** Writes the masks of a step into memory that is kept from step to step and grows as needed. */
export class DropoutMasks {
  #memory = new WebAssembly.Memory({ initial: 1 });
  #kernel: KeepMaskKernel = createKeepMaskKernel(this.#memory);

  #reserve(bytes: number): void {
    if (bytes <= this.#memory.buffer.byteLength) return;
    // A new memory instead of a grown one: growing copies what nobody needs any more.
    try {
      this.#memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / pageBytes) });
    } catch (cause) {
      throw new AnamnesisError('runtime.out-of-memory', {
        expected: `${Math.ceil(bytes / 2 ** 20)} MiB for dropout masks`,
        found: 'less free memory',
        remedy: 'Use smaller batches.',
        cause,
      });
    }
    this.#kernel = createKeepMaskKernel(this.#memory);
  }

  /** One mask per site, each from its own counters (`kernels/keep-mask.ts`). */
  write(
    sites: readonly DropoutSite[],
    sizes: MaskSizes,
    { key, rate }: { key: DropoutKey; rate: number },
  ): readonly KeepMask[] {
    const { places, elements } = placeMasks(sites, sizes);
    this.#reserve(elements);
    return places.map(({ name, shape, size, start }, site) => {
      this.#kernel.write(start, size, planKeepMask(key, site, rate));
      return { name, shape, data: new Uint8Array(this.#memory.buffer, start, size) };
    });
  }

  /** The same masks in an eighth of the bytes, for engines to which they travel. */
  writeBits(
    sites: readonly DropoutSite[],
    sizes: MaskSizes,
    { key, rate }: { key: DropoutKey; rate: number },
  ): readonly KeepBits[] {
    const { places, elements } = placeMasks(sites, sizes);
    this.#reserve(elements / 8);
    return places.map(({ name, size, start }, site) => {
      this.#kernel.writeBits(start / 8, size, planKeepMask(key, site, rate));
      const words = wholeGroups(size) / maskGroupSize;
      return { name, words: new Int32Array(this.#memory.buffer, start / 8, words) };
    });
  }
}
