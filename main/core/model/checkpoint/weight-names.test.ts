import { describe, expect, test } from 'vitest';
import { mapWeightNames } from './weight-names.ts';

const map = (...names: readonly string[]) => {
  const { claimed, unclaimed } = mapWeightNames(names);
  return { claimed: Object.fromEntries(claimed), unclaimed };
};

describe('Stored names', () => {
  test('may have the prefix of a wrapper, of the encoder, or both', () => {
    const ours = 'encoder.layer.3.output.dense.bias';
    for (const prefix of ['', 'bert.', 'module.bert.', 'module.', 'roberta.']) {
      expect(map(`${prefix}${ours}`).claimed).toEqual({ [ours]: `${prefix}${ours}` });
    }
  });

  test('of TensorFlow are gamma and beta', () => {
    const name = 'bert.encoder.layer.0.output.LayerNorm';
    expect(Object.keys(map(`${name}.gamma`, `${name}.beta`).claimed)).toEqual([
      'encoder.layer.0.output.LayerNorm.weight',
      'encoder.layer.0.output.LayerNorm.bias',
    ]);
  });

  test('of what is not learnt are left out without a word', () => {
    const buffers = ['bert.embeddings.position_ids', 'roberta.embeddings.token_type_ids'];
    expect(map(...buffers)).toEqual({ claimed: {}, unclaimed: [] });
  });

  test('may call the bias of the language model that of its output matrix, or both', () => {
    const bias = 'cls.predictions.bias';
    expect(map('lm_head.decoder.bias').claimed).toEqual({ [bias]: 'lm_head.decoder.bias' });
    const again = 'cls.predictions.decoder.bias';
    expect(map('lm_head.decoder.bias', 'lm_head.bias').claimed).toEqual({
      [bias]: 'lm_head.bias',
      [again]: 'lm_head.decoder.bias',
    });
    expect(map(bias, again)).toEqual({ claimed: { [bias]: bias, [again]: again }, unclaimed: [] });
  });

  test('of a classifier win over those of a pooler that it does not use, in any order', () => {
    const head = 'classifier.dense.weight';
    const pooler = 'roberta.pooler.dense.weight';
    const found = { claimed: { 'pooler.dense.weight': head }, unclaimed: [pooler] };
    expect(map(head, pooler)).toEqual(found);
    expect(map(pooler, head)).toEqual(found);
  });
});
