import { describe, expect, it } from 'vitest';

import { RandomStream } from '#core/base/random-stream.ts';

import { initialiseParameters } from './initialise.ts';
import { startWithNeighbourAttention } from './neighbour-attention.ts';

const encoder = {
  vocabularySize: 300,
  hiddenSize: 256,
  layerCount: 2,
  headCount: 4,
  intermediateSize: 512,
  maxPositions: 192,
  tokenTypeCount: 2,
  layerNormEpsilon: 1e-12,
  positionOffset: 0,
  hiddenActivation: 'gelu',
} as const;

const sizes = {
  'embeddings.word_embeddings.weight': 300 * 256,
  'embeddings.position_embeddings.weight': 192 * 256,
  'encoder.layer.0.attention.self.query.weight': 256 * 256,
  'encoder.layer.0.attention.self.key.weight': 256 * 256,
  'encoder.layer.0.attention.self.value.weight': 256 * 256,
  'encoder.layer.1.attention.self.query.weight': 256 * 256,
};

function start(seed: number): Map<string, Float32Array> {
  const parameters = Object.entries(sizes).map(([name, size]) => {
    return { name, values: new Float32Array(size) };
  });
  initialiseParameters(parameters, new RandomStream(seed, 'initialise'));
  startWithNeighbourAttention(parameters, encoder, new RandomStream(seed, 'neighbours'));
  return new Map(parameters.map(({ name, values }) => [name, values]));
}

/** Word plus position, scaled to mean square 1, as LayerNorm leaves it but for the mean. */
function states(parameters: Map<string, Float32Array>): Float64Array[] {
  const words = parameters.get('embeddings.word_embeddings.weight')!;
  const positions = parameters.get('embeddings.position_embeddings.weight')!;
  return Array.from({ length: encoder.maxPositions }, (_, position) => {
    const word = (position * 7) % encoder.vocabularySize;
    const sum = Float64Array.from({ length: 256 }, (__, index) => {
      return words[word * 256 + index] + positions[position * 256 + index];
    });
    const scale = Math.sqrt(256 / sum.reduce((total, value) => total + value * value, 0));
    return sum.map((value) => scale * value);
  });
}

function project(weight: Float32Array, head: number, state: Float64Array): number[] {
  return Array.from({ length: 64 }, (_, row) => {
    const first = (head * 64 + row) * 256;
    return state.reduce((sum, value, index) => sum + value * weight[first + index], 0);
  });
}

describe('a new model’s first layer', () => {
  it('has heads that look at the word before, the word after, the second before and after', () => {
    const parameters = start(3);
    const all = states(parameters);
    const share = [-1, 1, -2, 2].map((distance, head) => {
      const queries = all.map((state) =>
        project(parameters.get('encoder.layer.0.attention.self.query.weight')!, head, state),
      );
      const keys = all.map((state) =>
        project(parameters.get('encoder.layer.0.attention.self.key.weight')!, head, state),
      );
      const middle = queries.slice(2, -2);
      const found = middle.filter((query, index) => {
        const logits = keys.map((key) =>
          key.reduce((sum, value, at) => sum + value * query[at], 0),
        );
        return logits.indexOf(Math.max(...logits)) === index + 2 + distance;
      });
      return found.length / middle.length;
    });
    for (const found of share) expect(found).toBeGreaterThan(0.95);
  });

  it('leaves words and further layers as they were drawn', () => {
    const plain = Object.entries(sizes).map(([name, size]) => {
      return { name, values: new Float32Array(size) };
    });
    initialiseParameters(plain, new RandomStream(3, 'initialise'));
    const parameters = start(3);
    for (const { name, values } of plain) {
      const changed = !parameters.get(name)!.every((value, index) => value === values[index]);
      const expected = name.includes('layer.0') || name.includes('position');
      expect([name, changed]).toEqual([name, expected]);
    }
  });

  it('follows from the seed', () => {
    expect(start(4)).toEqual(start(4));
    expect(start(4)).not.toEqual(start(5));
  });
});
