import { expect, it } from 'vitest';
import { stepOf } from './steps.ts';

const failure = { code: 'plan.invalid', expected: 'a', found: 'b', remedy: 'c', place: null };

it('leads to the step whose fields show the place', () => {
  expect(stepOf({ ...failure, field: ['tasks', 'screen', 'folds'] })).toBe('data');
  expect(stepOf({ ...failure, field: ['vocabularies', 'words', 'size'] })).toBe('models');
  expect(stepOf({ ...failure, field: ['name'] })).toBe('purpose');
  expect(stepOf({ ...failure, field: ['engine'] })).toBe('last');
  expect(stepOf(failure)).toBe('last');
});
