import { expect, it } from 'vitest';
import { createPlanDrafts } from './plan-drafts.ts';

it('a draft of one study is not that of another, nor of a new one', async () => {
  const drafts = createPlanDrafts();
  await drafts.keep('first', '{"name": "first"}');
  await drafts.keep(null, '{');
  expect(await drafts.get('first')).toBe('{"name": "first"}');
  expect(await drafts.get(null)).toBe('{');
  expect(await drafts.get('second')).toBeNull();
  await drafts.keep('first', null);
  expect(await drafts.get('first')).toBeNull();
  expect(await drafts.get(null)).toBe('{');
});

it('the oldest of very many drafts are forgotten', async () => {
  const drafts = createPlanDrafts();
  for (let study = 0; study < 100; study++) await drafts.keep(String(study), 'x');
  await drafts.keep('0', 'y');
  await drafts.keep('100', 'x');
  expect(await drafts.get('0')).toBe('y');
  expect(await drafts.get('1')).toBeNull();
  expect(await drafts.get('2')).toBe('x');
});
