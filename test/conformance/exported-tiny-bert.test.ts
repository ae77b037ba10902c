import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AutoModel, env, pipeline, Tensor } from '@xenova/transformers';
import { describe, expect, it } from 'vitest';
import { readSafetensors } from '#core/model/checkpoint/read-safetensors.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { exportModel } from '#core/library/export/export-model.ts';
import { importModel } from '#core/library/import-model.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { relativeError } from '../fixtures/engine/finite-differences.ts';
import { encodeText } from '../fixtures/exported-model/encode-text.ts';
import { runEngine } from '../fixtures/exported-model/run-engine.ts';

env.allowRemoteModels = false;
const data = '../shared/data';
const reference = `${data}/reference/tiny_bert_torch_reference.json`;
const isThere = existsSync(`${data}/tiny-bert`) && existsSync(reference);

interface Reference {
  readonly input_ids: number[][];
  readonly attention_mask: number[][];
  readonly last_hidden_state: number[][][];
}

async function importTinyBert() {
  const workspace = newWorkspace();
  const { stored, record } = await importModel(workspace, `${data}/tiny-bert`, {
    whenTaken: 'refuse',
  });
  const weights = readSafetensors(await workspace.blobs.readWhole(stored.weightsBlobId));
  const root = temporaryFolder();
  env.localModelPath = root;
  await exportModel(workspace, stored, { folder: join(root, 'tiny'), withOnnx: true });
  return { ...record, weights, tokenizer: openTokenizer(stored.tokenizerFiles) };
}

const loading = { local_files_only: true, dtype: 'fp32' } as const;

describe.skipIf(!isThere)(
  'tiny-bert, imported and exported (skipped where ../shared/data is absent)',
  () => {
    it('has PyTorch’s hidden states in our engine and in transformers.js', async () => {
      const model = await importTinyBert();
      const expected = JSON.parse(readFileSync(reference, 'utf8')) as Reference;
      const lengths = expected.attention_mask.map((row) => row.filter((real) => real === 1).length);
      const ids = expected.input_ids.map((row, index) => row.slice(0, lengths[index]));
      const states = expected.last_hidden_state.map((row, index) =>
        row.slice(0, lengths[index]).flat(),
      );
      const ours = await runEngine(model, ids);
      ours.forEach((output, row) => {
        expect(relativeError(output, states[row])).toBeLessThan(1e-5);
      });

      const loaded = await AutoModel.from_pretrained('tiny', loading);
      const shape = [expected.input_ids.length, expected.input_ids[0].length];
      const int64 = (rows: number[][]) =>
        new Tensor('int64', BigInt64Array.from(rows.flat(), BigInt), shape);
      const { last_hidden_state: found } = (await loaded({
        input_ids: int64(expected.input_ids),
        attention_mask: int64(expected.attention_mask),
        token_type_ids: int64(expected.input_ids.map((row) => row.map(() => 0))),
      })) as { last_hidden_state: { data: Float32Array } };
      const perRow = found.data.length / shape[0];
      states.forEach((values, row) => {
        const own = found.data.subarray(row * perRow, row * perRow + values.length);
        expect(relativeError(own, values)).toBeLessThan(1e-5);
      });
    });

    it('gives the same features of sentences in transformers.js as in our engine', async () => {
      const model = await importTinyBert();
      const texts = ['Patient has fever.', 'No cough, no pain'];
      const ids = texts.map((text) => encodeText(model.tokenizer, text));
      const ours = await runEngine(model, ids);
      const extract = await pipeline('feature-extraction', 'tiny', loading);
      for (const [row, text] of texts.entries()) {
        const found = await extract(text);
        expect(found.dims).toEqual([1, ids[row].length, model.encoder.hiddenSize]);
        expect(relativeError(found.data as Float32Array, ours[row])).toBeLessThan(1e-4);
      }
    });
  },
);
