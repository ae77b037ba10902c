import { describe, expect, test } from 'vitest';
import { AnamnesisError, isAnamnesisError } from '#core/base/error.ts';
import { openTokenizer } from './open-tokenizer.ts';

const bert = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'tos', '##bre', 'fie'];
const vocabularyText = `${bert.join('\n')}\n`;
const vocab = Object.fromEntries(bert.map((token, id) => [token, id]));
const json = (value: unknown) => ({ 'tokenizer.json': JSON.stringify(value) });

function failureOf(files: Record<string, string>): AnamnesisError {
  try {
    openTokenizer(files);
  } catch (error) {
    if (isAnamnesisError(error)) return error;
    throw error;
  }
  return expect.fail('opened what it should refuse');
}

describe('opening a vocabulary', () => {
  test('from vocab.txt: lines are ids, in whatever way the lines end', () => {
    const unix = openTokenizer({ 'vocab.txt': vocabularyText });
    const windows = openTokenizer({ 'vocab.txt': `\uFEFF${bert.join('\r\n')}` });
    expect(unix.vocabularySize).toBe(8);
    expect([...unix.encode('fiebre tos').ids]).toEqual([7, 6, 5]);
    expect(windows.fingerprint).toBe(unix.fingerprint);
  });

  test('tells a lower-casing vocabulary by its pieces where nothing says so', () => {
    expect([...openTokenizer({ 'vocab.txt': vocabularyText }).encode('TOS').ids]).toEqual([5]);
    const cased = openTokenizer({ 'vocab.txt': `${vocabularyText}Fie\n` });
    expect([...cased.encode('TOS').ids]).toEqual([1]);
    const told = {
      'vocab.txt': `${vocabularyText}Fie\n`,
      'tokenizer_config.json': '{"do_lower_case":true}',
    };
    expect([...openTokenizer(told).encode('TOS').ids]).toEqual([5]);
  });

  test('with other names for the special tokens, written as text or as objects', () => {
    const tokenizer = openTokenizer({
      'vocab.txt': '<p>\n<u>\n<c>\n<x>\n<m>\ntos',
      'special_tokens_map.json': JSON.stringify({
        pad_token: '<p>',
        unk_token: { content: '<u>', lstrip: false },
        cls_token: '<c>',
      }),
      'tokenizer_config.json': JSON.stringify({ sep_token: '<x>', mask_token: '<m>' }),
    });
    expect(tokenizer.special).toEqual({
      padding: 0,
      unknown: 1,
      classification: 2,
      separator: 3,
      mask: 4,
    });
    expect([...tokenizer.encode('tos <m> fiebre').ids]).toEqual([5, 4, 1]);
  });

  test('with added tokens, of which the special ones are known as such', () => {
    const tokenizer = openTokenizer(
      json({
        added_tokens: [
          { id: 8, content: '[PATIENT]', special: true },
          { id: 10, content: 'VIH', special: false, normalized: true },
        ],
        normalizer: { type: 'BertNormalizer', lowercase: true },
        pre_tokenizer: { type: 'BertPreTokenizer' },
        model: { type: 'WordPiece', unk_token: '[UNK]', vocab },
      }),
    );
    expect(tokenizer.vocabularySize).toBe(11);
    expect([...tokenizer.specialIds].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 8]);
    const { ids, starts, ends } = tokenizer.encode('tos[PATIENT] vih');
    expect([...ids]).toEqual([5, 8, 10]);
    expect([...starts]).toEqual([0, 3, 13]);
    expect([...ends]).toEqual([3, 12, 16]);
    expect(tokenizer.tokenOf(10)).toBe('VIH');
    expect(tokenizer.tokenOf(9)).toBe('[UNK]');
  });

  test('with the tokens that older layouts keep in a file of their own', () => {
    const added = JSON.stringify({ '[PATIENT]': 8, covid: 9 });
    const tokenizer = openTokenizer({ 'vocab.txt': vocabularyText, 'added_tokens.json': added });
    expect(tokenizer.vocabularySize).toBe(10);
    const { ids, starts } = tokenizer.encode('tos[PATIENT] COVIDtos');
    expect([...ids]).toEqual([5, 8, 9, 5]);
    expect([...starts]).toEqual([0, 3, 13, 18]);
    const again = openTokenizer(tokenizer.toFiles());
    expect(again.fingerprint).toBe(tokenizer.fingerprint);

    const letters = ['<s>', '<pad>', '</s>', '<unk>', 'a', 'b'];
    const roberta = openTokenizer({
      'vocab.json': JSON.stringify(Object.fromEntries(letters.map((token, id) => [token, id]))),
      'merges.txt': '',
      'added_tokens.json': JSON.stringify({ '<mask>': 6, abba: 7 }),
    });
    expect(roberta.special.mask).toBe(6);
    expect([...roberta.encode('abbaab<mask>').ids]).toEqual([7, 4, 5, 6]);
    expect(failureOf({ 'vocab.txt': vocabularyText, 'added_tokens.json': '{"a":"b"}' }).code).toBe(
      'tokenise.definition-malformed',
    );
  });

  test('takes the last line of a token that stands on several, as transformers does', () => {
    const tokenizer = openTokenizer({ 'vocab.txt': `${vocabularyText}tos\n` });
    expect(tokenizer.vocabularySize).toBe(9);
    expect([...tokenizer.encode('tos fiebre').ids]).toEqual([8, 7, 6]);
    const again = openTokenizer(tokenizer.toFiles());
    expect(again.vocabularySize).toBe(9);
    expect(again.fingerprint).toBe(tokenizer.fingerprint);
  });

  test('looks for added tokens as the folder says, in newer folders and in older ones', () => {
    const open = (files: Record<string, object>) =>
      openTokenizer({
        'vocab.txt': vocabularyText,
        'added_tokens.json': '{"[NOMBRE]":8}',
        ...Object.fromEntries(
          Object.entries(files).map(([name, value]) => [name, JSON.stringify(value)]),
        ),
      });
    // Not told: a word of the text, in whatever case.
    expect([...open({}).encode('tos [nombre]').ids]).toEqual([5, 8]);
    const flags = { lstrip: false, rstrip: false, single_word: false };
    const name = { content: '[NOMBRE]', ...flags, normalized: false, special: true };
    const newer = open({ 'tokenizer_config.json': { added_tokens_decoder: { 8: name } } });
    expect([...newer.encode('tos [nombre]').ids]).toEqual([5, 1, 1, 1]);
    expect([...newer.encode('tos [NOMBRE]').ids]).toEqual([5, 8]);
    expect(newer.specialIds.has(8)).toBe(true);

    const mask = { content: '[MASK]', ...flags, lstrip: true };
    const older = open({ 'special_tokens_map.json': { mask_token: mask } });
    expect([...older.encode('tos [MASK]').ids]).toEqual([5, 4]);
    const ids = ['<s>', '<pad>', '</s>', '<unk>', 'a', 'Ġ', '<mask>'].map((each, id) => [each, id]);
    const roberta = (told: { lstrip: boolean; rstrip: boolean }) =>
      openTokenizer({
        'vocab.json': JSON.stringify(Object.fromEntries(ids)),
        'merges.txt': '',
        'special_tokens_map.json': JSON.stringify({ mask_token: { content: '<mask>', ...told } }),
      }).encode('a <mask> a').ids;
    expect([...roberta({ lstrip: true, rstrip: false })]).toEqual([4, 6, 5, 4]);
    expect([...roberta({ lstrip: false, rstrip: false })]).toEqual([4, 5, 6, 5, 4]);
    expect([...roberta({ lstrip: true, rstrip: true })]).toEqual([4, 6, 4]);
  });

  test('reads merges with and without their first line, and a space before the text', () => {
    const open = (merges: string, configuration: object = {}) =>
      openTokenizer({
        'vocab.json': JSON.stringify(
          Object.fromEntries(
            ['<s>', '<pad>', '</s>', '<unk>', '<mask>', 'a', 'Ġ', 'Ġa'].map((token, id) => [
              token,
              id,
            ]),
          ),
        ),
        'merges.txt': merges,
        'tokenizer_config.json': JSON.stringify(configuration),
      });
    const bare = open('Ġ a\n');
    const headed = open('#version: 0.2\r\nĠ a\r\n');
    expect(headed.fingerprint).toBe(bare.fingerprint);
    expect([...bare.encode('a a').ids]).toEqual([5, 7]);
    expect([...open('Ġ a', { add_prefix_space: true }).encode('a a').ids]).toEqual([7, 7]);
  });

  test('finds the longest of the added tokens that begin at a place', () => {
    const added = ['VIH', 'VIH-1', 'VIH-1-RNA'].map((content, place) => ({
      id: 8 + place,
      content,
      special: true,
    }));
    const tokenizer = openTokenizer(
      json({ added_tokens: added, model: { type: 'WordPiece', unk_token: '[UNK]', vocab } }),
    );
    expect([...tokenizer.encode('VIH-1VIH-1-RNAVIHtos').ids]).toEqual([9, 10, 8, 5]);
  });

  test('gives another fingerprint when anything that changes ids changes', () => {
    const open = (configuration: object, text = vocabularyText) =>
      openTokenizer({
        'vocab.txt': text,
        'tokenizer_config.json': JSON.stringify(configuration),
      }).fingerprint;
    const fingerprints = [
      open({}),
      open({ do_lower_case: false }),
      open({ strip_accents: false }),
      open({ tokenize_chinese_chars: false }),
      open({ mask_token: 'tos' }),
      open({}, vocabularyText.replace('tos\n##bre', '##bre\ntos')),
    ];
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
    for (const without of [{ model_max_length: 128 }, { remove_space: true }]) {
      expect(open(without)).toBe(open({}));
    }
  });

  test('cuts words with accents as whole words under a Whitespace pre-tokenizer', () => {
    const tokenizer = openTokenizer(
      json({
        pre_tokenizer: { type: 'Whitespace' },
        model: { type: 'WordPiece', unk_token: '[UNK]', vocab: { ...vocab, alérgica: 8 } },
      }),
    );
    expect([...tokenizer.encode('tos alérgica').ids]).toEqual([5, 8]);
  });
});

describe('refusing a vocabulary', () => {
  const model = { type: 'WordPiece', unk_token: '[UNK]', vocab };

  test.each<[string, Record<string, string>, string]>([
    ['no files', {}, 'tokenise.vocabulary-missing'],
    ['other files', { 'config.json': '{}' }, 'tokenise.vocabulary-missing'],
    ['vocab.json without merges.txt', { 'vocab.json': '{}' }, 'tokenise.vocabulary-missing'],
    ['an empty vocab.txt', { 'vocab.txt': '' }, 'tokenise.special-token-missing'],
    [
      'no mask token',
      { 'vocab.txt': vocabularyText.replace('[MASK]', 'x') },
      'tokenise.special-token-missing',
    ],
    [
      'a special token that is named but not there',
      { 'vocab.txt': vocabularyText, 'tokenizer_config.json': '{"pad_token":"<p>"}' },
      'tokenise.special-token-missing',
    ],
    ['half a JSON file', { 'tokenizer.json': '{"model":' }, 'tokenise.definition-malformed'],
    ['a list', { 'tokenizer.json': '[]' }, 'tokenise.definition-malformed'],
    [
      'lists within lists without end, which could not be written again',
      {
        'vocab.txt': vocabularyText,
        'tokenizer_config.json': `{"chat_template":${'['.repeat(200_000)}${']'.repeat(200_000)}}`,
      },
      'tokenise.definition-malformed',
    ],
    ['no model', json({}), 'tokenise.definition-malformed'],
    [
      'an id that is no number',
      json({ model: { vocab: { a: 'b' } } }),
      'tokenise.definition-malformed',
    ],
    [
      'a Unigram list as WordPiece',
      json({ model: { ...model, vocab: bert.map((token) => [token, 0]) } }),
      'tokenise.definition-malformed',
    ],
    [
      'a broken tokenizer_config.json',
      { 'vocab.txt': vocabularyText, 'tokenizer_config.json': '{' },
      'tokenise.definition-malformed',
    ],
    [
      'a broken merge',
      { 'vocab.json': JSON.stringify(vocab), 'merges.txt': '#version: 0.2\na b c' },
      'tokenise.definition-malformed',
    ],
    [
      'half a merge in tokenizer.json',
      json({ model: { vocab, merges: ['tos'], type: 'BPE' } }),
      'tokenise.definition-malformed',
    ],
    [
      'a pattern that is none',
      json({ model, pre_tokenizer: { type: 'Split', pattern: { Regex: '(' } } }),
      'tokenise.definition-malformed',
    ],
    [
      'a pattern within a sequence that a text could keep busy without end',
      json({
        model,
        normalizer: {
          type: 'Sequence',
          normalizers: [{ type: 'Replace', pattern: { Regex: '(a+)+$' }, content: 'a' }],
        },
      }),
      'tokenise.pattern-unbounded',
    ],
    [
      'an unknown model',
      json({ model: { ...model, type: 'WordLevel' } }),
      'tokenise.part-unsupported',
    ],
    [
      'an unknown normalizer',
      json({ model, normalizer: { type: 'Nmt' } }),
      'tokenise.part-unsupported',
    ],
    [
      'an unknown pre-tokenizer',
      json({ model, pre_tokenizer: { type: 'UnicodeScripts' } }),
      'tokenise.part-unsupported',
    ],
  ])('%s', (_name, files, code) => {
    const error = failureOf(files);
    expect(error.code).toBe(code);
    const { expected, found, remedy } = error.details;
    for (const sentence of [expected, found, remedy]) expect(sentence).not.toBe('');
  });

  test('never quotes what a file holds: it may be a note under a wrong name', () => {
    const note = 'Paciente Juan con tos';
    for (const content of [note, `["${note}"]`, `{"model":{"vocab":{"${note}":"${note}"}}}`]) {
      const error = failureOf({ 'tokenizer.json': content });
      expect(error.message).not.toContain('Juan');
      expect(error.cause).toBeUndefined();
    }
  });
});
