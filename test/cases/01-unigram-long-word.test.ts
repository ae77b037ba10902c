import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('01-unigram-long-word');

const special = ['<s>', '<pad>', '</s>', '<unk>', '<mask>'];
const letters = Array.from('▁abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=.,:');

describe.skipIf(folder === null)('01 (skipped where ../shared/cases is absent)', () => {
  test.each(['q-150000.txt', 'note-with-attachment.txt'])('%s is cut', (name) => {
    const text = readFileSync(join(folder ?? '', name), 'utf8');
    const tokenizer = openTokenizer({
      'tokenizer.json': JSON.stringify({
        model: {
          ...{ type: 'Unigram', unk_id: 3 },
          vocab: [...special, ...letters].map((piece, id) => [piece, -id]),
        },
        pre_tokenizer: { type: 'Metaspace', replacement: '▁' },
      }),
    });
    const { ids } = tokenizer.encode(text);
    expect(ids.length).toBeGreaterThanOrEqual(150_000);
    expect(ids.length).toBeLessThanOrEqual(text.length + 1);
  });
});
