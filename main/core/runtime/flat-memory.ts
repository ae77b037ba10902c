import { AnamnesisError } from '#core/base/error.ts';
import type { AdamWStep } from '#core/training/adamw.ts';
import { createAdamWKernel } from './kernels/instantiate.ts';
import type { AdamWRegion } from './kernels/instantiate.ts';
import { allocateSharedMemory, mostSharedBytes } from './kernels/shared-memory.ts';
import type { SharedMemory } from './kernels/shared-memory.ts';
import { abandonSharedMemory, reclaimSharedMemory } from './shared-garbage.ts';

/** What the memory must know of a parameter. */
export interface ParameterSlot {
  readonly name: string;
  /** Numbers in it. */
  readonly size: number;
  readonly decays: boolean;
  /** Of the learning rate; all of it when left out. */
  readonly shareOfRate?: number;
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
  /** One AdamW update of every parameter, in place, with the same bits by any number of threads. */
  update(step: AdamWStep): void;
  /** Σ gradient² over all parameters, in float64, with the same bits by any number of threads. */
  sumGradientSquares(): number;
  /** Sets the gradients of these parameters to zero. */
  clearGradients(parameters: readonly number[]): void;
  /** Ends the threads; the memory goes with its last view. */
  dispose(): Promise<void>;
}

export interface FlatMemoryOptions {
  /** Threads that update, this one included. */
  readonly threads: number;
  /** Lower only in tests. */
  readonly limitBytes?: number;
}

/** Parameters start at multiples of this many numbers: a cache line, and whole SIMD vectors. */
const alignment = 16;
const bytesPerNumber = 4;
const kinds = 4;
/** More were not measured; a few threads read and write as fast as the memory of most machines. */
export const mostUpdateThreads = 4;
/** Half a million are updated in 0.4 ms: for fewer, another thread costs more than it gives. */
const leastNumbersPerThread = 2 ** 19;

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

function allocate(bytes: number): SharedMemory {
  try {
    return allocateSharedMemory(bytes);
  } catch (cause) {
    throw new AnamnesisError('runtime.out-of-memory', {
      expected: `${Math.ceil(bytes / 2 ** 20)} MiB for weights, moments and gradients`,
      found: 'less free memory',
      remedy: 'Close other programs, or use a smaller model.',
      cause,
    });
  }
}

interface Shard {
  readonly memory: SharedMemory;
  readonly parameters: readonly ParameterMemory[];
  readonly regions: readonly AdamWRegion[];
}

/** Four arrays one after the other in one memory, each with all parameters of the shard. */
function layOutShard(slots: readonly ParameterSlot[], index: number): Shard {
  const numbers = total(slots);
  const memory = allocate(numbers * kinds * bytesPerNumber);
  const address = (kind: number, start: number) => (kind * numbers + start) * bytesPerNumber;
  const regions: AdamWRegion[] = [];
  let start = 0;
  const parameters = slots.map(({ size, decays, shareOfRate = 1 }) => {
    const view = (kind: number) => new Float32Array(memory.buffer, address(kind, start), size);
    const views = {
      weights: view(0),
      firstMoments: view(1),
      secondMoments: view(2),
      gradients: view(3),
    };
    const last = regions.at(-1);
    if (last?.decays === decays && last.shareOfRate === shareOfRate) {
      // Neighbours that are treated alike are one region.
      regions[regions.length - 1] = { ...last, count: last.count + align(size) };
    } else {
      regions.push({
        memory: index,
        weights: address(0, start),
        firstMoments: address(1, start),
        secondMoments: address(2, start),
        gradients: address(3, start),
        count: align(size),
        decays,
        shareOfRate,
      });
    }
    start += align(size);
    return views;
  });
  return { memory, parameters, regions };
}

function rangeOf({ byteOffset, byteLength }: Float32Array) {
  return { byteOffset, byteLength };
}

/**
 * Weights, moments and gradients of all parameters, zero at first. One WebAssembly memory holds
 * all four kinds of as many whole parameters as fit into its 4 GiB (268 million numbers, so most
 * models need one); what is left goes into further memories, each with its own kernel. A single
 * parameter must fit into one. Throws `runtime.too-large` and `runtime.out-of-memory`.
 */
export function createFlatMemory(
  slots: readonly ParameterSlot[],
  { threads, limitBytes = mostSharedBytes }: FlatMemoryOptions,
): FlatMemory {
  const limitNumbers = Math.floor(limitBytes / (kinds * bytesPerNumber));
  reclaimSharedMemory();
  const shards = splitIntoShards(slots, limitNumbers).map(layOutShard);
  const kernel = createAdamWKernel(
    shards.map(({ memory }) => memory),
    shards.flatMap(({ regions }) => regions),
    Math.min(threads, mostUpdateThreads, Math.ceil(total(slots) / leastNumbersPerThread)),
  );
  const gradients = shards.flatMap((shard, memory) =>
    shard.parameters.map((parameter) => ({ memory, ...rangeOf(parameter.gradients) })),
  );
  return {
    parameters: shards.flatMap(({ parameters }) => parameters),
    update: (step) => {
      kernel.apply(step);
    },
    sumGradientSquares: () => kernel.sumGradientSquares(),
    clearGradients: (indices) => {
      for (const index of indices) {
        const { memory, byteOffset, byteLength } = gradients[index];
        kernel.clear(memory, byteOffset, byteLength);
      }
    },
    dispose: async () => {
      await kernel.dispose();
      for (const { memory } of shards) abandonSharedMemory(memory.buffer.byteLength);
    },
  };
}
