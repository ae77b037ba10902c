import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { vectorAt } from '#core/geometry/vectors/vectors.ts';
import { openCheckpointFolder } from '#core/library/checkpoint-folder.ts';
import { openCheckpoint } from '#core/model/checkpoint/open-checkpoint.ts';
import { createOnnxCpuRuntime } from '#core/runtime/onnx-cpu.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { embedRuns } from './embed-runs.ts';

interface Reference {
  readonly sentences: readonly (readonly string[])[];
  /** Sentence, first word, end. */
  readonly runs: readonly (readonly [number, number, number])[];
  readonly pieces: readonly number[];
  /** [layers][runs][size] */
  readonly layers: readonly (readonly (readonly number[])[])[];
}

const fixture = (name: string) =>
  fileURLToPath(new URL(`../../../../test/fixtures/geometry/${name}`, import.meta.url));
/** By PyTorch and transformers: make_tiny_bert.py. */
const reference = JSON.parse(readFileSync(fixture('tiny-bert.json'), 'utf8')) as Reference;
const runs = reference.runs.map(([sentence, start, end]) => ({ sentence, start, end }));
const sentences = reference.sentences.map((words) => {
  const text = words.join(' ');
  let end = -1;
  const spans = words.map((word) => ({ start: end + 1, end: (end = end + 1 + word.length) }));
  return { id: '', text, words: spans, tags: words.map(() => 'O'), groupId: null };
});

async function embed(layer: number, maxTokens = 24) {
  const checkpoint = await openCheckpoint(openCheckpointFolder(fixture('tiny-bert')));
  const session = await createOnnxCpuRuntime({ threads: 1 }).open({
    part: 'encoder',
    encoder: { ...checkpoint.encoder, layerCount: layer },
    head: { kind: 'token-classification', labelCount: 2 },
    optimiser: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 },
    dropoutRate: 0,
  });
  const weights = new Map<string, Float32Array>();
  for (const { name } of checkpoint.listTensors()) {
    weights.set(name, await checkpoint.readTensor(name));
  }
  await session.writeParameters((parameters) => {
    for (const { name, values } of parameters) values.set(weights.get(name) ?? []);
  });
  const tokenizer = openTokenizer(checkpoint.tokenizerFiles);
  const told: number[] = [];
  const embedded = await embedRuns(
    { tokenizer, maxTokens, size: checkpoint.encoder.hiddenSize, session },
    { sentences, runs },
    (_, done, total) => {
      told.push(done / total);
      return Promise.resolve();
    },
  );
  await session.dispose();
  expect(told.at(-1)).toBe(1);
  return embedded;
}

describe('Vectors of mentions', () => {
  it.each([1, 2])(
    'are the mean states of their pieces at layer %i, as of PyTorch',
    async (layer) => {
      const { vectors, pieces } = await embed(layer);
      expect(Array.from(pieces)).toEqual(reference.pieces);
      for (const [run, expected] of reference.layers[layer - 1].entries()) {
        const found = vectorAt(vectors, run);
        for (const [axis, value] of expected.entries()) expect(found[axis]).toBeCloseTo(value, 5);
      }
    },
  );

  it('hold all pieces of a mention whose sentence the model reads in parts', async () => {
    const { pieces } = await embed(2, 6);
    expect(Array.from(pieces)).toEqual(reference.pieces);
  });
});
