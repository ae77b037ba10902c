import { expect, it } from 'vitest';
import { forgetful } from '#core/base/remember.ts';
import { askNeighbours } from '../lime/ask-neighbours.ts';
import { fitSurrogate } from '../lime/fit-surrogate.ts';
import { listExplainedWords } from '../words/explained-words.ts';
import { cutAtWords } from '../words/remove-words.ts';
import { summariseSeeds } from './summarise-seeds.ts';

const text = Array.from({ length: 20 }, (_, word) => `w${word}`).join(' ');
const cut = cutAtWords(text, listExplainedWords(text, 'word'));
const ofSeeds = (classify: (text: string) => number, samples: number) =>
  Promise.all(
    Array.from({ length: 10 }, (_, seed) =>
      askNeighbours(
        cut,
        {
          classify: (texts) => Promise.resolve(texts.map((each) => [classify(each)])),
          classIndex: 0,
        },
        { samples, seed },
        { advance: () => Promise.resolve(), remember: forgetful },
      ),
    ),
  );
const has = (each: string, word: string) => each.split(' ').includes(word);

it('has narrow intervals where the classifier is linear, and the same first words', async () => {
  const linear = (each: string) =>
    0.1 +
    [3, 5, 7, 11, 13].reduce((sum, word) => sum + (has(each, `w${word}`) ? word / 100 : 0), 0);
  const seeds = await ofSeeds(linear, 400);
  const { words, overlap, lowestR2, surrogate } = summariseSeeds(seeds, 5);
  expect(surrogate).toEqual(fitSurrogate(seeds[0], 5));
  expect(words.map(({ word }) => word)).toEqual([13, 11, 7, 5, 3]);
  expect(words.map(({ chosenIn }) => chosenIn)).toEqual([10, 10, 10, 10, 10]);
  expect(overlap).toBe(1);
  expect(lowestR2).toBeGreaterThan(0.99);
  for (const { word, lower, upper } of words) {
    expect(upper! - lower!).toBeLessThan(0.01);
    // The penalty of 1 draws coefficients a little towards 0.
    expect((lower! + upper!) / 2 / (word / 100)).toBeGreaterThan(0.9);
  }
});

it('has wide ones, and little in common, where it says anything', async () => {
  const noise = (each: string) => Math.abs(Math.sin(each.length * 12.9898 + each.charCodeAt(1)));
  const { overlap, lowestR2 } = summariseSeeds(await ofSeeds(noise, 100), 5);
  expect(overlap).toBeLessThan(0.7);
  expect(lowestR2).toBeLessThan(0.5);
});

it('has no R² of a classifier that always says the same', async () => {
  const { lowestR2, words } = summariseSeeds(await ofSeeds(() => 0.5, 50), 10);
  expect(lowestR2).toBeNull();
  expect(words.every(({ value }) => value === 0)).toBe(true);
});
