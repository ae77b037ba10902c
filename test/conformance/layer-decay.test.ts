import { describe, expect, it } from 'vitest';

import type { Runtime } from '#core/training/ports.ts';

import { eachEngine } from '../fixtures/engine/each-engine.ts';
import {
  heads,
  openRandom,
  randomBatch,
  readWeights,
  requestOf,
} from '../fixtures/engine/random-session.ts';

/** Of a model of two layers: how many layers each parameter lies below the head. */
function depthOf(name: string): number {
  if (name.startsWith('embeddings.')) return 3;
  if (name.startsWith('encoder.layer.0.')) return 2;
  return name.startsWith('encoder.layer.1.') ? 1 : 0;
}

const [masked, sequence, token] = heads;

/** How far one update moves each weight. */
async function moveOnce(runtime: Runtime, head: typeof masked, layerDecay?: number) {
  const request = requestOf(head);
  const decay = layerDecay === undefined ? {} : { layerDecay };
  const session = await openRandom(runtime, {
    ...request,
    optimiser: { ...request.optimiser, ...decay },
  });
  const start = await readWeights(session);
  await session.accumulate(randomBatch(head), null);
  await session.update({ learningRate: 1e-2, maxGradientNorm: 1 });
  const end = await readWeights(session);
  await session.dispose();
  return new Map(
    Array.from(start, ([name, values]) => [
      name,
      Float64Array.from(values, (value, index) => end.get(name)![index] - value),
    ]),
  );
}

describe.each(eachEngine)('layer-wise decay on %s', (_, open) => {
  it.each([masked, sequence, token])(
    'moves every parameter by its share of the whole update ($kind)',
    async (head) => {
      const whole = await moveOnce(open(), head);
      const shares = await moveOnce(open(), head, 0.5);
      let moved = 0;
      for (const [name, steps] of shares) {
        const share = 0.5 ** depthOf(name);
        for (const [index, step] of steps.entries()) {
          const expected = share * whole.get(name)![index];
          expect(Math.abs(step - expected), name).toBeLessThan(2e-7);
          if (Math.abs(expected) > 1e-4) moved++;
        }
      }
      expect(moved).toBeGreaterThan(1000);
    },
  );

  it('with 0 leaves the encoder as it is, decay of weights included', async () => {
    const steps = await moveOnce(open(), sequence, 0);
    for (const [name, values] of steps) {
      const isMoved = values.some((step) => step !== 0);
      expect(isMoved, name).toBe(depthOf(name) === 0);
    }
  });
});
