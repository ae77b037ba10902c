import { AnamnesisError } from '#core/base/error.ts';
import type { AdamWStep } from '#core/training/adamw.ts';
import { createAdamWKernel } from './kernels/instantiate.ts';
import type { AdamWKernel, AdamWRegion } from './kernels/instantiate.ts';

/** What the memory must know of a parameter. */
export interface ParameterSlot {
  readonly name: string;
  /** Numbers in it. */
  readonly size: number;
  readonly decays: boolean;
}

/** Views of one parameter's numbers; they stay valid as long as they are held. */
export interface ParameterMemory {
  readonly weights: Float32Array;
  readonly firstMoments: Float32Array;
  readonly secondMoments: Float32Array;
  readonly gradients: Float32Array;
}

export interface FlatMemory {
  /** In the order of the slots. */
  readonly parameters: readonly ParameterMemory[];
  /** One AdamW update of every parameter, in place. */
  update(step: AdamWStep): void;
  clearGradients(): void;
}

/** Parameters start at multiples of this many numbers: a cache line, and whole SIMD vectors. */
const alignment = 16;
const bytesPerNumber = 4;
const kinds = 4;
const pageBytes = 2 ** 16;
/** What one WebAssembly memory with 32-bit addresses can hold. */
const memoryLimitBytes = 2 ** 32;

const align = (size: number) => Math.ceil(size / alignment) * alignment;
const total = (slots: readonly ParameterSlot[]) =>
  slots.reduce((sum, slot) => sum + align(slot.size), 0);

/** Cuts the list where the next parameter would not fit into the same memory. */
function splitIntoShards(
  slots: readonly ParameterSlot[],
  limitNumbers: number,
): readonly ParameterSlot[][] {
  const shards: ParameterSlot[][] = [];
  let numbers = Infinity;
  for (const slot of slots) {
    const size = align(slot.size);
    if (size > limitNumbers) {
      throw new AnamnesisError('runtime.too-large', {
        expected: `parameters of at most ${limitNumbers} numbers`,
        found: `${slot.size} in ${slot.name}`,
        remedy: 'Use a model with a smaller vocabulary or another engine.',
      });
    }
    if (numbers + size > limitNumbers) {
      shards.push([]);
      numbers = 0;
    }
    shards[shards.length - 1].push(slot);
    numbers += size;
  }
  return shards;
}

function allocate(bytes: number): WebAssembly.Memory {
  const pages = Math.max(1, Math.ceil(bytes / pageBytes));
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages });
  } catch (cause) {
    throw new AnamnesisError('runtime.out-of-memory', {
      expected: `${Math.ceil(bytes / 2 ** 20)} MiB for weights, moments and gradients`,
      found: 'less free memory',
      remedy: 'Close other programs, or use a smaller model.',
      cause,
    });
  }
}

/** Four arrays one after the other in one memory, each with all parameters of the shard. */
class Shard {
  readonly parameters: readonly ParameterMemory[];
  readonly #kernel: AdamWKernel;
  readonly #numbers: number;
  /** Neighbours that are treated alike are one call of the kernel. */
  readonly #regions: { readonly start: number; readonly count: number; readonly decays: boolean }[];

  constructor(slots: readonly ParameterSlot[]) {
    this.#numbers = total(slots);
    const memory = allocate(this.#numbers * kinds * bytesPerNumber);
    this.#kernel = createAdamWKernel(memory);
    this.#regions = [];
    let start = 0;
    this.parameters = slots.map((slot) => {
      const { size, decays } = slot;
      const view = (kind: number) =>
        new Float32Array(memory.buffer, this.#address(kind, start), size);
      const views = {
        weights: view(0),
        firstMoments: view(1),
        secondMoments: view(2),
        gradients: view(3),
      };
      const last = this.#regions.at(-1);
      if (last?.decays === decays) {
        this.#regions[this.#regions.length - 1] = { ...last, count: last.count + align(size) };
      } else {
        this.#regions.push({ start, count: align(size), decays });
      }
      start += align(size);
      return views;
    });
  }

  #address(kind: number, start: number): number {
    return (kind * this.#numbers + start) * bytesPerNumber;
  }

  update(step: AdamWStep): void {
    for (const { start, count, decays } of this.#regions) {
      const region: AdamWRegion = {
        weights: this.#address(0, start),
        firstMoments: this.#address(1, start),
        secondMoments: this.#address(2, start),
        gradients: this.#address(3, start),
        count,
      };
      this.#kernel.apply(region, step, decays);
    }
  }

  clearGradients(): void {
    this.#kernel.clear(this.#address(3, 0), this.#numbers * bytesPerNumber);
  }
}

/**
 * Weights, moments and gradients of all parameters, zero at first. One WebAssembly memory holds
 * all four kinds of as many whole parameters as fit into its 4 GiB (268 million numbers, so most
 * models need one); what is left goes into further memories, each with its own kernel. A single
 * parameter must fit into one. Throws `runtime.too-large` and `runtime.out-of-memory`.
 */
export function createFlatMemory(
  slots: readonly ParameterSlot[],
  limitBytes = memoryLimitBytes,
): FlatMemory {
  const limitNumbers = Math.floor(limitBytes / (kinds * bytesPerNumber));
  const shards = splitIntoShards(slots, limitNumbers).map((part) => new Shard(part));
  return {
    parameters: shards.flatMap((shard) => shard.parameters),
    update: (step) => {
      for (const shard of shards) shard.update(step);
    },
    clearGradients: () => {
      for (const shard of shards) shard.clearGradients();
    },
  };
}
