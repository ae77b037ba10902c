import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AutoModel,
  AutoModelForMaskedLM,
  AutoModelForSequenceClassification,
  AutoModelForTokenClassification,
  AutoTokenizer,
  env,
} from '@xenova/transformers';
import { afterAll, describe, expect, test } from 'vitest';
import { encodeText } from '../fixtures/exported-model/encode-text.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import {
  makeMicroModel,
  microFamilies,
  microHeads,
  microTexts,
} from '../fixtures/exported-model/micro-model.ts';
import { runEngine } from '../fixtures/exported-model/run-engine.ts';
import { hasPytorch, runInPytorch } from '../fixtures/exported-model/run-in-pytorch.ts';

/**
 * An exported folder says the same in our engine, in PyTorch and in transformers.js, where texts of
 * different lengths come as one padded batch.
 */
env.allowRemoteModels = false;
const root = mkdtempSync(join(tmpdir(), 'anamnesis-exported-'));
env.localModelPath = root;
afterAll(() => {
  rmSync(root, { recursive: true });
});

const expectedOutputs = JSON.parse(
  readFileSync('test/fixtures/exported-model/expected.json', 'utf8'),
) as Record<string, number[][]>;
const autoModels = {
  masked: AutoModelForMaskedLM,
  untied: AutoModelForMaskedLM,
  sequence: AutoModelForSequenceClassification,
  token: AutoModelForTokenClassification,
  bare: AutoModel,
};
const pytorchIsThere = hasPytorch();

function expectClose(found: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number) {
  expect(found.length).toBe(expected.length);
  const distances = Array.from(found, (value, index) => Math.abs(value - expected[index]));
  expect(Math.max(...distances)).toBeLessThan(tolerance);
}

/** The largest difference of float32 against PyTorch, relative to logits of size 1 to 10. */
const torchTolerance = 2e-5;

describe.each(microFamilies.flatMap((family) => microHeads.map((head) => [family, head] as const)))(
  'An exported %s model with the head "%s"',
  (family, head) => {
    const name = `${family}-${head}`;
    const folder = join(root, name);
    const model = makeMicroModel(family, head);
    writeCheckpoint(folder, model);
    const ids = microTexts[family].map((text) => encodeText(model.tokenizer, text));
    const expected = expectedOutputs[name];

    test('is in our engine what it is in PyTorch', async () => {
      const outputs = await runEngine(model, ids);
      outputs.forEach((output, index) => {
        expectClose(output, expected[index], torchTolerance);
      });
      const [first, second] = expected;
      expect(Math.abs(first[0] - second[0]), 'the texts differ').toBeGreaterThan(1e-3);
    });

    test('gives the same in transformers.js, padded', async () => {
      const tokenizer = await AutoTokenizer.from_pretrained(name, { local_files_only: true });
      const loaded = await autoModels[head].from_pretrained(name, {
        local_files_only: true,
        dtype: 'fp32',
      });
      const inputs = tokenizer([...microTexts[family]], { padding: true });
      const outputs = (await loaded(inputs)) as Record<
        string,
        { data: Float32Array; dims: number[] }
      >;
      const { data, dims } = outputs.logits ?? outputs.last_hidden_state;
      expect(dims).toEqual(
        head === 'sequence' ? [2, 3] : [2, ids[0].length, expected[0].length / ids[0].length],
      );
      const perRow = data.length / 2;
      expected.forEach((values, row) => {
        const own = data.subarray(row * perRow, row * perRow + values.length);
        expectClose(own, values, torchTolerance);
      });
      await loaded.dispose();
    });

    test.skipIf(!pytorchIsThere)(
      'is read by PyTorch today as on the day of the fixture (skipped without python3-torch)',
      () => {
        runInPytorch(folder, ids).forEach((output, index) => {
          expectClose(output, expected[index], torchTolerance);
        });
      },
    );
  },
);
