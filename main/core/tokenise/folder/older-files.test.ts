import { Tokenizer as RustTokenizer } from '@anush008/tokenizers';
import { describe, expect, test } from 'vitest';
import { openTokenizer } from '../open-tokenizer.ts';

const special = ['<s>', '<pad>', '</s>', '<unk>', '<mask>'];
const idsOf = (tokens: readonly string[]) =>
  Object.fromEntries([...special, ...tokens].map((token, id) => [token, id]));
const open = (tokens: readonly string[], merges: string, more: Record<string, object> = {}) =>
  openTokenizer({
    'vocab.json': JSON.stringify(idsOf(tokens)),
    'merges.txt': merges,
    ...Object.fromEntries(
      Object.entries(more).map(([name, value]) => [name, JSON.stringify(value)]),
    ),
  });
const rulesOf = ({ remarks }: ReturnType<typeof open>) => remarks.map(({ rule }) => rule);

describe('Merges of pieces that the vocabulary lacks', () => {
  // It has the line feed twice, and not once: as RobBERT's first version.
  const tokenizer = open(['a', 'b', 'ĊĊ', 'ab'], '#version: 0.2\nĊ Ċ\na b\nb a\n');

  test('are left out with a word, and bytes without a piece are unknown', () => {
    expect(rulesOf(tokenizer)).toEqual(['merges-left-out', 'bytes-unknown']);
    const [merges, bytes] = tokenizer.remarks;
    expect(merges.detail).toContain('2 merges');
    expect(bytes.detail).toContain('254 of the 256 bytes');
    const { ids, starts } = tokenizer.encode('a\nb\n\nab');
    expect([...ids]).toEqual([5, 3, 6, 3, 3, 8]);
    expect([...starts]).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test('do not keep others from opening what is exported', async () => {
    const files = tokenizer.toFiles();
    const rust = RustTokenizer.fromString(files['tokenizer.json']);
    expect(Array.from((await rust.encode('a\nb\n\nab')).getIds())).toEqual([
      0, 5, 3, 6, 3, 3, 8, 2,
    ]);
    expect(files['merges.txt']).toBe('#version: 0.2\na b\n');
    // RoBERTa's class builds a model that knows no unknown token.
    expect(JSON.parse(files['tokenizer_config.json'])).toMatchObject({
      tokenizer_class: 'PreTrainedTokenizerFast',
    });
  });

  test('are left out of a tokenizer.json as well, whose lost bytes are told of', () => {
    const model = { type: 'BPE', vocab: idsOf(['a', 'b', 'ab']), merges: ['a b', 'b c'] };
    const pre_tokenizer = { type: 'ByteLevel', add_prefix_space: false };
    const read = openTokenizer({ 'tokenizer.json': JSON.stringify({ model, pre_tokenizer }) });
    expect(rulesOf(read)).toEqual(['merges-left-out', 'bytes-left-out']);
    expect([...read.encode('ab\n').ids]).toEqual([7]);
  });
});

describe('merges.txt', () => {
  const reference = open(['a', 'b', 'ab'], '#version: 0.2\na b\n').fingerprint;

  test.each([
    ['without a last line break', '#version: 0.2\na b'],
    ['without a first line', 'a b\n'],
    [
      'with its maker in the first line',
      '#version: 0.2 - Trained by `huggingface/tokenizers`\na b\n',
    ],
    ['with a byte order mark', '\uFEFF#version: 0.2\na b\n'],
    ['with blanks at the ends of lines', '#version: 0.2 \r\na b \r\n\r\n'],
  ])('is read %s', (_what, merges) => {
    expect(open(['a', 'b', 'ab'], merges).fingerprint).toBe(reference);
  });
});

describe('Where tokens are named twice', () => {
  const names = { mask_token: 'a', unk_token: { content: '<unk>', lstrip: false } };
  const older = { mask_token: 'b' };

  test('special_tokens_map.json counts, unless tokenizer_config.json lists all tokens', () => {
    const files = { 'special_tokens_map.json': older, 'tokenizer_config.json': names };
    expect(open(['a', 'b'], '', files).special).toMatchObject({ mask: 6, unknown: 3 });
    const listed = { ...names, added_tokens_decoder: {} };
    expect(open(['a', 'b'], '', { ...files, 'tokenizer_config.json': listed }).special.mask).toBe(
      5,
    );
  });

  test('tokens of added_tokens.json stand beside a tokenizer.json that lacks them', () => {
    const model = { type: 'WordPiece', unk_token: { content: '<unk>' }, vocab: idsOf(['tos']) };
    const read = openTokenizer({
      'tokenizer.json': JSON.stringify({ model, pre_tokenizer: { type: 'BertPreTokenizer' } }),
      'added_tokens.json': JSON.stringify({ '[NOMBRE]': 6, tos: 99 }),
    });
    expect([...read.encode('tos [NOMBRE]').ids]).toEqual([5, 6]);
    expect(read.vocabularySize).toBe(7);
  });
});

test.each(['additional_special_tokens', 'extra_special_tokens'])(
  'Pieces that a folder lists as %s are looked for whole; what is no piece has no row',
  (key) => {
    const vocab = idsOf(['tos', '[', 'NOMBRE', ']', '[NOMBRE]']);
    const configuration = JSON.stringify({ [key]: ['[NOMBRE]', { content: '[NUEVO]' }] });
    const model = { type: 'WordPiece', unk_token: '<unk>', vocab };
    const newer = openTokenizer({
      'tokenizer.json': JSON.stringify({ model, pre_tokenizer: { type: 'BertPreTokenizer' } }),
      'tokenizer_config.json': configuration,
    });
    const older = openTokenizer({
      'vocab.txt': Object.keys(vocab).join('\n'),
      'tokenizer_config.json': configuration,
    });
    for (const tokenizer of [newer, older]) {
      expect([...tokenizer.encode('tos [NOMBRE]').ids]).toEqual([5, 9]);
      expect(tokenizer.vocabularySize).toBe(10);
      expect([...openTokenizer(tokenizer.toFiles()).encode('tos [NOMBRE]').ids]).toEqual([5, 9]);
    }
  },
);

test('An exported folder holds nothing of the machine from which a tokenizer came', () => {
  const path = '/home/someone/models/bert';
  const told = {
    ...{ name_or_path: path, tokenizer_file: `${path}/tokenizer.json`, vocab_file: path },
    ...{
      special_tokens_map_file: path,
      auto_map: { AutoTokenizer: [path, null] },
      cache_dir: path,
    },
    ...{ padding_side: 'left', truncation_side: 'left', split_special_tokens: true },
    ...{ model_max_length: 66, clean_up_tokenization_spaces: false },
  };
  const files = open(['a'], '', { 'tokenizer_config.json': told }).toFiles();
  expect(Object.values(files).join()).not.toContain('/home');
  expect(JSON.parse(files['tokenizer_config.json'])).toEqual({
    tokenizer_class: 'PreTrainedTokenizerFast',
    add_prefix_space: false,
    ...{ pad_token: '<pad>', unk_token: '<unk>', mask_token: '<mask>' },
    ...{ cls_token: '<s>', sep_token: '</s>', bos_token: '<s>', eos_token: '</s>' },
    ...{ padding_side: 'right', truncation_side: 'right' },
    ...{ model_max_length: 66, clean_up_tokenization_spaces: false },
  });
});

test('A model of words without a type is none of pieces where no class says so', () => {
  const files = {
    'tokenizer.json': JSON.stringify({ model: { unk_token: '<unk>', vocab: idsOf(['tos']) } }),
    'tokenizer_config.json': JSON.stringify({ tokenizer_class: 'PreTrainedTokenizerFast' }),
  };
  expect(() => openTokenizer(files)).toThrow(
    expect.objectContaining({ code: 'tokenise.part-unsupported' }) as Error,
  );
});
