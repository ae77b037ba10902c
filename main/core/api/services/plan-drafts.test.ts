import { expect, it } from 'vitest';
import { createPlanDrafts } from './plan-drafts.ts';

it('a draft of one study is not that of another, nor of a new one', async () => {
  const drafts = createPlanDrafts();
  await drafts.keep('ana', { studyId: 'first', planText: '{"name": "first"}' });
  await drafts.keep('ana', { studyId: null, planText: '{' });
  expect(await drafts.get('ana', 'first')).toBe('{"name": "first"}');
  expect(await drafts.get('ana', null)).toBe('{');
  expect(await drafts.get('ana', 'second')).toBeNull();
  await drafts.keep('ana', { studyId: 'first', planText: null });
  expect(await drafts.get('ana', 'first')).toBeNull();
  expect(await drafts.get('ana', null)).toBe('{');
});

it('a draft of one person is not that of another', async () => {
  const drafts = createPlanDrafts();
  await drafts.keep('ana', { studyId: null, planText: 'of Ana' });
  await drafts.keep('ben', { studyId: null, planText: 'of Ben' });
  await drafts.keep('ben', { studyId: 'first', planText: 'x' });
  expect(await drafts.get('ana', null)).toBe('of Ana');
  expect(await drafts.get('ben', null)).toBe('of Ben');
  expect(await drafts.get('ana', 'first')).toBeNull();
});

it('the oldest of very many drafts are forgotten', async () => {
  const drafts = createPlanDrafts();
  const keep = (study: number, planText: string) =>
    drafts.keep('ana', { studyId: String(study), planText });
  for (let study = 0; study < 100; study++) await keep(study, 'x');
  await keep(0, 'y');
  await keep(100, 'x');
  expect(await drafts.get('ana', '0')).toBe('y');
  expect(await drafts.get('ana', '1')).toBeNull();
  expect(await drafts.get('ana', '2')).toBe('x');
});
