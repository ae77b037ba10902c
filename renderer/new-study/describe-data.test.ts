import { expect, it } from 'vitest';
import { createFormats } from '../format/formats.ts';
import { catalogue } from '../messages/catalogue.ts';
import { describeData, describeLabels } from './describe-data.ts';

const { common, newStudy: say } = catalogue.en;
const format = createFormats('en');
const data = { name: 'c', format: 'csv', fileCount: 1, sizeBytes: 12_200, itemCount: 1_011 };
const describe = (more: { fileCount?: number; seenShare: number }) =>
  describeData({ ...data, ...more }, common.notes, say, format);

it('tells what was counted, and what was estimated from a part', () => {
  expect(describe({ seenShare: 1 })).toBe('1 file, 12.2 kB, 1,011 notes');
  expect(describe({ fileCount: 2, seenShare: 0.0345 })).toBe(
    '2 files, 12.2 kB, about 1,011 notes (looked at the first 3.5% only)',
  );
  expect(describe({ seenShare: 0.00001 })).toContain('the first < 0.01% only');
});

it('counts documents of the workspace, and files of the disk', () => {
  const told = ['set', 'collection', 'brat'].map((source) =>
    describeData(
      { ...data, format: source, fileCount: 3, seenShare: 1 },
      common.notes,
      say,
      format,
    ),
  );
  expect(told.map((text) => text.split(',')[0])).toEqual(['3 documents', '3 documents', '3 files']);
});

it('is said in other languages, with their numbers', () => {
  expect(
    describeData(
      { ...data, seenShare: 1 },
      catalogue.ro.common.notes,
      catalogue.ro.newStudy,
      createFormats('ro'),
    ),
  ).toBe('1 fișier, 12,2 kB, 1.011 note');
});

it('names a dozen classes at most', () => {
  const labels = Array.from({ length: 14 }, (_, index) => ({ label: `c${index}`, count: 2 }));
  expect(describeLabels(labels.slice(0, 2), say, format)).toBe('c0 2, c1 2');
  expect(describeLabels(labels, say, format)).toMatch(/c11 2, 2 more$/);
});
