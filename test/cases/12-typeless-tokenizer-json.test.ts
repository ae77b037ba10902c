import { join } from 'node:path';
import { Tokenizer as RustTokenizer } from '@anush008/tokenizers';
import { Tokenizer as LibraryTokenizer } from '@huggingface/tokenizers';
import { expect, test } from 'vitest';
import { readTokenizerFiles } from '#core/model/checkpoint/open-checkpoint.ts';
import { openCheckpointFolder } from '#core/library/checkpoint-folder.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('12-typeless-tokenizer-json');
const text = 'koorts El 12.5';

test.skipIf(folder === null)(
  '12: the exported file says what was assumed (skipped where ../shared/cases is absent)',
  async () => {
    const source = openCheckpointFolder(join(folder ?? '', 'typeless-bare'));
    const tokenizer = openTokenizer(await readTokenizerFiles(source));
    expect(tokenizer.remarks.map(({ rule }) => rule)).toContain('model-type-assumed');
    const tokens = ['koorts', 'El', '1', '##2', '.', '5'];
    expect(Array.from(tokenizer.encode(text).ids, (id) => tokenizer.tokenOf(id))).toEqual(tokens);
    const files = tokenizer.toFiles();
    const rust = await RustTokenizer.fromString(files['tokenizer.json']).encode(text);
    expect(rust.getTokens().slice(1, -1)).toEqual(tokens);
    const library = new LibraryTokenizer(
      JSON.parse(files['tokenizer.json']) as object,
      JSON.parse(files['tokenizer_config.json']) as object,
    );
    expect(library.encode(text, { add_special_tokens: false }).tokens).toEqual(tokens);
  },
);
