import { expect, test } from 'vitest';

import { inferDateOrder, readDate } from './read-date.ts';

test.each([
  ['2026', '2026'],
  ['2026-11', '2026-11'],
  ['2026-11-30', '2026-11-30'],
  ['2026/1/5', '2026-01-05'],
  ['2026-11-30 14:05', '2026-11-30T14:05'],
  ['2026-11-30T14:05:33.5Z', '2026-11-30T14:05:33.5Z'],
  ['2026-11-30T14:05+0100', '2026-11-30T14:05+01:00'],
  ['20261130', '2026-11-30'],
  ['202611301405', '2026-11-30T14:05'],
  ['30-11-2026', '2026-11-30'],
  ['3.4.2026', '2026-04-03'],
  ['30/11/26', '2026-11-30'],
  ['30-11-2026 9:05', '2026-11-30T09:05'],
  ['30/11/2026 2:05 PM', '2026-11-30T14:05'],
  ['30-nov-2026', '2026-11-30'],
  ['3 maart 2026', '2026-03-03'],
  ['5 mrt. 2026', '2026-03-05'],
  ['30 de noviembre de 2026', '2026-11-30'],
  ['luni, 30 noiembrie 2026', '2026-11-30'],
  ['Nov 30, 2026', '2026-11-30'],
  ['29-02-2024', '2024-02-29'],
])('%s is %s', (cell, iso) => {
  expect(readDate(cell, 'day-month-year').iso).toBe(iso);
});

test('the order decides', () => {
  expect(readDate('04-03-2026', 'month-day-year').iso).toBe('2026-04-03');
  expect(readDate('26-03-04', 'year-month-day').iso).toBe('2026-03-04');
});

test.each([
  '29-02-2026',
  '31-04-2026',
  '00-01-2026',
  '12-13-2026',
  '2026-02-30',
  '2026-01-01 25:00',
])('%s cannot be', (cell) => {
  expect(readDate(cell, 'day-month-year')).toEqual({ iso: null, fault: 'impossible' });
});

test.each(['', 'onbekend', '45991', '1-2', 'x'.repeat(10_000)])('%j is no date', (cell) => {
  expect(readDate(cell, 'day-month-year')).toEqual({ iso: null, fault: 'unreadable' });
});

test('an order is inferred from dates that have one only', () => {
  expect(inferDateOrder(['01-02-2026', '2026-01-01'])).toEqual({ order: null, openCount: 1 });
  expect(inferDateOrder(['01-02-2026', '13-02-2026']).order).toBe('day-month-year');
  expect(inferDateOrder(['01-02-2026', '02-13-2026']).order).toBe('month-day-year');
});
