import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { importModel } from '#core/library/import-model.ts';
import { verifyModel } from '#core/library/verify-model.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('18-rows-for-unsaved-tokens');

describe.skipIf(folder === null)('18 (skipped where ../shared/cases is absent)', () => {
  test.each([
    ['rows-plus-3', 189],
    ['h5-spare', 286],
  ])('%s is imported with a word about its rows', async (name, rows) => {
    const workspace = newWorkspace();
    const imported = await importModel(workspace, join(folder ?? '', name), {
      whenTaken: 'refuse',
    });
    expect(imported.record.encoder.vocabularySize).toBe(rows);
    expect(imported.warnings.map(inEnglish).join()).toContain(`186 pieces for ${rows} rows`);
    await verifyModel(workspace, imported.stored);
  });
});
