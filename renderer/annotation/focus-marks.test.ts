import { expect, it } from 'vitest';
import { givenSpan } from './testing/given-span.ts';
import { listMarks, markAround, neighbourMark } from './focus-marks.ts';

const suggestion = {
  kind: 'span',
  id: 's',
  from: { by: 'model', name: 'm', score: 0.9, suggestion: null },
  type: 'DRUG',
  fragments: [{ start: 30, end: 35 }],
  attributes: {},
} as const;
const marks = listMarks(
  [givenSpan('inner', 12, 18), givenSpan('outer', 10, 20), givenSpan('first', 0, 4)],
  [suggestion],
);
const selected = (start: number, end: number) => ({ start, end, side: 'end' as const });

it('marks are walked in the order of the text, the wider of those that begin alike first', () => {
  const walked = [];
  let at = neighbourMark(marks, null, null, 1);
  for (; at !== null; at = neighbourMark(marks, at, null, 1)) walked.push(at.id);
  expect(walked).toEqual(['first', 'outer', 'inner', 's']);
  expect(neighbourMark(marks, null, selected(11, 12), 1)?.id).toBe('inner');
  expect(neighbourMark(marks, null, selected(11, 12), -1)?.id).toBe('outer');
  expect(neighbourMark(marks, { kind: 'span', id: 'first' }, null, -1)).toBeNull();
});

it('the narrowest mark around a selection is met', () => {
  expect(markAround(marks, selected(13, 15))?.id).toBe('inner');
  expect(markAround(marks, selected(13, 19))?.id).toBe('outer');
  expect(markAround(marks, selected(19, 25))).toBeNull();
  expect(markAround(marks, null)).toBeNull();
});
