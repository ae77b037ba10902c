import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTokenizerFiles } from '#core/model/checkpoint/open-checkpoint.ts';
import { openCheckpointFolder } from '#core/library/checkpoint-folder.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('06-case-config-vs-json');
const text = 'Fiebre El KOORTS';
const cased = [174, 176, 41, 128, 128, 131, 133, 132];
const lower = [10, 96, 92, 89, 105, 92, 9, 99, 170];

describe.skipIf(folder === null)('06 (skipped where ../shared/cases is absent)', () => {
  test.each([
    ['case-json-lower-config-cased', cased, false],
    ['case-json-cased-config-lower', lower, true],
  ])('%s is read as transformers reads it, and exported so', async (name, ids, isLower) => {
    const files = await readTokenizerFiles(openCheckpointFolder(join(folder ?? '', name)));
    const tokenizer = openTokenizer(files);
    expect([...tokenizer.encode(text).ids]).toEqual(ids);
    expect(tokenizer.remarks.map(({ rule }) => rule)).toContain('settings-over-file');
    const exported = tokenizer.toFiles();
    expect(JSON.parse(exported['tokenizer.json'])).toMatchObject({
      normalizer: { lowercase: isLower },
    });
    expect(JSON.parse(exported['tokenizer_config.json'])).toMatchObject({
      do_lower_case: isLower,
    });
    expect([...openTokenizer(exported).encode(text).ids]).toEqual(ids);
  });
});
