import { expect, it } from 'vitest';
import { chooseModels } from './choose-models.ts';

const models = ['s/screen/general/fold-1', 's/screen/adapted/fold-1', 's/screen/adapted/final'].map(
  (reference, index) => ({ id: `m${index}`, reference }),
);
const example = { of: 'example', studyId: 's', task: 'screen', place: 0 } as const;

it('begins with the models of the fold of an example, else with those of its task', () => {
  expect(chooseModels(models, { ...example, fold: 0 })).toEqual(['m0', 'm1']);
  expect(chooseModels(models, { ...example, fold: 3 })).toEqual(['m2']);
  expect(chooseModels(models, { ...example, task: 'other', fold: 0 })).toEqual(['m0']);
  expect(chooseModels([], { ...example, fold: 0 })).toEqual([]);
});

it('begins with the model that was come from, or the first', () => {
  expect(chooseModels(models, { of: 'model', modelId: 'm2' })).toEqual(['m2']);
  expect(chooseModels(models, null)).toEqual(['m0']);
});
