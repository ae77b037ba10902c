import { expect, it } from 'vitest';
import type { ModelLine } from '#contract/models.ts';
import { orderingModels, readOrder } from './order-choice.ts';

const look = { key: null, colour: 'blue', pattern: 'solid' } as const;
const line = (id: string, head: ModelLine['head'], isOfFold = false) =>
  ({ id, head, isOfFold }) as ModelLine;

it('An order is asked for when all that it needs is there', () => {
  const none = { modelId: null, label: '', seed: null };
  expect(readOrder('listed', none)).toEqual({ by: 'listed' });
  expect(readOrder('random', none)).toBeNull();
  expect(readOrder('random', { ...none, seed: -1 })).toBeNull();
  expect(readOrder('random', { ...none, seed: 3 })).toEqual({ by: 'random', seed: 3 });
  expect(readOrder('uncertain', none)).toBeNull();
  const asked = { ...none, modelId: 'm' };
  expect(readOrder('uncertain', asked)).toEqual({ by: 'uncertain', modelId: 'm' });
  expect(readOrder('likely', asked)).toBeNull();
  const likely = { by: 'likely', modelId: 'm', label: 'yes' };
  expect(readOrder('likely', { ...asked, label: 'yes' })).toEqual(likely);
});

it('Models that learned here come first; none of a fold, and none of what is not labelled here', () => {
  const models = [
    line('other', 'sequence-classification'),
    line('fold', 'sequence-classification', true),
    line('encoder', null),
    line('marks', 'token-classification'),
    line('own', 'sequence-classification'),
  ];
  const own = [{ labels: 'classes', studyId: 's', modelId: 'own' }] as const;
  const classes = [{ name: 'yes', ...look }];
  const ids = (of: Parameters<typeof orderingModels>[1]) =>
    orderingModels(models, of, own).map(({ id }) => id);
  expect(ids({ classes, types: [] })).toEqual(['own', 'other']);
  expect(ids({ classes, types: classes })).toEqual(['own', 'other', 'marks']);
  expect(ids({ classes: [], types: classes })).toEqual(['marks']);
});
