import { expect, it } from 'vitest';
import { catalogue } from '../messages/catalogue.ts';
import { groupLostRuns } from './group-lost-runs.ts';

const fold = (model: string, number: number) =>
  ({
    key: `fine-tune/hiv/${model}/fold-${number}`,
    kind: 'fine-tuning',
    task: 'hiv',
    model,
    fold: number - 1,
  }) as const;
const stage = { task: null, fold: null } as const;

it('folds of one model on one task are one line, in order; stages are a line each', () => {
  expect(
    groupLostRuns(
      [
        { ...stage, key: 'vocabulary/words', kind: 'vocabulary', model: null },
        { ...stage, key: 'pretrain/adapted', kind: 'pretraining', model: 'adapted' },
        fold('adapted', 10),
        fold('general', 1),
        fold('adapted', 2),
      ],
      catalogue.en,
    ),
  ).toEqual([
    'Vocabulary words',
    'Pre-training adapted',
    'hiv, adapted: folds 2, 10',
    'hiv, general: fold 1',
  ]);
});

it('nothing is no line', () => {
  expect(groupLostRuns([], catalogue.en)).toEqual([]);
});
