import { describe, expect, it } from 'vitest';

import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { classAnswers, encodeNotes } from './encode-notes.ts';

const vocabulary = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'fever', 'no', 'cough'];
const tokenizer = openTokenizer({ 'vocab.txt': vocabulary.join('\n') });
const [classification, separator, fever, no, cough] = [2, 3, 5, 6, 7];
const classes = ['absent', 'present'];
const noteOf = (text: string, label: string) => ({ id: text, text, label, groupId: null });

const encode = (maxTokens: number, ...notes: ReturnType<typeof noteOf>[]) => {
  const { windows, ...counts } = encodeNotes(notes, tokenizer, {
    ...{ maxTokens, reading: 'head' as const, answersOf: classAnswers(classes) },
  });
  return { examples: windows.flat(), ...counts };
};

describe('notes as examples', () => {
  it('are asked for their class at the first token', () => {
    const notes = [noteOf('no fever', 'absent'), noteOf('cough', 'present')];
    expect(encode(20, ...notes)).toMatchObject({
      examples: [
        { ids: Int32Array.of(classification, no, fever, separator), labels: Int32Array.of(0) },
        { ids: Int32Array.of(classification, cough, separator), labels: Int32Array.of(1) },
      ],
      cutCount: 0,
    });
    for (const { positions } of encode(20, ...notes).examples) {
      expect(positions).toEqual(Int32Array.of(0));
    }
  });

  it('lose their end where they are longer than the model, and are counted then', () => {
    const note = noteOf('no fever no cough', 'absent');
    expect(encode(6, note)).toMatchObject({ cutCount: 0, unreadCount: 0 });
    const { examples, ...counts } = encode(5, note);
    expect(counts).toEqual({ cutCount: 1, tokenCount: 4, unreadCount: 1 });
    expect(examples[0].ids).toEqual(Int32Array.of(classification, no, fever, no, separator));
  });

  it('are special tokens alone where they are empty', () => {
    const { examples } = encode(20, noteOf(' \n', 'present'));
    expect(examples[0].ids).toEqual(Int32Array.of(classification, separator));
    expect(examples[0].labels).toEqual(Int32Array.of(1));
  });

  it('are read whole in windows that overlap, each with the class of the note', () => {
    const note = noteOf('no fever no cough no fever', 'present');
    const answersOf = classAnswers(classes);
    const options = { maxTokens: 6, answersOf, reading: 'windows-mean' as const };
    const { windows, ...counts } = encodeNotes(
      [note, noteOf('cough', 'absent')],
      tokenizer,
      options,
    );
    expect(counts).toEqual({ cutCount: 1, tokenCount: 7, unreadCount: 0 });
    expect(windows[0].map(({ ids }) => [...ids.subarray(1, -1)])).toEqual([
      [no, fever, no, cough],
      [cough, no, fever],
    ]);
    expect(windows[0].map(({ labels }) => labels[0])).toEqual([1, 1]);
    expect(windows[1]).toHaveLength(1);
  });
});
