import { expect, it } from 'vitest';
import { planSchema } from '../plan/plan-schema.ts';
import { tellOfLongTexts } from './tell-of-long-texts.ts';

const data = { format: 'csv', files: ['x'] };
function planOf(task: object) {
  return planSchema.parse({ name: 'plan', models: {}, tasks: { task } }).tasks.task;
}
const notes = (longNotes: string) =>
  planOf({ kind: 'classification', data, maxTokens: 102, longNotes });

/** Of 400 and 1,200 characters: about 100 and 300 tokens, of which 200 are beyond 100. */
const measured = { lengths: [400, 1200], seenShare: 0.5 };

it('says how much of the text of long notes each way to read them leaves out', () => {
  expect(tellOfLongTexts(notes('head'), measured)).toBe(
    'About 2 notes are longer than 102 tokens: their head alone, as the plan has it, leaves out 50 % of all text; head and tail as much, windows nothing ("longNotes").',
  );
  expect(tellOfLongTexts(notes('head-tail'), measured)).toContain('head and tail, as the plan has');
  expect(tellOfLongTexts(notes('windows-mean'), measured)).toContain('which leave out nothing');
});

it('says nothing where all fits, and that sentences lose nothing', () => {
  expect(tellOfLongTexts(notes('head'), { lengths: [400], seenShare: 1 })).toBeNull();
  const sentences = planOf({
    kind: 'entities',
    data: { format: 'bio', files: ['x'] },
    maxTokens: 102,
  });
  expect(tellOfLongTexts(sentences, measured)).toBe(
    'About 2 sentences are longer than 102 tokens and are read in several windows, which leave out nothing.',
  );
});
