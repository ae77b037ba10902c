import { expect, test } from 'vitest';
import { isAnamnesisError } from '#core/base/error.ts';
import { orderModels } from './check-references.ts';
import { readPlan } from './read-plan.ts';

const scratch = { kind: 'scratch', vocabulary: 'words' };
const minimal = {
  name: 'study',
  corpora: { notes: { files: ['notes.txt'] } },
  vocabularies: { words: { corpora: ['notes'] } },
  models: { general: { start: scratch } },
  tasks: { screen: { kind: 'classification', data: { format: 'csv', files: ['a.csv'] } } },
};
const read = (plan: object) => readPlan(JSON.stringify(plan), 'plan.json');
const failure = (plan: object | string) => {
  try {
    if (typeof plan === 'string') readPlan(plan, 'plan.json');
    else read(plan);
  } catch (error) {
    if (isAnamnesisError(error)) return error;
    throw error;
  }
  throw new Error('the plan was accepted');
};

test('fills what is left out with the values of the study', () => {
  const plan = read(minimal);
  expect(plan.tasks.screen).toMatchObject({ folds: 10, batchSize: 16, learningRate: 2e-5 });
  expect(plan.seed).toBe(42);
});

test('names an unknown key and its place', () => {
  const error = failure({ ...minimal, models: { general: { start: { ...scratch, layer: 3 } } } });
  expect(error.code).toBe('plan.invalid');
  expect(error.message).toContain('models.general.start');
  expect(error.message).toContain('layer');
});

test('refuses what is not JSON', () => {
  expect(failure('{ "name": ').code).toBe('plan.not-json');
});

test('refuses a name that is not defined and lists those that are', () => {
  const error = failure({ ...minimal, comparisons: [{ model: 'adapted', against: 'general' }] });
  expect(error.code).toBe('plan.unknown-name');
  expect(error.details.expected).toBe('one of general');
});

test('refuses models that descend from each other', () => {
  const error = failure({
    ...minimal,
    models: {
      a: { start: { kind: 'model', model: 'b' } },
      b: { start: { kind: 'model', model: 'a' } },
    },
  });
  expect(error.code).toBe('plan.circular');
});

test('refuses heads that do not divide the hidden size', () => {
  const error = failure({
    ...minimal,
    models: { general: { start: { ...scratch, hiddenSize: 100, heads: 3 } } },
  });
  expect(error.details.found).toBe('hiddenSize 100 and 3 heads');
});

test('orders parents before children', () => {
  const plan = read({
    ...minimal,
    models: {
      adapted: { start: { kind: 'model', model: 'general' } },
      general: { start: scratch },
    },
  });
  expect(orderModels(plan)).toEqual(['general', 'adapted']);
});
