import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCheckpoint } from '#core/model/checkpoint/open-checkpoint.ts';
import { listSafetensors } from '#core/model/checkpoint/safetensors-source.ts';
import { openCheckpointFolder } from '#core/library/checkpoint-folder.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('08-tied-matrix-under-head-name');

test.skipIf(folder === null)(
  '08: the stored matrix is the word embeddings (skipped where ../shared/cases is absent)',
  async () => {
    const files = openCheckpointFolder(join(folder ?? '', 'tied-head-name'));
    const checkpoint = await openCheckpoint(files);
    const stored = await listSafetensors(files, 'model.safetensors');
    const matrix = stored.find(({ name }) => name === 'lm_head.decoder.weight');
    expect(await checkpoint.readTensor('embeddings.word_embeddings.weight')).toEqual(
      await matrix?.read(),
    );
    expect(checkpoint.head).toEqual({ kind: 'masked-language-model' });
    expect(checkpoint.problems).toEqual([]);
  },
);
