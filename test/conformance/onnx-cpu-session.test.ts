import { describe, it } from 'vitest';

import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';

import { expectTorchUpdates } from '../fixtures/engine/torch-updates.ts';

const heads = ['masked-language-model', 'sequence-classification', 'token-classification'];

describe.each(['native', 'portable'] as const)('onnx-cpu (%s)', (binding) => {
  const runtime = createOnnxCpuRuntime({ threads: 2, binding });

  it.each([...heads, 'token-classification-relu'])(
    'makes the five updates of PyTorch, clipped: %s',
    async (name) => {
      await expectTorchUpdates(runtime, name);
    },
  );

  it.each(heads)('does so with 8 × 128 tokens, at once and in four parts: %s', async (name) => {
    await expectTorchUpdates(runtime, `${name}-8x128`);
    await expectTorchUpdates(runtime, `${name}-8x128`, { rows: 2 });
  });
});
