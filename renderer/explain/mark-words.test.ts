import { expect, it } from 'vitest';
import { markWords } from './mark-words.ts';
import { reachOf } from './reach-of.ts';

const bar = (word: number, value: number, lower: number | null = null, upper = lower) => ({
  ...{ word, value, lower, upper, chosenIn: null },
});
const said = {
  words: [
    { word: 'geen', spans: [{ start: 0, end: 4 }] },
    {
      word: 'koorts',
      spans: [
        { start: 5, end: 11 },
        { start: 13, end: 19 },
      ],
    },
  ],
  methods: [
    {
      ...({ method: 'lime', weights: [-0.1, 0.4], fit: null, path: null, terms: null } as const),
      bars: [bar(1, 0.4), bar(0, -0.1)],
    },
  ],
};

it('cuts a text at the words of the bars, each wherever it stands', () => {
  const text = 'geen koorts, koorts!';
  const stretches = markWords(text, said, 'lime');
  expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);
  expect(stretches.filter(({ weight }) => weight !== null)).toEqual([
    { text: 'geen', weight: -0.1, strength: 0.25 },
    { text: 'koorts', weight: 0.4, strength: 1 },
    { text: 'koorts', weight: 0.4, strength: 1 },
  ]);
  expect(markWords(text, said, 'occlusion')).toEqual([{ text, weight: null, strength: 0 }]);
});

it('has one scale for all bars, intervals included', () => {
  const of = (bars: readonly ReturnType<typeof bar>[]) =>
    ({ methods: [{ ...said.methods[0], bars }] }) as unknown as Parameters<typeof reachOf>[0][0];
  const wide = bar(0, 0.2, -0.9, 1.3);
  expect(reachOf([of([bar(0, -0.4)]), of([wide])], 'lime')).toBe(1.3);
  expect(reachOf([of([bar(0, -0.4)])], 'lime')).toBe(0.4);
  expect(reachOf([], 'lime')).toBeGreaterThan(0);
});
