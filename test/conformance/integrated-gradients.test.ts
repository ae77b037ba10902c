import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PathGradients } from '#core/domain/path-gradients.ts';
import { integrateGradients } from '#core/explanation/gradients/integrate-gradients.ts';
import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { openPathGradients } from '#core/runtime/onnx-path-gradients.ts';

interface Reference {
  readonly config: Omit<
    EncoderConfiguration,
    'layerNormEpsilon' | 'positionOffset' | 'hiddenActivation'
  > & { readonly labelCount: number };
  readonly ids: readonly number[];
  readonly baselineIds: readonly number[];
  readonly parameters: Readonly<Record<string, readonly number[]>>;
  readonly explanations: readonly {
    readonly classIndex: number;
    readonly steps: number;
    readonly attributions: readonly number[];
    readonly baselineProbability: number;
    readonly probability: number;
  }[];
}

const path = new URL('../fixtures/explanation/gradients.json', import.meta.url);
const reference = JSON.parse(readFileSync(path, 'utf8')) as Reference;
const { labelCount, ...shape } = reference.config;
let gradients: PathGradients;

beforeAll(async () => {
  gradients = await openPathGradients({
    encoder: { ...shape, layerNormEpsilon: 1e-12, positionOffset: 0, hiddenActivation: 'gelu' },
    head: { kind: 'sequence-classification', labelCount },
    fill: (parameters) => {
      for (const { name, values } of parameters) {
        values.set(reference.parameters[`bert.${name}`] ?? reference.parameters[name]);
      }
    },
  });
});
afterAll(() => gradients.dispose());

describe.each(reference.explanations)('class $classIndex in $steps steps', (expected) => {
  it('is what PyTorch’s autograd gives, token by token', async () => {
    const said = await integrateGradients(
      {
        ids: Int32Array.from(reference.ids),
        baselineIds: Int32Array.from(reference.baselineIds),
        classIndex: expected.classIndex,
      },
      { gradients, steps: expected.steps },
      () => Promise.resolve(),
    );
    expect(said.probability).toBeCloseTo(expected.probability, 6);
    expect(said.baselineProbability).toBeCloseTo(expected.baselineProbability, 6);
    for (const [token, value] of expected.attributions.entries()) {
      expect(said.attributions[token]).toBeCloseTo(value, 6);
    }
    const difference = expected.probability - expected.baselineProbability;
    const sum = expected.attributions.reduce((total, each) => total + each, 0);
    expect(said.completenessError).toBeCloseTo(Math.abs((sum - difference) / difference), 4);
  });
});
