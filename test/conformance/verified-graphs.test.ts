import { beforeEach, expect, it, vi } from 'vitest';

import { buildPredictionGraph, buildTrainingGraph } from '#core/model/step-graph.ts';
import { verifyGraph } from '#core/graph/verify.ts';
import { verifyOnnxModel } from '#core/graph/onnx/verify-model.ts';

import { heads, requestOf } from '../fixtures/engine/random-session.ts';

vi.mock('#core/graph/verify.ts', { spy: true });
vi.mock('#core/graph/onnx/verify-model.ts', { spy: true });

const shape = { rows: 'rows', columns: 'columns', targets: 'targets' } as const;
const stages = () => vi.mocked(verifyGraph).mock.calls.map(([, stage]) => stage);

beforeEach(() => {
  vi.clearAllMocks();
});

it.each(heads)(
  'a training graph is verified when built, differentiated and lowered: $kind',
  (head) => {
    const { encoder } = requestOf(head);
    const options = { shape, dropoutRate: 0.1, accumulate: true };
    for (const rowsApart of [false, true]) {
      vi.clearAllMocks();
      const step = buildTrainingGraph(encoder, head, { ...options, rowsApart });
      expect(stages()).toEqual(['the forward graph', 'the finished graph']);
      step.bytes();
      expect(verifyOnnxModel).toHaveBeenCalledOnce();
    }
  },
);

it.each(heads)('so is one that predicts: $kind', (head) => {
  buildPredictionGraph(requestOf(head).encoder, head, { shape }).bytes();
  expect(stages()).toEqual(['the finished graph']);
  expect(verifyOnnxModel).toHaveBeenCalledOnce();
});
