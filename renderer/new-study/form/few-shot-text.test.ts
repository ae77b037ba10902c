import { expect, it } from 'vitest';
import { readExamples, showExamples } from './few-shot-text.ts';

it('numbers of examples are written with commas, and what is none stays as it was typed', () => {
  expect(readExamples(' 10,50 , all,')).toEqual([10, 50, 'all']);
  expect(readExamples('some, 1.5')).toEqual(['some', '1.5']);
  expect(readExamples('')).toEqual([]);
  expect(showExamples([10, 'all'])).toBe('10, all');
  expect(showExamples(undefined)).toBe('');
});
