import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLabelledCsv } from '#core/import/read-labelled-csv.ts';
import { remarkNumbers } from '#core/import/remark-numbers.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('14-pandas-floats');

describe.skipIf(folder === null)('whole numbers with .0, or: the case is not at hand', () => {
  it('are remarked on, in classes and patients, and so is a list of labels', () => {
    const bytes = readFileSync(join(folder ?? '', 'labels.csv'));
    const columns = { text: 'text', label: 'label', group: 'patient' };
    const { items } = readLabelledCsv(bytes, 'labels.csv', { columns });
    const labels = [...new Set(items.map(({ label }) => label))].map((label) => ({
      label,
      count: 1,
    }));
    const groups = new Set(items.map(({ groupId }) => groupId ?? ''));
    const problems = remarkNumbers({ labels, groups }, 'labels.csv');
    expect(problems.map(({ rule }) => rule)).toEqual([
      'label-number',
      'label-number',
      'group-number',
      'label-list',
    ]);
    expect(problems[2].detail).toMatch(/^2 groups/);
  });
});
