import { expect, it } from 'vitest';
import { catalogue } from '../messages/catalogue.ts';
import { createFormats } from './formats.ts';
import { describeTimeLeft } from './time-left.ts';

it.each([
  [4_000, 'a few seconds left'],
  [44_000, 'about 40 s left'],
  [57_000, 'about 1 min left'],
  [100_000, 'about 2 min left'],
  [3_599_000, 'about 1 h 00 min left'],
  [7_530_000, 'about 2 h 06 min left'],
])('%d ms left is %s', (durationMs, text) => {
  expect(describeTimeLeft(durationMs, catalogue.en.common, createFormats('en'))).toBe(text);
});
