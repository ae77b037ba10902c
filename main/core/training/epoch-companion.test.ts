import { expect, test } from 'vitest';
import { bestMeasurement } from './best-measurement.ts';
import { EpochCompanion } from './epoch-companion.ts';
import type { ParameterView, TrainingSession } from './ports.ts';

/** A session whose only weight is the step. */
function countingSession() {
  const weight: ParameterView = { name: 'w', shape: [1], values: new Float32Array(1) };
  const session = {
    readParameters: () => Promise.resolve([weight]),
    writeParameters: (change: (parameters: readonly ParameterView[]) => void) => {
      change([weight]);
      return Promise.resolve();
    },
  } as unknown as TrainingSession;
  return { session, weight };
}

/** Follows steps of two per epoch until told to end; the step after which that was. */
async function follow(companion: EpochCompanion, from = 0): Promise<{ step: number; end: number }> {
  const { session, weight } = countingSession();
  for (let step = from + 1; step <= 20; step++) {
    weight.values[0] = step;
    if (!(await companion.follow(session, { step }))) continue;
    await companion.takeBest(session);
    return { step, end: weight.values[0] };
  }
  await companion.takeBest(session);
  return { step: 20, end: weight.values[0] };
}

function companionOf(scores: readonly number[], patience: number, measured = 0) {
  let next = measured;
  return new EpochCompanion({
    ...{ stepsPerEpoch: 2, patience },
    score: () => Promise.resolve(scores[next++]),
  });
}

test('a training ends after as many epochs as patience has it, with the weights of the best', async () => {
  const companion = companionOf([-5, -3, -4, -3, -2], 2);
  // Epochs 3 and 4 are no better than epoch 2, which ended at step 4.
  expect(await follow(companion)).toEqual({ step: 8, end: 4 });
  expect(companion.scores).toEqual([-5, -3, -4, -3]);
  expect(bestMeasurement(companion.scores)).toBe(1);
});

test('a training that grows better goes to its end; what is no number is never better', async () => {
  const rising = Array.from({ length: 10 }, (_, epoch) => epoch);
  expect(await follow(companionOf(rising, 1))).toEqual({ step: 20, end: 20 });
  expect(await follow(companionOf([NaN, -5, NaN, NaN], 2))).toEqual({ step: 8, end: 4 });
  expect(bestMeasurement([])).toBe(-1);
  expect(bestMeasurement([NaN, NaN])).toBe(0);
});

test('what is gone on with after a kill ends as if it had not been', async () => {
  const scores = [-5, NaN, -3, -4, -3];
  const first = companionOf(scores, 2);
  const { session, weight } = countingSession();
  for (let step = 1; step <= 7; step++) {
    weight.values[0] = step;
    await first.follow(session, { step });
  }
  const { facts, weights } = first.keep();
  const second = companionOf(scores, 2, 3);
  await second.begin(session, { facts: JSON.parse(JSON.stringify(facts)) as unknown, weights });
  expect(await follow(second, 7)).toEqual(await follow(companionOf(scores, 2)));
  expect(second.scores).toEqual(scores);
});
