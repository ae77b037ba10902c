import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { AnamnesisError } from '#core/base/error.ts';
import type { CheckpointFiles } from './checkpoint-files.ts';
import { openCheckpoint } from './open-checkpoint.ts';
import type { Checkpoint } from './open-checkpoint.ts';
import { listPytorchTensors } from './pytorch-archive.ts';
import { saveCheckpoint } from './save-checkpoint.ts';
import { listWeights } from './weight-names.ts';

const fixtures = 'test/fixtures/checkpoint';
const tinyBert = '../shared/data/tiny-bert';

interface ExpectedTensor {
  shape: number[];
  values: number[];
}
type ExpectedTensors = Record<string, ExpectedTensor>;
const expected = JSON.parse(readFileSync(`${fixtures}/expected.json`, 'utf8')) as Record<
  'bert-bin' | 'bert-shards' | 'distilbert' | 'roberta' | 'roberta-lm' | 'views',
  ExpectedTensors
>;

/** A folder held in memory; `largestRead` tells how much was asked for at once. */
function filesOf(contents: Readonly<Record<string, Uint8Array>>): CheckpointFiles & {
  readonly largestRead: () => number;
} {
  let largest = 0;
  return {
    names: () => Object.keys(contents),
    sizeOf: (name) => contents[name].length,
    read: (name, { start, end, memory = new ArrayBuffer(end - start) }) => {
      largest = Math.max(largest, end - start);
      const target = new Uint8Array(memory, 0, end - start);
      target.set(contents[name].subarray(start, end));
      return Promise.resolve(target);
    },
    largestRead: () => largest,
  };
}

function readFolder(folder: string): Record<string, Uint8Array> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(`${folder}/${name}`))]),
  );
}

const encode = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

async function readAll(checkpoint: Checkpoint): Promise<ExpectedTensors> {
  const tensors: ExpectedTensors = {};
  for (const { name, shape } of checkpoint.listTensors()) {
    tensors[name] = { shape: [...shape], values: [...(await checkpoint.readTensor(name))] };
  }
  return tensors;
}

/** The same by streaming: what is read ahead must not spoil what is being looked at. */
async function streamAll(checkpoint: Checkpoint): Promise<ExpectedTensors> {
  const tensors: ExpectedTensors = {};
  const shapes = new Map(checkpoint.listTensors().map(({ name, shape }) => [name, shape]));
  for await (const { name, values } of checkpoint.streamTensors([...shapes.keys()])) {
    await new Promise(setImmediate);
    tensors[name] ??= { shape: [...(shapes.get(name) ?? [])], values: [] };
    tensors[name].values.push(...values);
  }
  return tensors;
}

async function refusal(attempt: Promise<unknown>): Promise<AnamnesisError> {
  const error: unknown = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AnamnesisError)) return expect.fail(`no refusal but ${String(error)}`);
  return error;
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
      expect.objectContaining({ rule: 'untied-decoder' }),
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
    const config = JSON.parse(new TextDecoder().decode(files['config.json'])) as object;
    const promised = async (head: string) => {
      const changed = encode({ ...config, architectures: [`RobertaFor${head}`] });
      return (await openCheckpoint(filesOf({ ...files, 'config.json': changed }))).problems.map(
        ({ rule, weights }) => [rule, ...weights],
      );
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
    const checkpoint = await openCheckpoint(filesOf({ ...files, 'config.json': encode(config) }));
    expect(checkpoint).toMatchObject({ family: 'bert', encoder: { positionOffset: 0 } });
    expect(await readAll(checkpoint)).toEqual(expected['bert-bin']);
  });

  test('names its classes in the order of the classifier', async () => {
    const checkpoint = await openCheckpoint(filesOf(readFolder(`${fixtures}/roberta`)));
    expect(checkpoint.labels).toEqual(['low', 'mid', 'high']);
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
  const config = JSON.parse(new TextDecoder().decode(whole['config.json'])) as object;
  const withConfig = (changes: object) =>
    refusal(
      openCheckpoint(filesOf({ ...whole, 'config.json': encode({ ...config, ...changes }) })),
    );

  test('without config.json or weights', async () => {
    const error = await refusal(openCheckpoint(filesOf({})));
    expect(error.code).toBe('checkpoint.file-missing');
    expect(error.details.expected).toContain('config.json');
    const { 'config.json': only } = whole;
    expect((await refusal(openCheckpoint(filesOf({ 'config.json': only })))).code).toBe(
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
  ])('with %s', async (_name, changes) => {
    expect((await withConfig(changes)).code).toBe('checkpoint.configuration-malformed');
  });

  test.each(['', '[]', 'null', '{"model_type":'])('with %j as its config.json', async (text) => {
    const files = filesOf({ ...whole, 'config.json': new TextEncoder().encode(text) });
    expect((await refusal(openCheckpoint(files))).code).toBe('checkpoint.configuration-malformed');
  });

  test('when weights are missing or of another shape than it says', async () => {
    const missing = await withConfig({ num_hidden_layers: 2 });
    expect(missing.code).toBe('checkpoint.weights-mismatch');
    expect(missing.details.found).toContain('encoder.layer.1.');
    const shape = await withConfig({ intermediate_size: 12 });
    expect(shape.code).toBe('checkpoint.weights-mismatch');
    expect(shape.details.found).toContain('16');
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
      refusal(
        openCheckpoint(filesOf({ ...shards, 'model.safetensors.index.json': encode(index) })),
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
  const config = JSON.parse(new TextDecoder().decode(files['config.json'])) as object;
  const gaps = { 0: 'a', 2: 'b', 3: 'c' };
  const fewer = { 0: 'a', 1: 'b' };
  for (const id2label of [gaps, fewer, { 0: 'a', 1: 'a', 2: 'b' }, { 0: '' }, {}, ['a'], 'a']) {
    const changed = { ...files, 'config.json': encode({ ...config, id2label }) };
    const checkpoint = await openCheckpoint(filesOf(changed));
    expect(checkpoint.labels).toBeNull();
    expect(checkpoint.problems).toContainEqual(expect.objectContaining({ rule: 'labels-ignored' }));
  }
});

test('Class names without a classifier, as old configurations have them, are none', async () => {
  const files = readFolder(`${fixtures}/roberta-lm`);
  const config = JSON.parse(new TextDecoder().decode(files['config.json'])) as object;
  const changed = encode({ ...config, id2label: { 0: 'LABEL_0', 1: 'LABEL_1' } });
  const checkpoint = await openCheckpoint(filesOf({ ...files, 'config.json': changed }));
  expect(checkpoint).toMatchObject({ labels: null, problems: [] });
});

describe('A file that torch.save wrote', () => {
  test.each(['views.bin', 'views-legacy.bin', 'views-nested.bin'])(
    '%s gives every type and every view as PyTorch sees it',
    async (name) => {
      const files = filesOf({ [name]: new Uint8Array(readFileSync(`${fixtures}/${name}`)) });
      const found: ExpectedTensors = {};
      for (const tensor of await listPytorchTensors(files, name)) {
        found[tensor.name] = { shape: [...tensor.shape], values: [...(await tensor.read())] };
      }
      expect(found).toEqual(expected.views);
    },
  );

  test.each(readdirSync(`${fixtures}/malicious`))(
    'is refused before anything runs, and what it wanted is named: %s',
    async (name) => {
      const files = filesOf({ f: new Uint8Array(readFileSync(`${fixtures}/malicious/${name}`)) });
      const error = await refusal(listPytorchTensors(files, 'f'));
      expect(error.code).toBe('checkpoint.pickle-refused');
      const wanted: Record<string, RegExp> = {
        'os-system': /posix\.system/,
        'builtins-eval': /(builtins|__builtin__)\.eval/,
        'nested-in-weights': /posix\.system/,
        subprocess: /(subprocess|commands)\.Popen/,
        getattr: /(builtins|__builtin__)\.getattr/,
        attributes: /(builtins|__builtin__)\.eval/,
        'torch-load': /torch\.serialization\.load/,
      };
      expect(error.details.found).toMatch(wanted[name.replace(/-\d\.bin$/, '')]);
    },
  );

  test('is refused where its tensors repeat a few bytes without end', async () => {
    const files = filesOf({ f: new Uint8Array(readFileSync(`${fixtures}/expanded.bin`)) });
    expect(files.sizeOf('f')).toBeLessThan(10_000);
    const error = await refusal(listPytorchTensors(files, 'f'));
    expect(error.code).toBe('checkpoint.archive-malformed');
    expect(error.details.found).toBe(`${8 * 4 * 4096 ** 2} bytes`);
  });

  test('may be a zip64 archive', async () => {
    const bytes = new Uint8Array(readFileSync(`${fixtures}/views.bin`));
    const end = bytes.length - 22;
    const view = new DataView(bytes.buffer);
    const record = new DataView(new ArrayBuffer(56 + 20 + 22));
    record.setUint32(0, 0x06064b50, true);
    record.setBigUint64(4, 44n, true);
    record.setBigUint64(24, BigInt(view.getUint16(end + 8, true)), true);
    record.setBigUint64(32, BigInt(view.getUint16(end + 10, true)), true);
    record.setBigUint64(40, BigInt(view.getUint32(end + 12, true)), true);
    record.setBigUint64(48, BigInt(view.getUint32(end + 16, true)), true);
    record.setUint32(56, 0x07064b50, true);
    record.setBigUint64(64, BigInt(end), true);
    record.setUint32(72, 1, true);
    record.setUint32(76, 0x06054b50, true);
    record.setUint32(84, 0xffffffff, true);
    record.setUint32(88, 0xffffffff, true);
    record.setUint32(92, 0xffffffff, true);
    const zip64 = new Uint8Array(end + record.byteLength);
    zip64.set(bytes.subarray(0, end));
    zip64.set(new Uint8Array(record.buffer), end);
    const tensors = await listPytorchTensors(filesOf({ f: zip64 }), 'f');
    expect(tensors.map(({ name }) => name)).toEqual(Object.keys(expected.views));
  });
});

describe('A saved checkpoint', () => {
  const heads = [
    { kind: 'masked-language-model' },
    { kind: 'sequence-classification', labelCount: 3 },
    { kind: 'token-classification', labelCount: 3 },
  ] as const;

  test.each(
    heads.flatMap((head) => [
      [head.kind, 'bert-bin', head] as const,
      [head.kind, 'distilbert', head] as const,
      [head.kind, 'roberta-lm', head] as const,
    ]),
  )('with the head %s of %s is the same when it is opened', async (_kind, folder, head) => {
    const { encoder, family } = await openCheckpoint(filesOf(readFolder(`${fixtures}/${folder}`)));
    const weights = new Map(
      [...listWeights(encoder, head)].map(([name, shape], seed) => [
        name,
        Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) =>
          Math.sin(seed + i),
        ),
      ]),
    );
    const labels = head.kind === 'masked-language-model' ? null : ['O', 'B-DISO', 'I-DISO'];
    const tokenizerFiles = { 'vocab.txt': '[PAD]\n' };
    const content = { encoder, family, head, labels, weights, tokenizerFiles, paddingId: 0 };
    const saved = saveCheckpoint(content);
    const contents = Object.fromEntries(
      saved.map(({ name, chunks }) => [name, new Uint8Array(Buffer.concat(chunks))]),
    );
    const again = await openCheckpoint(filesOf(contents));
    expect(again).toMatchObject({ encoder, family, head });
    expect(again.labels).toEqual(labels);
    expect(again.tokenizerFiles).toEqual(tokenizerFiles);
    const values = Object.fromEntries(
      Object.entries(await readAll(again)).map(([name, tensor]) => [name, tensor.values]),
    );
    expect(values).toEqual(
      Object.fromEntries([...weights].map(([name, floats]) => [name, [...floats]])),
    );
    expect(saveCheckpoint(content)).toEqual(saved);
  });
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
