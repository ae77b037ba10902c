import { describe, expect, it } from 'vitest';
import type { FoldPredictions } from '#core/domain/predictions.ts';
import { listErrors, type ModelOnFold } from './list-errors.ts';

const notes = (logits: readonly (readonly number[])[]): FoldPredictions => ({
  kind: 'classification',
  classes: ['no', 'yes'],
  notes: logits.map((each, place) => ({
    id: `note ${place}`,
    groupId: null,
    truth: place % 2,
    logits: each,
  })),
});

describe('listErrors of notes', () => {
  const folds: ModelOnFold[] = [
    {
      model: 'a',
      fold: 0,
      predictions: notes([
        [1, 0],
        [3, 0],
        [0, 1],
      ]),
    },
    {
      model: 'b',
      fold: 0,
      predictions: notes([
        [0, 5],
        [0, 2],
        [1, 0],
      ]),
    },
    {
      model: 'a',
      fold: 1,
      predictions: notes([
        [2, 0],
        [4, 0],
      ]),
    },
  ];

  it('puts what the models were surest and wrong of first, with what each said', () => {
    const found = listErrors(folds, { of: null });
    expect(found.kind).toBe('classification');
    expect(found.errors.map(({ fold, place }) => [fold, place])).toEqual([
      [1, 1],
      [0, 0],
      [0, 1],
      [0, 2],
    ]);
    expect(found.errors[1]).toMatchObject({
      id: 'note 0',
      truth: 'no',
      answers: [
        { model: 'a', given: 'no', isRight: true },
        { model: 'b', given: 'yes', isRight: false },
      ],
    });
    const [answer] = listErrors(folds, { of: null }).errors[0].answers;
    expect(answer).toMatchObject({
      probabilityOfTruth: expect.closeTo(1 / (1 + Math.exp(4)), 12) as number,
    });
  });

  it('lists what one model gets wrong, and its order is that model’s', () => {
    const places = (of: string) =>
      listErrors(folds, { of }).errors.map(({ fold, place }) => [fold, place]);
    expect(places('b')).toEqual([[0, 0]]);
    expect(places('a')).toEqual([
      [1, 1],
      [0, 1],
      [0, 2],
    ]);
    expect(places('unknown')).toEqual([]);
  });

  it('is empty without folds, and survives a probability of 0', () => {
    expect(listErrors([], { of: null }).errors).toEqual([]);
    const sure = { model: 'a', fold: 0, predictions: notes([[-2e6, 0]]) };
    expect(listErrors([sure], { of: null }).errors).toHaveLength(1);
  });
});

describe('listErrors of entities', () => {
  const sentence = (id: string, predicted: [number, number, string][]): FoldPredictions => ({
    kind: 'entities',
    sentences: [
      {
        ...{ id, groupId: 'document', wordCount: 9 },
        truth: [
          { start: 0, end: 2, type: 'DISEASE' },
          { start: 4, end: 5, type: 'DRUG' },
        ],
        predicted: predicted.map(([start, end, type]) => ({ start, end, type, score: 0.9 })),
      },
    ],
  });

  it('counts what is missed, invented and wrong in ends or type', () => {
    const folds: ModelOnFold[] = [
      {
        model: 'a',
        fold: 0,
        predictions: sentence('s0', [
          [0, 2, 'DISEASE'],
          [4, 5, 'DRUG'],
        ]),
      },
      {
        model: 'a',
        fold: 1,
        predictions: sentence('s1', [
          [0, 1, 'DISEASE'],
          [7, 8, 'DRUG'],
        ]),
      },
      { model: 'b', fold: 1, predictions: sentence('s1', []) },
      {
        model: 'b',
        fold: 0,
        predictions: sentence('s0', [
          [0, 2, 'DISEASE'],
          [4, 5, 'DISEASE'],
        ]),
      },
    ];
    const { errors } = listErrors(folds, { of: null });
    expect(errors.map(({ id }) => id)).toEqual(['s1', 's0']);
    expect(errors[0]).toMatchObject({
      trueEntities: 2,
      answers: [
        { model: 'a', right: 0, wrong: 1, missed: 1, invented: 1 },
        { model: 'b', right: 0, wrong: 0, missed: 2, invented: 0 },
      ],
    });
    expect(errors[1]).toMatchObject({ answers: [{ right: 2 }, { right: 1, wrong: 1 }] });
    expect(listErrors(folds, { of: 'a' }).errors.map(({ id }) => id)).toEqual(['s1']);
  });
});
