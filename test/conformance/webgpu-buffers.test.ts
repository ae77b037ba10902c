import { describe, expect, it, vi } from 'vitest';

import type * as programs from '#core/runtime/onnx-webgpu/program.ts';
import { createOnnxWebGpuRuntime } from '#core/runtime/onnx-webgpu/webgpu-runtime.ts';

import { whyNoWebGpu } from '../fixtures/engine/open-webgpu.ts';
import { heads, openRandom, randomBatch, requestOf } from '../fixtures/engine/random-session.ts';

/** Of each run, what it read and what it wrote on the device. */
const runs = vi.hoisted((): { fed: programs.NamedTensors; written: programs.NamedTensors }[] => []);

vi.mock('#core/runtime/onnx-webgpu/program.ts', async (importOriginal) => {
  const original = await importOriginal<typeof programs>();
  const loadProgram: typeof original.loadProgram = async (graph) => {
    const program = await original.loadProgram(graph);
    return {
      run: (fed, written = new Map()) => {
        runs.push({ fed, written });
        return program.run(fed, written);
      },
      release: () => program.release(),
    };
  };
  return { ...original, loadProgram };
});

const missing = await whyNoWebGpu();
const [, sequence] = heads;

describe.skipIf(missing !== null)(
  `gradients on the device${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    // A software driver computes the right numbers all the same; WebGPU does not promise them.
    it('are never added to in the buffer that they are read from', async () => {
      const session = await openRandom(createOnnxWebGpuRuntime(), requestOf(sequence));
      const batch = randomBatch(sequence, { rows: 1, columns: 4 });
      runs.length = 0;
      for (let part = 0; part < 3; part++) await session.accumulate(batch, null);
      const adding = runs.filter(({ fed }) =>
        [...fed.keys()].some((name) => /^accumulated:/.test(name)),
      );
      expect(runs).toHaveLength(3);
      expect(adding).toHaveLength(2);
      for (const { fed, written } of adding) {
        const read = new Set(fed.values());
        expect([...written.values()].filter((tensor) => read.has(tensor))).toEqual([]);
      }
      await session.dispose();
    }, 600_000);
  },
);
