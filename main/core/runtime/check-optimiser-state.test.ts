import { expect, it } from 'vitest';

import { checkOptimiserState } from './check-optimiser-state.ts';

const parameters = [{ name: 'weight', size: 2 }];
const state = {
  stepCount: 3,
  firstMoments: [new Float32Array(2)],
  secondMoments: [new Float32Array(2)],
};

it('takes a state with a loss scale that training can come to, and one without', () => {
  checkOptimiserState(state, parameters);
  const lossScaling = { scale: 2 ** 15, goodUpdateCount: 1999 };
  checkOptimiserState({ ...state, lossScaling }, parameters);
});

it.each([
  { lossScaling: { scale: 3, goodUpdateCount: 0 } },
  { lossScaling: { scale: 8, goodUpdateCount: 2000 } },
  { stepCount: -1 },
  { firstMoments: [new Float32Array(3)] },
])('refuses what is of no such model: %o', (change) => {
  expect(() => {
    checkOptimiserState({ ...state, ...change }, parameters);
  }).toThrow(expect.objectContaining({ code: 'runtime.parameter-mismatch' }));
});
