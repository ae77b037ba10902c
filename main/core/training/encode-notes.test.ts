import { describe, expect, it } from 'vitest';

import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { encodeNotes } from './encode-notes.ts';

const vocabulary = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'fever', 'no', 'cough'];
const tokenizer = openTokenizer({ 'vocab.txt': vocabulary.join('\n') });
const [classification, separator, fever, no, cough] = [2, 3, 5, 6, 7];
const classes = ['absent', 'present'];
const noteOf = (text: string, label: string) => ({ id: text, text, label, groupId: null });

const encode = (maxTokens: number, ...notes: ReturnType<typeof noteOf>[]) =>
  encodeNotes(notes, tokenizer, { maxTokens, classes });

describe('notes as examples', () => {
  it('are asked for their class at the first token', () => {
    const notes = [noteOf('no fever', 'absent'), noteOf('cough', 'present')];
    expect(encode(20, ...notes)).toMatchObject({
      examples: [
        { ids: Int32Array.of(classification, no, fever, separator), labels: Int32Array.of(0) },
        { ids: Int32Array.of(classification, cough, separator), labels: Int32Array.of(1) },
      ],
      truncatedCount: 0,
    });
    for (const { positions } of encode(20, ...notes).examples) {
      expect(positions).toEqual(Int32Array.of(0));
    }
  });

  it('lose their end where they are longer than the model, and are counted then', () => {
    const note = noteOf('no fever no cough', 'absent');
    expect(encode(6, note)).toMatchObject({ truncatedCount: 0 });
    const { examples, truncatedCount } = encode(5, note);
    expect(truncatedCount).toBe(1);
    expect(examples[0].ids).toEqual(Int32Array.of(classification, no, fever, no, separator));
  });

  it('are special tokens alone where they are empty', () => {
    const { examples } = encode(20, noteOf(' \n', 'present'));
    expect(examples[0].ids).toEqual(Int32Array.of(classification, separator));
    expect(examples[0].labels).toEqual(Int32Array.of(1));
  });
});
