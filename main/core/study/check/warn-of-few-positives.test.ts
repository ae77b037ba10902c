import { expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { positiveLabel } from '../data/positive-class.ts';
import { warnOfFewPositives } from './warn-of-few-positives.ts';

const labels = (...counts: readonly number[]) => ({
  labels: counts.map((count, index) => ({ label: `class ${index}`, count })),
});
const warn = (plan: Parameters<typeof warnOfFewPositives>[0], ...counts: number[]) =>
  warnOfFewPositives(plan, labels(...counts), 1).map(inEnglish);

it('tells before a study that a wanted sensitivity cannot be claimed, and what would do', () => {
  const screening = { sensitivity: 0.95 };
  expect(warn({ screening }, 900, 58)).toEqual([
    'A threshold for a sensitivity of 95 % cannot be claimed with 95 % confidence: there are 58 notes of “class 1”, and 59 that stand alone are needed, even if none of them is missed.',
  ]);
  expect(warn({ screening }, 900, 59)).toEqual([]);
  expect(warn({ screening, positiveClass: 'class 0' }, 900, 5)).toEqual([]);
  expect(warn({}, 900, 5)).toEqual([]);
  // Of two that are alike rare it speaks of the one that the study will look for.
  const tied = { labels: ['no', 'yes'], notes: [{ label: 'no' }, { label: 'yes' }] };
  const looked = { labels: tied.labels.map((label) => ({ label, count: 40 })) };
  const [told] = warnOfFewPositives({ screening }, looked, 1).map(inEnglish);
  expect(told).toContain(`“${positiveLabel(tied, undefined)}”`);
});

it('counts what is not looked at by what is, and asks for a class among several', () => {
  const screening = { sensitivity: 0.95 };
  expect(warnOfFewPositives({ screening }, labels(300, 30), 0.5)).toEqual([]);
  expect(warn({ screening }, 100, 100, 100)).toEqual([
    'The plan wants a threshold (screening), and the task has 3 classes: name the one that is looked for as positiveClass.',
  ]);
  expect(warn({ screening, positiveClass: 'class 2' }, 100, 100, 9)).toHaveLength(1);
});
