import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AutoTokenizer, env } from '@xenova/transformers';
import { expect, test } from 'vitest';
import { generateSampleFiles } from '#core/sample/generate.ts';
import { trainWordPiece } from '#core/tokenise/train-wordpiece.ts';

env.allowRemoteModels = false;

test('transformers.js opens a vocabulary that we trained and gives the same ids', async () => {
  const files = generateSampleFiles({ seed: 1, size: 'small' });
  const lines = files
    .filter(({ path }) => path.startsWith('corpora/'))
    .flatMap(({ content }) => content.split('\n'));
  const tokenizer = trainWordPiece(lines, {
    vocabularySize: 1200,
    minFrequency: 2,
    lowercase: false,
    limitAlphabet: 200,
  });
  const root = mkdtempSync(join(tmpdir(), 'anamnesis-tokenizer-'));
  mkdirSync(join(root, 'ours'));
  for (const [name, content] of Object.entries(tokenizer.toFiles())) {
    writeFileSync(join(root, 'ours', name), content);
  }
  env.localModelPath = root;
  const theirs = await AutoTokenizer.from_pretrained('ours', { local_files_only: true });
  const { classification, separator } = tokenizer.special;
  for (const line of lines.slice(0, 300)) {
    const ids = [classification, ...tokenizer.encode(line).ids, separator];
    expect(theirs.encode(line)).toEqual(ids);
  }
  rmSync(root, { recursive: true });
});
