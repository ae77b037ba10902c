import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openCheckpoint } from './open-checkpoint.ts';
import type { Checkpoint } from './open-checkpoint.ts';
import {
  encodeJson,
  filesOf,
  readAll,
  refusalOf,
  withConfiguration,
  type PlainTensors,
} from './testing/memory-folder.ts';
import { folderOf, makeSmallModel } from './testing/small-model.ts';
import { listSafetensors } from './safetensors-source.ts';
import { writeSafetensors } from './write-safetensors.ts';

const fixtures = 'test/fixtures/checkpoint';
const tinyBert = '../shared/data/tiny-bert';

/** What PyTorch sees in them. */
const expected = JSON.parse(readFileSync(`${fixtures}/expected.json`, 'utf8')) as Record<
  'bert-bin' | 'bert-shards' | 'distilbert' | 'roberta' | 'roberta-lm',
  PlainTensors
>;

function readFolder(folder: string): Record<string, Uint8Array> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(`${folder}/${name}`))]),
  );
}

/** `readAll` by streaming: what is read ahead must not spoil what is being looked at. */
async function streamAll(checkpoint: Checkpoint): Promise<PlainTensors> {
  const tensors: PlainTensors = {};
  const shapes = new Map(checkpoint.listTensors().map(({ name, shape }) => [name, shape]));
  for await (const { name, values } of checkpoint.streamTensors([...shapes.keys()])) {
    await new Promise(setImmediate);
    tensors[name] ??= { shape: [...(shapes.get(name) ?? [])], values: [] };
    tensors[name].values.push(...values);
  }
  return tensors;
}

describe('A checkpoint folder', () => {
  test.each([
    ['bert-bin', 'bert-bin', 'pytorch', 0],
    ['bert-legacy-bin', 'bert-bin', 'pytorch', 0],
    ['bert-shards', 'bert-shards', 'safetensors', 0],
    ['distilbert', 'distilbert', 'pytorch', 0],
    ['roberta', 'roberta', 'safetensors', 2],
    ['roberta-lm', 'roberta-lm', 'safetensors', 2],
  ] as const)(
    '%s gives the weights that PyTorch sees, under our names',
    async (folder, reference, format, positionOffset) => {
      const checkpoint = await openCheckpoint(filesOf(readFolder(`${fixtures}/${folder}`)));
      expect(checkpoint.format).toBe(format);
      expect(checkpoint.encoder).toMatchObject({
        hiddenSize: 8,
        layerCount: 1,
        headCount: 2,
        intermediateSize: 16,
        vocabularySize: 20,
        maxPositions: 12,
        positionOffset,
        hiddenActivation: 'gelu',
      });
      expect(await readAll(checkpoint)).toEqual(expected[reference]);
      expect(await streamAll(checkpoint)).toEqual(expected[reference]);
    },
  );

  test('says which weights it leaves out and which start at random', async () => {
    const problems = async (folder: string) =>
      (await openCheckpoint(filesOf(readFolder(`${fixtures}/${folder}`)))).problems;
    expect(await problems('bert-bin')).toEqual([
      {
        rule: 'weights-unused',
        detail: expect.stringContaining('cls.seq_relationship.bias') as string,
        weights: ['cls.seq_relationship.bias', 'cls.seq_relationship.weight'],
      },
    ]);
    expect(await problems('bert-shards')).toEqual([
      expect.objectContaining({ rule: 'head-missing' }),
    ]);
    expect(await problems('roberta')).toEqual([
      expect.objectContaining({ rule: 'head-missing' }),
      expect.objectContaining({
        rule: 'weights-unused',
        weights: ['roberta.pooler.dense.bias', 'roberta.pooler.dense.weight'],
      }),
    ]);
    expect(await problems('roberta-lm')).toEqual([]);
    expect(await problems('distilbert')).toEqual([]);
  });

  test('says what is missing of the head that its configuration promises', async () => {
    const files = readFolder(`${fixtures}/roberta-lm`);
    const promised = async (head: string) => {
      const changed = withConfiguration(files, { architectures: [`RobertaFor${head}`] });
      const { problems } = await openCheckpoint(filesOf(changed));
      return problems.map(({ rule, weights }) => [rule, ...weights]);
    };
    const classifier = ['classifier.bias', 'classifier.weight'];
    expect(await promised('MaskedLM')).toEqual([]);
    expect(await promised('TokenClassification')).toEqual([['head-missing', ...classifier]]);
    expect(await promised('SequenceClassification')).toEqual([
      ['head-missing', ...classifier, 'pooler.dense.bias', 'pooler.dense.weight'],
    ]);
  });

  test('may have the configuration that BERT’s makers published, which names no family', async () => {
    const files = readFolder(`${fixtures}/bert-legacy-bin`);
    const { model_type: _, ...config } = JSON.parse(
      new TextDecoder().decode(files['config.json']),
    ) as Record<string, unknown>;
    expect(config).not.toHaveProperty('architectures');
    const checkpoint = await openCheckpoint(
      filesOf({ ...files, 'config.json': encodeJson(config) }),
    );
    expect(checkpoint).toMatchObject({ family: 'bert', encoder: { positionOffset: 0 } });
    expect(await readAll(checkpoint)).toEqual(expected['bert-bin']);
  });

  test('names its classes in the order of the classifier', async () => {
    const checkpoint = await openCheckpoint(filesOf(readFolder(`${fixtures}/roberta`)));
    expect(checkpoint.labels).toEqual(['low', 'mid', 'high']);
  });

  test('keeps what a classifier says of its classes, and no language model does', async () => {
    const typeOf = async (folder: string, changes: object) => {
      const files = withConfiguration(readFolder(`${fixtures}/${folder}`), changes);
      return (await openCheckpoint(filesOf(files))).problemType;
    };
    const architectures = ['XLMRobertaForSequenceClassification'];
    for (const problem_type of ['multi_label_classification', 'regression']) {
      expect(await typeOf('roberta', { architectures, problem_type })).toBe(problem_type);
      expect(await typeOf('roberta-lm', { problem_type })).toBeUndefined();
    }
    for (const problem_type of [undefined, null, 'another', 7]) {
      expect(await typeOf('roberta', { architectures, problem_type })).toBeUndefined();
    }
  });

  test('of BERT may give its padding any number, as it counts positions from 0', async () => {
    for (const pad_token_id of [1, -1, null, 'none']) {
      const files = withConfiguration(readFolder(`${fixtures}/bert-bin`), { pad_token_id });
      expect((await openCheckpoint(filesOf(files))).encoder.positionOffset).toBe(0);
    }
  });

  test('in several files takes each weight from the one that its index names', async () => {
    const shards = readFolder(`${fixtures}/bert-shards`);
    const first = 'model-00001-of-00002.safetensors';
    const state = await listSafetensors(filesOf(shards), first);
    const older = state.map(({ name, shape }) => {
      const size = shape.reduce((product, each) => product * each, 1);
      return { name, shape, values: new Float32Array(size) };
    });
    const leftOver = Buffer.concat(
      writeSafetensors([...older, { name: 'other', values: new Float32Array(1) }]),
    );
    const index = JSON.parse(new TextDecoder().decode(shards['model.safetensors.index.json'])) as {
      weight_map: Record<string, string>;
    };
    index.weight_map.other = 'left-over.safetensors';
    const changed = {
      ...shards,
      'left-over.safetensors': leftOver,
      'model.safetensors.index.json': encodeJson(index),
    };
    const checkpoint = await openCheckpoint(filesOf(changed));
    expect(await readAll(checkpoint)).toEqual(expected['bert-shards']);
    expect(checkpoint.problems).toContainEqual(
      expect.objectContaining({ rule: 'weights-unused', weights: ['other'] }),
    );
  });

  test('holds the bias of the language model twice; of two that differ the decoder’s counts', async () => {
    const files = readFolder(`${fixtures}/roberta-lm`);
    const bias = await (await openCheckpoint(filesOf(files))).readTensor('cls.predictions.bias');
    const withSecond = async (values: Float32Array) => {
      const state = await listSafetensors(filesOf(files), 'model.safetensors');
      const tensors = await Promise.all(
        state
          .filter(({ name }) => name !== 'lm_head.decoder.bias')
          .map(async (tensor) => ({ ...tensor, values: await tensor.read() })),
      );
      const changed = writeSafetensors([...tensors, { name: 'lm_head.decoder.bias', values }]);
      return openCheckpoint(filesOf({ ...files, 'model.safetensors': Buffer.concat(changed) }));
    };
    expect((await withSecond(bias)).problems).toEqual([]);
    const second = bias.map((value) => value + 1);
    const other = await withSecond(second);
    expect(other.problems).toEqual([
      expect.objectContaining({ rule: 'weights-unused', weights: ['cls.predictions.bias'] }),
    ]);
    expect(await other.readTensor('cls.predictions.bias')).toEqual(second);
  });

  test('prefers safetensors, where there are both', async () => {
    const files = { ...readFolder(`${fixtures}/roberta`), 'pytorch_model.bin': new Uint8Array(3) };
    expect((await openCheckpoint(filesOf(files))).format).toBe('safetensors');
  });

  test('hands over the tokenizer’s files as they are', async () => {
    const files = {
      ...readFolder(`${fixtures}/roberta`),
      'vocab.txt': new TextEncoder().encode('[PAD]\nă\n'),
      'notes.txt': new Uint8Array(1),
    };
    const { tokenizerFiles } = await openCheckpoint(filesOf(files));
    expect(tokenizerFiles).toEqual({ 'vocab.txt': '[PAD]\nă\n' });
  });

  test('is read tensor by tensor', async () => {
    const contents = readFolder(`${fixtures}/bert-bin`);
    const files = filesOf(contents);
    await openCheckpoint(files);
    const checkpoint = await openCheckpoint(files);
    await readAll(checkpoint);
    expect(files.largestRead()).toBeLessThan(contents['pytorch_model.bin'].length / 2 + 8192);
  });
});

describe('A checkpoint folder is refused', () => {
  const whole = readFolder(`${fixtures}/roberta`);
  const withConfig = (changes: object) =>
    refusalOf(openCheckpoint(filesOf(withConfiguration(whole, changes))));

  test('without config.json or weights', async () => {
    const error = await refusalOf(openCheckpoint(filesOf({})));
    expect(error.code).toBe('checkpoint.file-missing');
    expect(error.details.expected).toContain('config.json');
    const { 'config.json': only } = whole;
    expect((await refusalOf(openCheckpoint(filesOf({ 'config.json': only })))).code).toBe(
      'checkpoint.file-missing',
    );
  });

  test.each([
    ['another architecture', { model_type: 'deberta-v2' }, '"deberta-v2"'],
    ['no architecture', { model_type: undefined }, 'nothing'],
    ['relative positions', { position_embedding_type: 'relative_key' }, '"relative_key"'],
    ['a decoder', { is_decoder: true }, 'a decoder'],
    ['quantised weights', { quantization_config: { bits: 4 } }, 'quantised weights'],
    ['an unknown activation', { hidden_act: 'silu' }, '"silu"'],
    ['an activation that is no word', { hidden_act: 'constructor' }, '"constructor"'],
  ])('with %s, which is named', async (_name, changes, found) => {
    const error = await withConfig(changes);
    expect(error.code).toBe('checkpoint.architecture-unsupported');
    expect(error.details.found).toBe(found);
  });

  test.each([
    ['no hidden size', { hidden_size: undefined }],
    ['a negative size', { vocab_size: -5 }],
    ['a size that is no number', { num_hidden_layers: '12' }],
    ['a monstrous size', { intermediate_size: 1e15 }],
    ['heads that do not divide', { num_attention_heads: 3 }],
    ['an epsilon of zero', { layer_norm_eps: 0 }],
    ['more layers than any model', { num_hidden_layers: 2000 }],
    ['no position left', { max_position_embeddings: 2 }],
    ['padding that is no token', { pad_token_id: -1 }],
  ])('with %s', async (_name, changes) => {
    expect((await withConfig(changes)).code).toBe('checkpoint.configuration-malformed');
  });

  test.each(['', '[]', 'null', '{"model_type":'])('with %j as its config.json', async (text) => {
    const files = filesOf({ ...whole, 'config.json': new TextEncoder().encode(text) });
    expect((await refusalOf(openCheckpoint(files))).code).toBe(
      'checkpoint.configuration-malformed',
    );
  });

  test('when weights are missing or of another shape than it says', async () => {
    const missing = await withConfig({ num_hidden_layers: 2 });
    expect(missing.code).toBe('checkpoint.weights-mismatch');
    expect(missing.details.found).toContain('encoder.layer.1.');
    const shape = await withConfig({ intermediate_size: 12 });
    expect(shape.code).toBe('checkpoint.weights-mismatch');
    expect(shape.details.found).toContain('16');
  });

  test('when its vocabulary is only there in a form that is not read, with the way to another', async () => {
    const files = { ...whole, 'sentencepiece.bpe.model': new Uint8Array(3) };
    const error = await refusalOf(openCheckpoint(filesOf(files)));
    expect(error.code).toBe('tokenise.vocabulary-missing');
    expect(error.details.found).toContain('sentencepiece.bpe.model');
    expect(error.details.remedy).toContain('save_pretrained');
    const both = { ...files, 'tokenizer.json': encodeJson({}) };
    expect((await openCheckpoint(filesOf(both))).tokenizerFiles).toHaveProperty('tokenizer.json');
  });

  test('when there are more layers than it says: the model would be another one', async () => {
    const model = makeSmallModel('bert', null);
    model.weights.set('encoder.layer.1.output.dense.bias', new Float32Array(8));
    const error = await refusalOf(openCheckpoint(filesOf(folderOf(model))));
    expect(error.code).toBe('checkpoint.weights-mismatch');
    expect(error.details.expected).toBe('an encoder of 1 layers');
    expect(error.details.found).toBe('encoder.layer.1.output.dense.bias');
  });

  test('when the weights are of another family than it says', async () => {
    const error = await withConfig({ model_type: 'bert' });
    expect(error.code).toBe('checkpoint.weights-mismatch');
    expect(error.details.expected).toContain('bert');
    expect(error.details.found).toContain('roberta.');
    expect((await withConfig({ model_type: undefined, type_vocab_size: 2 })).code).toBe(
      'checkpoint.weights-mismatch',
    );
  });

  test('when its index and files contradict each other', async () => {
    const shards = readFolder(`${fixtures}/bert-shards`);
    const withIndex = (index: unknown) =>
      refusalOf(
        openCheckpoint(filesOf({ ...shards, 'model.safetensors.index.json': encodeJson(index) })),
      );
    for (const index of [
      null,
      {},
      { weight_map: {} },
      { weight_map: { a: 7 } },
      { weight_map: { a: 'absent.safetensors' } },
      { weight_map: { a: '../../etc/passwd' } },
      { weight_map: { absent: 'model-00001-of-00002.safetensors' } },
    ]) {
      expect((await withIndex(index)).code).toBe('checkpoint.shards-malformed');
    }
  });
});

test('Contradictory class names hold up nobody', async () => {
  const files = readFolder(`${fixtures}/roberta`);
  const gaps = { 0: 'a', 2: 'b', 3: 'c' };
  const fewer = { 0: 'a', 1: 'b' };
  for (const id2label of [gaps, fewer, { 0: 'a', 1: 'a', 2: 'b' }, { 0: '' }, {}, ['a'], 'a']) {
    const checkpoint = await openCheckpoint(filesOf(withConfiguration(files, { id2label })));
    expect(checkpoint.labels).toBeNull();
    expect(checkpoint.problems).toContainEqual(expect.objectContaining({ rule: 'labels-ignored' }));
  }
});

test('Class names without a classifier, as old configurations have them, are none', async () => {
  const files = readFolder(`${fixtures}/roberta-lm`);
  const id2label = { 0: 'LABEL_0', 1: 'LABEL_1' };
  const checkpoint = await openCheckpoint(filesOf(withConfiguration(files, { id2label })));
  expect(checkpoint).toMatchObject({ labels: null, problems: [] });
});

describe.skipIf(!existsSync(tinyBert))(
  'The checkpoint tiny-bert (skipped where ../shared/data/tiny-bert is absent)',
  () => {
    test('opens with its whole encoder, without heads', async () => {
      const checkpoint = await openCheckpoint(filesOf(readFolder(tinyBert)));
      expect(checkpoint.encoder).toEqual({
        vocabularySize: 256,
        hiddenSize: 32,
        layerCount: 2,
        headCount: 4,
        intermediateSize: 64,
        maxPositions: 128,
        tokenTypeCount: 2,
        layerNormEpsilon: 1e-12,
        positionOffset: 0,
        hiddenActivation: 'gelu',
      });
      expect(Object.keys(checkpoint.tokenizerFiles).sort()).toEqual([
        'special_tokens_map.json',
        'tokenizer.json',
        'tokenizer_config.json',
        'vocab.txt',
      ]);
      const embeddings = await checkpoint.readTensor('embeddings.word_embeddings.weight');
      expect(embeddings).toHaveLength(256 * 32);
      expect(embeddings.every(Number.isFinite)).toBe(true);
      expect(checkpoint.problems.map(({ rule }) => rule)).toEqual(['head-missing']);
    });
  },
);
