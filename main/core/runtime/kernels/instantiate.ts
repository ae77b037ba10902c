import { assert } from '#core/base/assert.ts';
import { scaleAdamWStep, type AdamWStep } from '#core/training/adamw.ts';
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
  /** Of the learning rate. */
  readonly shareOfRate: number;
}

export interface AdamWKernel {
  /** All regions in place, as `applyAdamW` of training/adamw.ts. */
  apply(step: AdamWStep): void;
  /** Σ gradient² over all regions, in float64. */
  sumGradientSquares(): number;
  /** Sets a range of a memory to zero. */
  clear(memory: number, byteOffset: number, bytes: number): void;
  dispose(): Promise<void>;
}

/**
 * Numbers of a region that a thread updates at a time: so many that taking them costs nothing, so
 * few that threads end together. With less than two such parts there is but one thread.
 */
const partNumbers = 2 ** 16;

/** What regions are updated alike by: those of the same decay and share of the rate are one kind. */
type UpdateKind = Pick<AdamWRegion, 'decays' | 'shareOfRate'>;

function listKinds(regions: readonly AdamWRegion[]): UpdateKind[] {
  const kinds = new Map(
    regions.map(({ decays, shareOfRate }) => [`${decays} ${shareOfRate}`, { decays, shareOfRate }]),
  );
  return [...kinds.values()];
}

function cutRegion(region: AdamWRegion, kinds: readonly UpdateKind[]): CrewPart[] {
  const { memory, weights, firstMoments, secondMoments, gradients, count } = region;
  const setting = kinds.findIndex(
    ({ decays, shareOfRate }) => decays === region.decays && shareOfRate === region.shareOfRate,
  );
  assert(count % 4 === 0, 'arrays of a multiple of 4 numbers');
  return Array.from({ length: Math.ceil(count / partNumbers) }, (_, part) => {
    const first = part * partNumbers;
    const starts = [weights, firstMoments, secondMoments, gradients];
    const addresses = starts.map((start) => start + first * Float32Array.BYTES_PER_ELEMENT);
    const place = [...addresses, Math.min(partNumbers, count - first)];
    return { memory, place, setting };
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
  const kinds = listKinds(regions);
  const parts = regions.flatMap((region) => cutRegion(region, kinds));
  const exportNames = ['adamw', 'sumOfSquares'];
  const settingCount = kinds.length;
  const work = { module, exportNames, memories, parts, settingCount, settingSize: 8 };
  const crew = new KernelCrew(work, threads);
  return {
    apply: (step) => {
      const settings = kinds.map(({ decays, shareOfRate }) => {
        const ofKind = scaleAdamWStep(step, shareOfRate);
        const { beta1, beta2, gradientScale, weightScale, stepSize, epsilon } = ofKind;
        return [
          ...[beta1, 1 - beta1, beta2, 1 - beta2],
          ...[gradientScale, decays ? weightScale : 1, stepSize, epsilon],
        ];
      });
      crew.run('adamw', settings);
    },
    // Added up in the order of the parts: the same sum whichever threads took them.
    sumGradientSquares: () => crew.run('sumOfSquares', []).reduce((sum, part) => sum + part, 0),
    clear: (memory, byteOffset, bytes) => {
      clearings[memory](byteOffset, bytes);
    },
    dispose: () => crew.dispose(),
  };
}

/** Where a mask lies in the kernel's memory, and what it follows from. */
export interface MaskRegion {
  readonly byteOffset: number;
  /** Elements; written are whole groups of 32. */
  readonly count: number;
  readonly words: KeepMaskWords;
}

export interface KeepMaskKernel {
  /**
   * Writes the masks of all sites, which must not overlap: a byte per element as `writeKeepMask`,
   * or a bit as `writeKeepBits`; the same by any number of threads.
   */
  draw(regions: readonly MaskRegion[], elements: 'bytes' | 'bits'): void;
  dispose(): Promise<void>;
}

/** Half a million elements are drawn in 0.4 ms: for fewer, other threads cost more than they give. */
const leastSharedElements = 2 ** 19;

/** Draws the masks of so many sites at a time into a memory. */
export function createKeepMaskKernel(
  memory: SharedMemory,
  { siteCount, threads }: { siteCount: number; threads: number },
): KeepMaskKernel {
  const module = compile(keepMaskBytes);
  // Each mask is cut into as many pieces as there are threads.
  const open = (pieces: number): KernelCrew => {
    const parts = Array.from({ length: siteCount * pieces }, (_, part): CrewPart => {
      const place = [part % pieces, pieces];
      return { memory: 0, place, setting: Math.floor(part / pieces) };
    });
    const sizes = { settingCount: siteCount, settingSize: 9 };
    return new KernelCrew(
      { module, exportNames: ['keepMask'], memories: [memory], parts, ...sizes },
      pieces,
    );
  };
  const [alone, together] = [open(1), open(threads)];
  return {
    draw: (regions, elements) => {
      assert(regions.length === siteCount, 'a mask for each site');
      const asBits = elements === 'bits';
      let total = 0;
      const settings = regions.map(({ byteOffset, count, words }) => {
        const groups = Math.ceil(count / maskGroupSize);
        const bytes = groups * (asBits ? maskGroupSize / 8 : maskGroupSize);
        assert(byteOffset + bytes <= memory.buffer.byteLength, 'a mask inside its memory');
        total += count;
        const { threshold, key0, key1, site, stepLow, stepHigh } = words;
        const drawn = [threshold, key0, key1, site, stepLow, stepHigh];
        return [byteOffset, groups, Number(asBits), ...drawn];
      });
      (total < leastSharedElements ? alone : together).run('keepMask', settings);
    },
    dispose: async () => {
      await together.dispose();
    },
  };
}
