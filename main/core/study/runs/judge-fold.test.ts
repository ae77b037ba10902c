import { describe, expect, it } from 'vitest';
import type { TaggedSentence } from '#core/domain/text.ts';
import { judgeNotes, judgeSentences } from './judge-fold.ts';

const logits = (...values: number[]) => [Float32Array.from(values)];

describe('the notes of a fold', () => {
  const note = (id: string, label: string) => ({ id, label, text: 'secret', groupId: `p-${id}` });
  const notes = [note('1', 'yes'), note('2', 'no'), note('3', 'yes')];
  const judged = judgeNotes(notes, [logits(-1, 2), logits(0.5, 0.25), logits(3, 3)], ['no', 'yes']);

  it('are judged by their largest logit, the first of equal ones', () => {
    const accuracy = judged.metrics.find(({ name }) => name === 'accuracy');
    expect(accuracy?.value).toBeCloseTo(2 / 3, 12);
  });

  it('are kept with what was said of them, and without their text', () => {
    expect(judged.predictions).toEqual({
      kind: 'classification',
      classes: ['no', 'yes'],
      notes: [
        { id: '1', groupId: 'p-1', truth: 1, logits: [-1, 2] },
        { id: '2', groupId: 'p-2', truth: 0, logits: [0.5, 0.25] },
        { id: '3', groupId: 'p-3', truth: 1, logits: [3, 3] },
      ],
    });
  });
});

describe('the sentences of a fold', () => {
  const tags = ['O', 'B-SIGN', 'I-SIGN'];
  const sentence = (id: string, truth: string[]): TaggedSentence => ({
    id,
    text: truth.map(() => 'w').join(' '),
    words: truth.map((_, index) => ({ start: 2 * index, end: 2 * index + 1 })),
    tags: truth,
    groupId: 'd1',
  });
  const example = {
    ids: new Int32Array(),
    positions: new Int32Array(),
    labels: new Int32Array(),
  };
  /** Logits that give the tag this probability, and the others equal shares of what is left. */
  const sure = (tag: number, probability: number) =>
    Float32Array.from(tags, (_, index) =>
      Math.log(index === tag ? probability : (1 - probability) / 2),
    );

  it('are read through all their windows, a word that was not asked as outside', () => {
    const asked = [
      {
        sentence: sentence('1', ['B-SIGN', 'I-SIGN', 'O', 'B-SIGN']),
        windows: [
          { words: [0, 1], example },
          { words: [3], example },
        ],
      },
      { sentence: sentence('2', ['O', 'O']), windows: [{ words: [0, 1], example }] },
    ];
    const { metrics, predictions } = judgeSentences(
      asked,
      [[sure(1, 0.9), sure(2, 0.6)], [sure(0, 0.8)], [sure(1, 0.5), sure(1, 0.7)]],
      tags,
    );
    expect(predictions).toMatchObject({
      kind: 'entities',
      sentences: [
        {
          id: '1',
          groupId: 'd1',
          wordCount: 4,
          truth: [
            { start: 0, end: 2, type: 'SIGN' },
            { start: 3, end: 4, type: 'SIGN' },
          ],
          predicted: [{ start: 0, end: 2, type: 'SIGN' }],
        },
        {
          id: '2',
          truth: [],
          predicted: [
            { start: 0, end: 1, type: 'SIGN' },
            { start: 1, end: 2, type: 'SIGN' },
          ],
        },
      ],
    });
    const scores =
      predictions.kind === 'entities'
        ? predictions.sentences.flatMap(({ predicted }) => predicted.map(({ score }) => score))
        : [];
    [0.75, 0.5, 0.7].forEach((expected, index) => {
      expect(scores[index]).toBeCloseTo(expected, 6);
    });
    const valueOf = (name: string) =>
      metrics.find((each) => each.name === name && each.entityType === null)?.value;
    expect(valueOf('precision-micro')).toBeCloseTo(1 / 3, 12);
    expect(valueOf('recall-micro')).toBeCloseTo(1 / 2, 12);
  });
});
