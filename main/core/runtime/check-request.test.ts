import { expect, it } from 'vitest';

import type { AdamWSettings, SessionRequest } from '#core/training/ports.ts';
import { checkRequest } from './check-request.ts';

const optimiser: AdamWSettings = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0.01 };
const request: SessionRequest = {
  encoder: {
    vocabularySize: 50,
    hiddenSize: 16,
    layerCount: 1,
    headCount: 2,
    intermediateSize: 32,
    maxPositions: 16,
    tokenTypeCount: 2,
    layerNormEpsilon: 1e-12,
    positionOffset: 0,
    hiddenActivation: 'gelu',
  },
  head: { kind: 'masked-language-model' },
  optimiser,
  dropoutRate: 0.1,
};

it('takes settings that can be computed with, the smallest too', () => {
  checkRequest(request);
  const smallest = { beta1: 0, beta2: 0, epsilon: Number.MIN_VALUE, weightDecay: 0 };
  checkRequest({ ...request, dropoutRate: 0, optimiser: smallest });
});

it.each([-0.1, 1, NaN])('refuses to drop a share of %s', (dropoutRate) => {
  expect(() => {
    checkRequest({ ...request, dropoutRate });
  }).toThrow(expect.objectContaining({ code: 'runtime.setting-invalid' }));
});

it.each([
  { beta1: 1 },
  { beta1: -0.1 },
  { beta2: 1 },
  { beta2: NaN },
  { epsilon: 0 },
  { epsilon: NaN },
  { weightDecay: -0.01 },
  { weightDecay: NaN },
  { layerDecay: -0.1 },
  { layerDecay: 1.1 },
])('refuses an optimiser with %o, and names the setting', (change) => {
  const [name] = Object.keys(change);
  expect(() => {
    checkRequest({ ...request, optimiser: { ...optimiser, ...change } });
  }).toThrow(
    expect.objectContaining({
      code: 'runtime.setting-invalid',
      details: expect.objectContaining({ place: `optimiser.${name}` }) as unknown,
    }),
  );
});
