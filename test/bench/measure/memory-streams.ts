import { readFile } from 'node:fs/promises';
import wabt from 'wabt';

import { createAdamWKernel } from '#core/runtime/kernels/instantiate.ts';
import { KernelCrew } from '#core/runtime/kernels/kernel-crew.ts';
import { allocateSharedMemory } from '#core/runtime/kernels/shared-memory.ts';
import { planAdamWStep } from '#core/training/adamw.ts';

import type { UpdateLimit } from '../jobs.ts';

const streams = 4;
const bytesPerNumber = 4;
/** As many numbers as our update takes at a time. */
const partNumbers = 2 ** 16;

/** What an update reads and writes with next to no arithmetic, by threads as our update has them. */
async function openTraffic(numbers: number): Promise<(threads: number) => KernelCrew> {
  const toolkit = await wabt();
  const source = await readFile(new URL('memory-streams.wat', import.meta.url), 'utf8');
  const parsed = toolkit.parseWat('memory-streams.wat', source, { simd: true, threads: true });
  const module = new WebAssembly.Module(Uint8Array.from(parsed.toBinary({}).buffer));
  const memory = allocateSharedMemory(numbers * streams * bytesPerNumber);
  // Pages that nobody has written are all one page of zeros, which lies in the cache.
  new Uint8Array(memory.buffer).fill(1);
  const parts = Array.from({ length: Math.ceil(numbers / partNumbers) }, (_, part) => {
    const first = part * partNumbers;
    const addresses = Array.from(
      { length: streams },
      (_stream, stream) => (stream * numbers + first) * bytesPerNumber,
    );
    return {
      memory: 0,
      place: [...addresses, Math.min(partNumbers, numbers - first)],
      setting: 0,
    };
  });
  const work = {
    module,
    exportNames: ['pass'],
    memories: [memory],
    parts,
    settingCount: 1,
    settingSize: 0,
  };
  return (threads) => new KernelCrew(work, threads);
}

/** Numbers of which all four arrays fit into the second cache. */
const cachedNumbers = 2 ** 13;
const repetitions = 200;

/** Our update of the same few numbers again and again: the time of its arithmetic, on one thread. */
function openArithmetic(numbers: number): () => number {
  // Arrays a multiple of 4 KiB apart would be taken for one another by the processor.
  const stride = cachedNumbers * bytesPerNumber + 1088;
  const memory = allocateSharedMemory(streams * stride);
  new Float32Array(memory.buffer).fill(0.01);
  const [weights, firstMoments, secondMoments, gradients] = [0, 1, 2, 3].map(
    (stream) => stream * stride,
  );
  const region = { memory: 0, weights, firstMoments, secondMoments, gradients };
  const regions = Array.from({ length: repetitions }, () => ({
    ...region,
    count: cachedNumbers,
    decays: true,
    shareOfRate: 1,
  }));
  const kernel = createAdamWKernel([memory], regions, 1);
  const step = planAdamWStep(
    { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 },
    { learningRate: 1e-4, stepNumber: 100, gradientNorm: 2, maxGradientNorm: 1 },
  );
  return () => {
    const start = performance.now();
    kernel.apply(step);
    return ((performance.now() - start) * numbers) / (repetitions * cachedNumbers);
  };
}

/** What holds an update of so many numbers back: each call measures one limit, in milliseconds. */
export async function openUpdateLimits(options: {
  numbers: number;
  threads: number;
}): Promise<Readonly<Record<UpdateLimit, () => number>>> {
  // Whole vectors.
  const numbers = Math.ceil(options.numbers / 4) * 4;
  const gather = await openTraffic(numbers);
  const timeRun = (crew: KernelCrew) => () => {
    const start = performance.now();
    crew.run('pass', [[]]);
    return performance.now() - start;
  };
  return {
    'memory, one thread': timeRun(gather(1)),
    'memory, all threads': timeRun(gather(options.threads)),
    'arithmetic, one thread': openArithmetic(numbers),
  };
}
