import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EncoderConfiguration, Head } from '#core/model/configuration.ts';
import type { TargetBatch } from '#core/training/ports.ts';
import { createOnnxCpuRuntime } from './onnx-cpu.ts';

/** What test/fixtures/engine/README.md describes, as far as it is compared here. */
interface TorchStep {
  encoder: EncoderConfiguration;
  head: Head;
  batch: Record<'inputIds' | 'lengths' | 'positions' | 'labels' | 'weights', number[]> &
    Record<'rows' | 'columns', number>;
  loss: number;
  logits: string;
  parameters: { name: string; initial: string; trained: string }[];
  training: {
    beta1: number;
    beta2: number;
    epsilon: number;
    weightDecay: number;
    maxGradientNorm: number;
    learningRates: number[];
    losses: number[];
    gradientNorms: number[];
  };
}

const readStep = (name: string) =>
  JSON.parse(readFileSync(`test/fixtures/engine/${name}.json`, 'utf8')) as TorchStep;

const decode = (base64: string) =>
  new Float32Array(Uint8Array.from(Buffer.from(base64, 'base64')).buffer);

function batchOf({ batch }: TorchStep): TargetBatch {
  return {
    rows: batch.rows,
    columns: batch.columns,
    inputIds: Int32Array.from(batch.inputIds),
    lengths: Int32Array.from(batch.lengths),
    positions: Int32Array.from(batch.positions),
    labels: Int32Array.from(batch.labels),
    weights: Float32Array.from(batch.weights),
  };
}

function norm(left: Float32Array, right: Float32Array): number {
  return Math.hypot(...left.map((value, index) => value - right[index]));
}

describe.each(['native', 'portable'] as const)('onnx-cpu (%s) against PyTorch', (binding) => {
  it.each([
    'masked-language-model',
    'sequence-classification',
    'token-classification',
    'token-classification-relu',
  ])('makes the same five updates: %s', async (name) => {
    const torch = readStep(name);
    const { training } = torch;
    const session = await createOnnxCpuRuntime({ threads: 2, binding }).open({
      encoder: torch.encoder,
      head: torch.head,
      optimiser: training,
      dropoutRate: 0,
    });
    const stored = new Map(torch.parameters.map((parameter) => [parameter.name, parameter]));
    const fieldOf = (parameter: string, field: 'initial' | 'trained') =>
      decode(stored.get(parameter)?.[field] ?? '');
    await session.writeParameters((parameters) => {
      expect(parameters.map((parameter) => parameter.name).sort()).toEqual(
        [...stored.keys()].sort(),
      );
      for (const { name, values } of parameters) values.set(fieldOf(name, 'initial'));
    });

    const batch = batchOf(torch);
    const logits = decode(torch.logits);
    expect(norm(await session.predict(batch), logits)).toBeLessThan(1e-5 * Math.hypot(...logits));
    for (const [step, learningRate] of training.learningRates.entries()) {
      const loss = await session.accumulate(batch, null);
      expect(Math.abs(loss / training.losses[step] - 1)).toBeLessThan(2e-6);
      const { maxGradientNorm } = training;
      const gradientNorm = await session.update({ learningRate, maxGradientNorm });
      expect(Math.abs(gradientNorm / training.gradientNorms[step] - 1)).toBeLessThan(1e-5);
    }
    for (const parameter of await session.readParameters()) {
      // The true gradient of key biases is zero: Adam makes steps of full size from its rounding.
      if (parameter.name.endsWith('attention.self.key.bias')) continue;
      const trained = fieldOf(parameter.name, 'trained');
      const learnt = norm(trained, fieldOf(parameter.name, 'initial'));
      // PyTorch computed in float64; where a gradient is nearly zero, Adam enlarges our rounding.
      expect(norm(parameter.values, trained) / learnt, parameter.name).toBeLessThan(2e-4);
    }
    await session.dispose();
  });
});
