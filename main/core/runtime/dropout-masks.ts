import { AnamnesisError } from '#core/base/error.ts';
import { evaluateDimension } from '#core/graph/dimensions.ts';
import type { DropoutSite } from '#core/model/model-builder.ts';
import type { DropoutKey } from '#core/training/ports.ts';
import { createKeepMaskKernel } from './kernels/instantiate.ts';
import type { KeepMaskKernel, MaskRegion } from './kernels/instantiate.ts';
import { maskGroupSize, planKeepMask } from './kernels/keep-mask.ts';
import { allocateSharedMemory, mostSharedBytes } from './kernels/shared-memory.ts';
import type { SharedMemory } from './kernels/shared-memory.ts';
import { abandonSharedMemory, reclaimSharedMemory } from './shared-garbage.ts';

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
  readonly site: number;
  readonly name: string;
  readonly shape: readonly number[];
  readonly size: number;
  /** In elements: the sizes of the masks before it, each rounded up to whole groups. */
  readonly start: number;
}

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
  const places = sites.map(({ name, shape: symbolic }, site) => {
    const shape = symbolic.map((dimension) => evaluateDimension(dimension, bindings));
    const size = shape.reduce((product, dimension) => product * dimension, 1);
    const start = elements;
    elements += wholeGroups(size);
    return { site, name, shape, size, start };
  });
  return { places, elements };
}

function planRegion(
  { site, start, size }: Place,
  { key, rate }: MaskDraw,
  bytesPerElement: number,
): MaskRegion {
  const words = planKeepMask(key, site, rate);
  return { byteOffset: start * bytesPerElement, count: size, words };
}

/** What the masks of a step follow from. */
export interface MaskDraw {
  readonly key: DropoutKey;
  readonly rate: number;
}

/** More were not measured. */
const mostDrawingThreads = 8;

function allocate(bytes: number): SharedMemory {
  try {
    return allocateSharedMemory(bytes);
  } catch (cause) {
    throw new AnamnesisError('runtime.out-of-memory', {
      expected: `${Math.ceil(bytes / 2 ** 20)} MiB for dropout masks`,
      found: 'less free memory',
      remedy: 'Use smaller batches.',
      cause,
    });
  }
}

/**
 * How many bytes are reserved for masks that need so many, more than are held. Batches of growing
 * sizes are to meet a new memory, and new threads, a few times only, as long as one memory can hold
 * the double. What is never written takes no room.
 */
export function chooseReservation(bytes: number, heldBytes: number): number {
  return Math.max(bytes, Math.min(2 * heldBytes, mostSharedBytes));
}

/**
 * Draws the masks of a step, by several threads, into memory that is kept from step to step and
 * replaced by a larger one as needed. For the sites of one model.
 */
export class DropoutMasks {
  readonly #threads: number;
  #drawing: { memory: SharedMemory; kernel: KeepMaskKernel } | null = null;

  /** `threads` draw, the asking one included. */
  constructor(threads: number) {
    this.#threads = Math.min(threads, mostDrawingThreads);
  }

  #reserve(bytes: number, siteCount: number): { memory: SharedMemory; kernel: KeepMaskKernel } {
    const held = this.#drawing?.memory.buffer.byteLength ?? 0;
    if (this.#drawing !== null && bytes <= held) return this.#drawing;
    void this.dispose();
    reclaimSharedMemory();
    const memory = allocate(chooseReservation(bytes, held));
    const kernel = createKeepMaskKernel(memory, { siteCount, threads: this.#threads });
    this.#drawing = { memory, kernel };
    return this.#drawing;
  }

  /** One mask per site, each from its own counters (`kernels/keep-mask.ts`). */
  write(sites: readonly DropoutSite[], sizes: MaskSizes, draw: MaskDraw): readonly KeepMask[] {
    const { places, elements } = placeMasks(sites, sizes);
    const { memory, kernel } = this.#reserve(elements, sites.length);
    kernel.draw(
      places.map((place) => planRegion(place, draw, 1)),
      'bytes',
    );
    return places.map(({ name, shape, size, start }) => {
      return { name, shape, data: new Uint8Array(memory.buffer, start, size) };
    });
  }

  /** The same masks in an eighth of the bytes, for engines to which they travel. */
  writeBits(sites: readonly DropoutSite[], sizes: MaskSizes, draw: MaskDraw): readonly KeepBits[] {
    const { places, elements } = placeMasks(sites, sizes);
    const { memory, kernel } = this.#reserve(elements / 8, sites.length);
    kernel.draw(
      places.map((place) => planRegion(place, draw, 1 / 8)),
      'bits',
    );
    return places.map(({ name, size, start }) => {
      const words = wholeGroups(size) / maskGroupSize;
      return { name, words: new Int32Array(memory.buffer, start / 8, words) };
    });
  }

  /** Ends the threads; the memory goes with its last view. */
  async dispose(): Promise<void> {
    const drawing = this.#drawing;
    this.#drawing = null;
    if (drawing === null) return;
    abandonSharedMemory(drawing.memory.buffer.byteLength);
    await drawing.kernel.dispose();
  }
}
