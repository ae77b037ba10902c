import { describe, expect, it } from 'vitest';

import { holdsSeveralLabels, type Head } from '#core/model/configuration.ts';
import { encodeStates } from '#core/training/encode-states.ts';
import type { Example } from '#core/training/example.ts';
import { fineTuningData, stateData } from '#core/training/fine-tuning-data.ts';
import type { TrainingData } from '#core/training/loop.ts';
import { predictFromStates, predictLogits } from '#core/training/predict-logits.ts';
import type { Runtime, Targets, TrainingSession } from '#core/training/ports.ts';

import { eachEngine } from '../fixtures/engine/each-engine.ts';
import { heads, openRandom, readWeights, requestOf } from '../fixtures/engine/random-session.ts';

const [, sequence, token] = heads;
const several: Head = {
  kind: 'sequence-classification',
  labelCount: 3,
  severalLabels: true,
};
const order = { epochCount: 1, batchSize: 4, seed: 2 };

function makeExamples(head: Head): Example[] {
  return Array.from({ length: 8 }, (_, index) => {
    // Of two lengths and in whole batches: on WebGPU each size costs a program.
    const length = index < 4 ? 6 : 8;
    const positions = head.kind === 'sequence-classification' ? [0] : [1, 2 + (index % 2)];
    return {
      ids: Int32Array.from({ length }, (_id, column) => 1 + ((7 * index + column) % 50)),
      positions: Int32Array.from(positions),
      labels: Int32Array.from(
        holdsSeveralLabels(head)
          ? [index % 2, Number(index % 3 === 0), 1]
          : positions.map((position) => (index + position) % 3),
      ),
    };
  });
}

async function learn(session: TrainingSession, data: TrainingData<Targets>): Promise<number[]> {
  const losses: number[] = [];
  for (const parts of data.steps(0)) {
    for (const part of parts) losses.push(await session.accumulate(part, null));
    await session.update({ learningRate: 1e-2, maxGradientNorm: null });
  }
  return losses;
}

async function openStates(runtime: Runtime, head: Head, examples: readonly Example[]) {
  const encoder = await openRandom(runtime, { ...requestOf(head), part: 'encoder' });
  const states = new Map<number, Float32Array>();
  const store = {
    put: (example: number, ofExample: Float32Array) => void states.set(example, ofExample),
    read: (example: number) => states.get(example)!,
  };
  await encodeStates(encoder, examples, {
    ...{ paddingId: 0, store },
    onEncoded: () => Promise.resolve(),
  });
  await expect(
    encoder.accumulate(
      [...fineTuningData(examples, { ...order, paddingId: 0 }).steps(0)][0][0],
      null,
    ),
  ).rejects.toMatchObject({ code: 'batch.malformed' });
  await encoder.dispose();
  return store;
}

describe.each(eachEngine)('a frozen encoder on %s', (_, open) => {
  it.each([sequence, token, several])(
    'leaves the head that a training leaves whose encoder has no learning rate ($kind)',
    async (head) => {
      const examples = makeExamples(head);
      const all = [...examples.keys()];
      const request = requestOf(head);
      const whole = await openRandom(open(), {
        ...request,
        optimiser: { ...request.optimiser, layerDecay: 0 },
      });
      const store = await openStates(open(), head, examples);
      const alone = await openRandom(open(), { ...request, part: 'head' });
      const losses = await learn(whole, fineTuningData(examples, { ...order, paddingId: 0 }));
      const ours = await learn(alone, stateData(examples, all, { ...order, store }));
      ours.forEach((loss, step) => {
        expect(Math.abs(loss - losses[step])).toBeLessThan(2e-6);
      });
      const [found, expected] = [await readWeights(alone), await readWeights(whole)];
      expect([...found.keys()].every((name) => /^(pooler|classifier)\./.test(name))).toBe(true);
      for (const [name, values] of found) {
        values.forEach((value, index) => {
          expect(Math.abs(value - expected.get(name)![index]), name).toBeLessThan(2e-5);
        });
      }
      const said = await predictFromStates(alone, examples, { chosen: all, store });
      const theirs = await predictLogits(whole, examples, { paddingId: 0 });
      said.flat().forEach((logits, target) => {
        logits.forEach((logit, index) => {
          expect(Math.abs(logit - theirs.flat()[target][index])).toBeLessThan(2e-5);
        });
      });
      await Promise.all([whole.dispose(), alone.dispose()]);
    },
  );
});
