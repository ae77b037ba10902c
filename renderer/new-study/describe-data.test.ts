import { expect, it } from 'vitest';
import { describeData, describeLabels } from './describe-data.ts';

const data = { name: 'c', format: 'csv', fileCount: 1, sizeBytes: 12_200, itemCount: 1_011 };

it('tells what was counted, and what was estimated from a part', () => {
  expect(describeData({ ...data, seenShare: 1 }, 'note', 'notes')).toBe(
    '1 file, 12.2 kB, 1,011 notes',
  );
  expect(describeData({ ...data, fileCount: 2, seenShare: 0.0345 }, 'note', 'notes')).toBe(
    '2 files, 12.2 kB, about 1,011 notes (looked at the first 3.5 % only)',
  );
  expect(describeData({ ...data, seenShare: 0.0001 }, 'note', 'notes')).toContain(
    'the first less than 0.1 % only',
  );
});

it('names a dozen classes at most', () => {
  const labels = Array.from({ length: 14 }, (_, index) => ({ label: `c${index}`, count: 2 }));
  expect(describeLabels(labels.slice(0, 2))).toBe('c0 2, c1 2');
  expect(describeLabels(labels)).toMatch(/c11 2, 2 more$/);
});
