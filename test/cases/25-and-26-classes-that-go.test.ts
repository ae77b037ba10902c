import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { loadTask } from '#core/study/data/load-task.ts';
import { planSchema } from '#core/study/plan/plan-schema.ts';
import { caseFolder } from './case-folder.ts';

function read(folder: string | null, choice: object = {}) {
  const data = { format: 'csv', files: [join(folder ?? '', 'a.csv')] };
  const task = { kind: 'classification', data, folds: 5, ...choice };
  const plan = planSchema.parse({ name: 'plan', models: {}, tasks: { task } }).tasks.task;
  return loadTask(newWorkspace(), 'task', { plan, seed: 1, onRead: () => undefined });
}

const rare = caseFolder('25-one-rare-class');
describe.skipIf(rare === null)('a class of one note', () => {
  test('is refused by name and count, and can be left out or merged', () => {
    expect(() => read(rare)).toThrow(/a class that would be in one fold only.*"R05" \(1\)/);
    for (const choice of [
      { minimumCount: 2 },
      { labels: { R05: null } },
      { labels: { R05: 'R07.4' } },
    ]) {
      const task = read(rare, choice);
      expect(task.kind === 'classification' && task.classes).toEqual(['R07.4', 'R50.9']);
    }
  });
});

const long = caseFolder('26-long-label');
describe.skipIf(long === null)('a class whose name is too long', () => {
  test('is a warning before training, with its rows by rule and class', () => {
    const [warning] = read(long).warnings.map(inEnglish);
    expect(warning).toMatch(/^(\d+) of \d+ rows \(25 %\) left out: row-label-text \1\./);
    expect(warning).toMatch(/Nothing is left of “a label of \d+ characters” \(\d+\)\.$/);
  });
});
