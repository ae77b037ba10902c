import { describe, expect, test } from 'vitest';
import { openCheckpoint } from './open-checkpoint.ts';
import { listSafetensors } from './safetensors-source.ts';
import { filesOf, refusalOf, withConfiguration } from './testing/memory-folder.ts';
import { folderOf, makeSmallModel } from './testing/small-model.ts';
import { decoderWeight, wordEmbeddings } from './weight-names.ts';
import { writeSafetensors } from './write-safetensors.ts';

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

  test('that differs is kept where config.json ties both, which is told, as transformers 5 does it', async () => {
    for (const tied of [{}, { tie_word_embeddings: true }]) {
      const checkpoint = await openWith(lastValueDiffers, tied);
      expect(checkpoint.head).toEqual({ kind: 'masked-language-model', untied: true });
      expect(rulesOf(checkpoint)).toEqual(['decoder-differs']);
      const embeddings = await checkpoint.readTensor(wordEmbeddings);
      expect(await checkpoint.readTensor(decoderWeight)).toEqual(lastValueDiffers(embeddings));
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

describe('A matrix with two names', () => {
  const families = ['bert', 'distilbert', 'roberta'] as const;
  /** As `save_model` of safetensors leaves it: under the head's name alone. */
  const openShared = async (family: (typeof families)[number], configuration: object) => {
    const model = makeSmallModel(family, { kind: 'masked-language-model', untied: true });
    const shared = model.weights.get(decoderWeight);
    const contents = folderOf(model);
    const tensors = await listSafetensors(filesOf(contents), 'model.safetensors');
    const kept = await Promise.all(
      tensors
        .filter(({ name }) => !name.endsWith('word_embeddings.weight'))
        .map(async (tensor) => ({ ...tensor, values: await tensor.read() })),
    );
    const files = { ...contents, 'model.safetensors': Buffer.concat(writeSafetensors(kept)) };
    return { shared, opening: openCheckpoint(filesOf(withConfiguration(files, configuration))) };
  };

  test.each(families)('may be stored under that of the head alone: %s', async (family) => {
    const { shared, opening } = await openShared(family, { tie_word_embeddings: undefined });
    const checkpoint = await opening;
    expect(checkpoint.head).toEqual({ kind: 'masked-language-model' });
    expect(rulesOf(checkpoint)).toEqual([]);
    expect(await checkpoint.readTensor(wordEmbeddings)).toEqual(shared);
  });

  test('is no word embeddings where config.json says that they are another', async () => {
    const { opening } = await openShared('bert', untied);
    const error = await refusalOf(opening);
    expect(error.code).toBe('checkpoint.weights-mismatch');
    expect(error.details.found).toContain(wordEmbeddings);
  });
});
