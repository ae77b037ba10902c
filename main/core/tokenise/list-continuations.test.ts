import { expect, it } from 'vitest';
import { listContinuations } from './list-continuations.ts';
import { openTokenizer } from './open-tokenizer.ts';
import { trainByteLevelBpe } from './train-byte-level-bpe.ts';

it('pieces of WordPiece go on with a word where they begin with ##', () => {
  const pieces = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'koorts', '##ig', '##e'];
  const tokenizer = openTokenizer({ 'vocab.txt': pieces.join('\n') });
  expect([...(listContinuations(tokenizer) ?? [])]).toEqual([0, 0, 0, 0, 0, 0, 1, 1]);
});

it('tokens of byte-level BPE begin a word where a blank is before them', () => {
  const tokenizer = trainByteLevelBpe(['geen koorts, koortsig en koorts'], {
    ...{ vocabularySize: 300, minFrequency: 2 },
  });
  const continuations = listContinuations(tokenizer) ?? new Uint8Array();
  const { ids } = tokenizer.encode('geen koortsig');
  const spelled = Array.from(ids, (id) => tokenizer.tokenOf(id));
  expect(Array.from(ids, (id) => continuations[id] === 1)).toEqual(
    spelled.map((token) => !token.startsWith('Ġ')),
  );
  expect(spelled.filter((token) => token.startsWith('Ġ'))).toHaveLength(1);
  for (const id of tokenizer.specialIds) expect(continuations[id]).toBe(0);
});
