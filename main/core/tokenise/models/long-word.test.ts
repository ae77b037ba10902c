import { describe, expect, test } from 'vitest';
import { openTokenizer } from '../open-tokenizer.ts';

/** What an attachment in base64, or a key that stuck, leaves in a note. */
const length = 150_000;
const word = 'q'.repeat(length);
const special = ['<s>', '<pad>', '</s>', '<unk>', '<mask>'];
const open = (model: object, parts: object) =>
  openTokenizer({ 'tokenizer.json': JSON.stringify({ model, ...parts }) });

const sentencePiece = (pieces: readonly string[]) => ({
  type: 'Unigram',
  unk_id: 3,
  vocab: [...special, ...pieces].map((piece, id) => [piece, -id]),
});
const metaspace = { pre_tokenizer: { type: 'Metaspace', replacement: '▁' } };
const byteLevel = { pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false } };
const ids = (tokens: readonly string[]) =>
  Object.fromEntries([...special, ...tokens].map((token, id) => [token, id]));

const kinds: Readonly<Record<string, ReturnType<typeof open>>> = {
  'Unigram, word by word': open(sentencePiece(['▁', 'q']), metaspace),
  'Unigram, over spaces': open(sentencePiece(['▁', 'q', 'a▁b']), metaspace),
  'byte-level BPE': open({ type: 'BPE', vocab: ids(['q']), merges: [] }, byteLevel),
  BPE: open({ type: 'BPE', unk_token: '<unk>', vocab: ids(['q']), merges: [] }, {}),
  'BPE that spells in bytes': open(
    { type: 'BPE', byte_fallback: true, vocab: ids(['<0x71>']), merges: [] },
    {},
  ),
  'WordPiece without a limit': open(
    {
      ...{ type: 'WordPiece', unk_token: '<unk>', continuing_subword_prefix: '##' },
      max_input_chars_per_word: 1_000_000,
      vocab: ids(['q', '##q']),
    },
    { pre_tokenizer: { type: 'BertPreTokenizer' } },
  ),
};

describe('A word of 150,000 characters', () => {
  test.each(Object.entries(kinds))(
    'in known pieces: %s',
    { timeout: 20_000 },
    (_kind, tokenizer) => {
      const { ids, starts, ends } = tokenizer.encode(word);
      const mark = ids.length - length;
      expect([0, 1]).toContain(mark);
      expect([...starts.slice(-3)]).toEqual([length - 3, length - 2, length - 1]);
      expect([...ends.slice(-3)]).toEqual([length - 2, length - 1, length]);
      expect(new Set(ids.subarray(mark + 1)).size).toBe(1);
    },
  );

  test('that no piece of a Unigram vocabulary covers is one unknown token', () => {
    const tokenizer = open(sentencePiece(['▁', 'a']), metaspace);
    expect([...tokenizer.encode(`a ${word}`).ids]).toEqual([5, 6, 5, 3]);
  });
});
