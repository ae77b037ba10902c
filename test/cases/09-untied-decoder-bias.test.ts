import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CheckpointFiles } from '#core/model/checkpoint/checkpoint-files.ts';
import { openCheckpoint } from '#core/model/checkpoint/open-checkpoint.ts';
import { listSafetensors } from '#core/model/checkpoint/safetensors-source.ts';
import { saveCheckpoint } from '#core/model/checkpoint/save-checkpoint.ts';
import { filesOf } from '#core/model/checkpoint/testing/memory-folder.ts';
import { openCheckpointFolder } from '#core/library/checkpoint-folder.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('09-untied-decoder-bias');

test.skipIf(folder === null)(
  '09: the bias that transformers adds leaves as it came (skipped where ../shared/cases is absent)',
  async () => {
    const files = openCheckpointFolder(join(folder ?? '', 'h5-bert-untied'));
    const checkpoint = await openCheckpoint(files);
    const weights = new Map<string, Float32Array>();
    for (const { name } of checkpoint.listTensors()) {
      weights.set(name, await checkpoint.readTensor(name));
    }
    const written = saveCheckpoint({
      ...{ encoder: checkpoint.encoder, family: checkpoint.family, head: checkpoint.head },
      ...{ weights, labels: null, tokenizerFiles: {}, paddingId: 0 },
    });
    const exported = filesOf(
      Object.fromEntries(written.map(({ name, chunks }) => [name, Buffer.concat(chunks)])),
    );
    const valuesOf = async (source: CheckpointFiles, wanted: string) => {
      const tensors = await listSafetensors(source, 'model.safetensors');
      return tensors.find(({ name }) => name === wanted)?.read();
    };
    const added = 'cls.predictions.decoder.bias';
    const before = await valuesOf(files, added);
    expect(before).toBeInstanceOf(Float32Array);
    for (const name of [added, 'cls.predictions.bias']) {
      expect(await valuesOf(exported, name)).toEqual(before);
    }
  },
);
