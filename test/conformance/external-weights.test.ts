import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import ort from 'onnxruntime-node';
import { afterAll, expect, test } from 'vitest';
import { encodeText } from '../fixtures/exported-model/encode-text.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel, microTexts } from '../fixtures/exported-model/micro-model.ts';

/**
 * A model too large for one ONNX file: its weights lie beside it. Shown on a micro model for which
 * the limit is lowered; offsets beyond 2 GiB are proven in main/core/graph/onnx.
 */
env.allowRemoteModels = false;
const root = mkdtempSync(join(tmpdir(), 'anamnesis-external-'));
env.localModelPath = root;
afterAll(() => {
  rmSync(root, { recursive: true });
});

const model = makeMicroModel('bert', 'sequence');
const name = 'beside';
writeCheckpoint(join(root, name), model, { maxFileBytes: 10_000 });
const texts = microTexts.bert;
const expected = (
  JSON.parse(readFileSync('test/fixtures/exported-model/expected.json', 'utf8')) as Record<
    string,
    number[][]
  >
)['bert-sequence'];

test('its weights are in the file beside it and nowhere else', () => {
  const parameters = [...model.weights.values()].reduce((sum, { length }) => sum + length, 0);
  const sizeOf = (file: string) => statSync(join(root, name, 'onnx', file)).size;
  expect(sizeOf('model.onnx_data')).toBeGreaterThan(4 * parameters);
  const written = readFileSync(join(root, name, 'onnx', 'model.onnx'));
  const weight = model.weights.get('pooler.dense.weight') ?? new Float32Array();
  expect(weight).not.toHaveLength(0);
  expect(written.includes(Buffer.from(new Uint8Array(weight.buffer)))).toBe(false);
});

test('onnxruntime gives PyTorch’s logits', async () => {
  const session = await ort.InferenceSession.create(join(root, name, 'onnx', 'model.onnx'), {
    intraOpNumThreads: 1,
  });
  for (const [row, text] of texts.entries()) {
    const ids = encodeText(model.tokenizer, text);
    const int64 = (values: readonly number[]) =>
      new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
    const { logits } = await session.run({
      input_ids: int64(ids),
      attention_mask: int64(ids.map(() => 1)),
      token_type_ids: int64(ids.map(() => 0)),
    });
    (logits.data as Float32Array).forEach((value, label) => {
      expect(Math.abs(value - expected[row][label])).toBeLessThan(2e-5);
    });
  }
  await session.release();
});

test('a pipeline of transformers.js finds both files by itself', async () => {
  const classify = await pipeline('text-classification', name, {
    local_files_only: true,
    dtype: 'fp32',
  });
  const found = (await classify([...texts], { top_k: 3 })) as unknown as {
    label: string;
    score: number;
  }[][];
  found.forEach((classes, row) => {
    const powers = expected[row].map(Math.exp);
    const sum = powers.reduce((a, b) => a + b, 0);
    for (const { label, score } of classes) {
      const id = model.labels?.indexOf(label) ?? -1;
      expect(Math.abs(score - powers[id] / sum)).toBeLessThan(2e-5);
    }
  });
  await classify.dispose();
});
