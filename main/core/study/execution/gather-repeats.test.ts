import { expect, it } from 'vitest';
import { gatherRepeats } from './gather-repeats.ts';

it('tells what repeats at its first, 10th, 100th and 1,000th time, and nothing else of it', () => {
  const told: string[] = [];
  const say = gatherRepeats((text) => told.push(text));
  for (let time = 0; time < 1500; time++) say('the disk is full');
  say('another state');
  expect(told).toEqual([
    'the disk is full',
    'the disk is full (10 times so far)',
    'the disk is full (100 times so far)',
    'the disk is full (1000 times so far)',
    'another state',
  ]);
});
