import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { forgetful } from '#core/base/remember.ts';
import { listExplainedWords, type WordUnit } from '../words/explained-words.ts';
import { cutAtWords, keepWords } from '../words/remove-words.ts';
import { askNeighbours } from './ask-neighbours.ts';
import { drawMasks, type Masks } from './draw-masks.ts';
import { fitSurrogate } from './fit-surrogate.ts';
import { neighbourWeights } from './neighbour-weights.ts';
import { weightedMoments } from './weighted-moments.ts';

interface Reference {
  readonly text: string;
  readonly explanations: readonly {
    readonly unit: WordUnit;
    readonly features: number;
    readonly words: readonly string[];
    readonly texts: readonly string[];
    readonly masks: readonly string[];
    readonly weights: readonly number[];
    readonly probabilities: readonly number[];
    readonly intercept: number;
    readonly coefficients: readonly (readonly [number, number])[];
    readonly r2: number;
    readonly ofText: number;
  }[];
}

const reference = JSON.parse(
  readFileSync(new URL('../../../../test/fixtures/explanation/lime.json', import.meta.url), 'utf8'),
) as Reference;

const readMasks = (rows: readonly string[]): Masks => ({
  samples: rows.length,
  words: rows[0].length,
  isKept: Uint8Array.from(rows.join(''), Number),
  keptCounts: Int32Array.from(rows, (row) => row.replaceAll('0', '').length),
});

describe.each(reference.explanations)('lime by $unit, $features words', (expected) => {
  const masks = readMasks(expected.masks);
  it('takes the same words out of the text', () => {
    const words = listExplainedWords(reference.text, expected.unit);
    expect(words.map(({ word }) => word)).toEqual(expected.words);
    const cut = cutAtWords(reference.text, words);
    const texts = expected.texts.map((_, index) =>
      keepWords(cut, Uint8Array.from(expected.masks[index], Number)),
    );
    expect(texts).toEqual(expected.texts);
  });

  it('gives the coefficients of lime 0.2.0.1 for its own masks and scores', () => {
    const weights = neighbourWeights(masks);
    for (const [index, weight] of expected.weights.entries()) {
      expect(weights[index]).toBeCloseTo(weight, 12);
    }
    const moments = weightedMoments(masks, weights, Float64Array.from(expected.probabilities));
    const { coefficients, intercept, r2, ofText } = fitSurrogate(moments, expected.features);
    expect(coefficients.map(({ word }) => word)).toEqual(
      expected.coefficients.map(([word]) => word),
    );
    for (const [place, [, value]] of expected.coefficients.entries()) {
      expect(coefficients[place].value).toBeCloseTo(value, 9);
    }
    expect(intercept).toBeCloseTo(expected.intercept, 9);
    expect(r2).toBeCloseTo(expected.r2, 9);
    expect(ofText).toBeCloseTo(expected.ofText, 9);
  });
});

it('draws each number of removed words, and each word, equally often', () => {
  const { words, isKept, keptCounts } = drawMasks(4, 40_001, new RandomStream(1, 'test'));
  expect(Array.from(isKept.subarray(0, words))).toEqual([1, 1, 1, 1]);
  const ofCount = [0, 1, 2, 3].map((kept) => keptCounts.filter((each) => each === kept).length);
  for (const count of ofCount) expect(Math.abs(count - 10_000)).toBeLessThan(400);
  for (let word = 0; word < words; word++) {
    const kept = keptCounts.reduce((sum, _, sample) => sum + isKept[sample * words + word], 0);
    // A quarter each of 0, 1, 2 and 3 words of four stand: 37.5 %.
    expect(Math.abs(kept / 40_001 - 0.375)).toBeLessThan(0.01);
  }
});

it('finds a planted word first in 100 of 100 notes, and says the same with the same seed', async () => {
  const random = new RandomStream(5, 'planted');
  const text = (index: number) =>
    Array.from({ length: 60 }, () => `w${random.integer(40)}`).join(' ') + ` gepland ${index}`;
  // 0.8 with the word, 0.3 without, and what the others do to it.
  const classify = (texts: readonly string[]) =>
    Promise.resolve(
      texts.map((each) => {
        const noise = 0.1 * Math.sin(each.length);
        return [0, (each.includes('gepland') ? 0.8 : 0.3) + noise];
      }),
    );
  const explain = async (note: string) => {
    const words = listExplainedWords(note, 'word');
    const settings = { samples: 300, seed: 3 };
    const asked = { classify, classIndex: 1 };
    const cut = cutAtWords(note, words);
    const effects = { advance: () => Promise.resolve(), remember: forgetful };
    const moments = await askNeighbours(cut, asked, settings, effects);
    const { coefficients, ofText } = fitSurrogate(moments, 10);
    return { first: words[coefficients[0].word].word, ofText, coefficients };
  };
  const notes = Array.from({ length: 100 }, (_, index) => text(index));
  const said = await Promise.all(notes.map(explain));
  expect(said.filter(({ first }) => first === 'gepland')).toHaveLength(100);
  expect(await explain(notes[0])).toEqual(said[0]);
});
