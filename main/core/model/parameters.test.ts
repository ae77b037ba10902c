import { describe, expect, it } from 'vitest';

import type { EncoderConfiguration } from './configuration.ts';
import { listGraphParameters } from './parameters.ts';

const encoder: EncoderConfiguration = {
  vocabularySize: 119_547,
  hiddenSize: 768,
  layerCount: 12,
  headCount: 12,
  intermediateSize: 3072,
  maxPositions: 512,
  tokenTypeCount: 2,
  layerNormEpsilon: 1e-12,
  positionOffset: 0,
  hiddenActivation: 'gelu',
};

describe('the parameters of multilingual BERT', () => {
  const parameters = listGraphParameters(encoder, { kind: 'masked-language-model' });
  const parts = parameters.flatMap((parameter) => parameter.parts);

  it('are as many as Hugging Face counts for BertForMaskedLM without a pooler', () => {
    // 177,853,440 of the encoder with pooler (590,592), and the head's own 711,675.
    const total = parts.reduce((sum, { size }) => sum + size, 0);
    expect(total).toBe(177_853_440 - 590_592 + 711_675);
  });

  it('have Hugging Face’s names', () => {
    const names = parts.map((part) => part.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(
      expect.arrayContaining([
        'embeddings.word_embeddings.weight',
        'embeddings.LayerNorm.weight',
        'encoder.layer.0.attention.self.query.weight',
        'encoder.layer.11.attention.self.value.bias',
        'encoder.layer.11.attention.output.LayerNorm.bias',
        'encoder.layer.3.intermediate.dense.weight',
        'encoder.layer.3.output.dense.bias',
        'cls.predictions.transform.dense.weight',
        'cls.predictions.transform.LayerNorm.weight',
        'cls.predictions.bias',
      ]),
    );
  });

  it('fill each graph parameter with their parts, one after the other', () => {
    for (const parameter of parameters) {
      const size = parameter.parts.reduce((sum, part) => sum + part.size, 0);
      expect(size, parameter.name).toBe(parameter.size);
    }
    const fused = parameters.find(({ name }) =>
      name.endsWith('layer.5.attention.self.query_key_value.bias'),
    );
    expect(fused?.parts.map(({ name }) => name)).toEqual([
      'encoder.layer.5.attention.self.query.bias',
      'encoder.layer.5.attention.self.key.bias',
      'encoder.layer.5.attention.self.value.bias',
    ]);
  });

  it('decay when they are matrices, and neither as biases nor in LayerNorm', () => {
    const still = parameters.filter(({ decays }) => !decays).map(({ name }) => name);
    expect(still.every((name) => /(\.bias|LayerNorm\.weight)$/.test(name))).toBe(true);
    const decaying = parameters.filter(({ decays }) => decays).map(({ name }) => name);
    expect(decaying.some((name) => /(\.bias|LayerNorm)/.test(name))).toBe(false);
  });
});

describe('the heads for classification', () => {
  it('bring a pooler for texts and none for tokens', () => {
    const names = (kind: 'sequence-classification' | 'token-classification') =>
      listGraphParameters(encoder, { kind, labelCount: 3 })
        .map(({ name }) => name)
        .filter((name) => /^(pooler|classifier)/.test(name));
    expect(names('sequence-classification')).toEqual([
      'pooler.dense.weight',
      'pooler.dense.bias',
      'classifier.weight',
      'classifier.bias',
    ]);
    expect(names('token-classification')).toEqual(['classifier.weight', 'classifier.bias']);
  });
});
