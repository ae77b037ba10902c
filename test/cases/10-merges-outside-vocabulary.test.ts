import { join } from 'node:path';
import { Tokenizer as RustTokenizer } from '@anush008/tokenizers';
import { expect, test } from 'vitest';
import { readTokenizerFiles } from '#core/model/checkpoint/open-checkpoint.ts';
import { openCheckpointFolder } from '#core/library/checkpoint-folder.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('10-merges-outside-vocabulary');

test.skipIf(folder === null)(
  '10: told, unknown where a byte has no piece, and open to others (skipped where ../shared/cases is absent)',
  async () => {
    const source = openCheckpointFolder(join(folder ?? '', 'robbert-no-newline'));
    const tokenizer = openTokenizer(await readTokenizerFiles(source));
    expect(tokenizer.remarks.map(({ rule }) => rule)).toEqual(['merges-left-out', 'bytes-unknown']);
    const { unknown, classification, separator } = tokenizer.special;
    const ids = [...tokenizer.encode('a\nb').ids];
    expect(ids).toEqual([101, unknown, 102]);
    const rust = RustTokenizer.fromString(tokenizer.toFiles()['tokenizer.json']);
    expect(Array.from((await rust.encode('a\nb')).getIds())).toEqual([
      classification,
      ...ids,
      separator,
    ]);
  },
);
