import { describe, expect, test } from 'vitest';
import { openCheckpoint } from './open-checkpoint.ts';
import { filesOf, withConfiguration } from './testing/memory-folder.ts';
import { folderOf, makeSmallModel } from './testing/small-model.ts';
import { decoderWeight, wordEmbeddings } from './weight-names.ts';

/** RoBERTa's folder with this output matrix, or null for none. */
async function openWith(
  decoderOf: (embeddings: Float32Array) => Float32Array | null,
  configuration: object,
) {
  const head = { kind: 'masked-language-model', untied: true } as const;
  const model = makeSmallModel('roberta', head);
  const decoder = decoderOf(model.weights.get(wordEmbeddings) ?? new Float32Array());
  if (decoder === null) model.weights.delete(decoderWeight);
  else model.weights.set(decoderWeight, decoder);
  const contents = folderOf(decoder === null ? { ...model, head: { kind: head.kind } } : model);
  const said = { tie_word_embeddings: undefined, ...configuration };
  return openCheckpoint(filesOf(withConfiguration(contents, said)));
}

const same = (embeddings: Float32Array) => embeddings;
const lastValueDiffers = (embeddings: Float32Array) => embeddings.with(embeddings.length - 1, 7);
const untied = { tie_word_embeddings: false };
const rulesOf = ({ problems }: Awaited<ReturnType<typeof openWith>>) =>
  problems.map(({ rule }) => rule);

describe('An output matrix', () => {
  test('that is not the word embeddings is kept where config.json says so', async () => {
    const checkpoint = await openWith(lastValueDiffers, untied);
    expect(checkpoint.head).toEqual({ kind: 'masked-language-model', untied: true });
    expect(rulesOf(checkpoint)).toEqual([]);
    const embeddings = await checkpoint.readTensor(wordEmbeddings);
    expect(await checkpoint.readTensor(decoderWeight)).toEqual(lastValueDiffers(embeddings));
  });

  test('is left out and named where config.json ties both, as transformers does it', async () => {
    for (const tied of [{}, { tie_word_embeddings: true }]) {
      const checkpoint = await openWith(lastValueDiffers, tied);
      expect(checkpoint.head).toEqual({ kind: 'masked-language-model' });
      expect(rulesOf(checkpoint)).toEqual(['untied-decoder']);
      expect(checkpoint.listTensors().map(({ name }) => name)).not.toContain(decoderWeight);
    }
  });

  test('may be the word embeddings, whatever config.json says', async () => {
    for (const configuration of [{}, untied]) {
      const checkpoint = await openWith(same, configuration);
      expect(checkpoint.head).toEqual({ kind: 'masked-language-model' });
      expect(rulesOf(checkpoint)).toEqual([]);
    }
  });

  test('is missed where config.json says that there is one', async () => {
    expect(rulesOf(await openWith(() => null, untied))).toEqual(['untied-decoder']);
    expect(rulesOf(await openWith(() => null, {}))).toEqual([]);
  });
});
