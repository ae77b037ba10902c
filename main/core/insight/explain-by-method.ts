import type { Advance } from '#core/base/advance.ts';
import type { MethodExplanation, WordBar } from '#core/domain/note-explanation.ts';
import { askNeighbours } from '#core/explanation/lime/ask-neighbours.ts';
import { weighAllWords } from '#core/explanation/lime/choose-words.ts';
import type { WeightedMoments } from '#core/explanation/lime/weighted-moments.ts';
import { occludeWords } from '#core/explanation/occlusion/occlude-words.ts';
import { summariseSeeds } from '#core/explanation/seeds/summarise-seeds.ts';
import type { Classify } from '#core/explanation/words/classify.ts';
import type { CutText } from '#core/explanation/words/remove-words.ts';
import type { ExplanationSettings } from './explanation-settings.ts';
import { SharedAdvance } from './share-advance.ts';

export interface ExplainedText {
  readonly cut: CutText;
  readonly classify: Classify;
  readonly classIndex: number;
}

type Explained = Omit<MethodExplanation, 'terms'>;

/** Below this R² a linear model says little of what the classifier does. */
const weakBelow = 0.5;

/** What each method makes of a text, in a table over all of them. */
export const explainBy: Record<
  MethodExplanation['method'],
  (text: ExplainedText, settings: ExplanationSettings, advance: Advance) => Promise<Explained>
> = { lime: explainByLime, occlusion: explainByOcclusion };

/** How much work each method is, in words of all versions of the text that are read. */
export const workOf: Record<
  MethodExplanation['method'],
  (wordCount: number, settings: ExplanationSettings) => number
> = {
  lime: (wordCount, { samples, seeds }) => seeds.length * samples * (wordCount / 2 + 2),
  occlusion: (wordCount) => (wordCount + 1) ** 2,
};

async function explainByLime(
  { cut, ...asked }: ExplainedText,
  { samples, seeds, featureCount }: ExplanationSettings,
  advance: Advance,
): Promise<Explained> {
  const shared = new SharedAdvance(advance, seeds.length);
  const ofSeeds: WeightedMoments[] = [];
  for (const seed of seeds) {
    const moments = await shared.part(1, (told) =>
      askNeighbours(cut, asked, { samples, seed }, told),
    );
    ofSeeds.push(moments);
  }
  const { words, surrogate, overlap, lowestR2 } = summariseSeeds(ofSeeds, featureCount);
  return {
    method: 'lime',
    weights: Array.from(weighAllWords(ofSeeds[0])),
    bars: words.map(({ word, value, lower, upper, chosenIn }): WordBar => {
      return { word, value, lower, upper, chosenIn };
    }),
    fit: {
      samples,
      seeds,
      r2: surrogate.r2,
      lowestR2,
      overlap,
      isWeak: lowestR2 === null || lowestR2 < weakBelow,
    },
  };
}

async function explainByOcclusion(
  { cut, ...asked }: ExplainedText,
  { featureCount }: ExplanationSettings,
  advance: Advance,
): Promise<Explained> {
  const weights = await occludeWords(cut, asked, advance);
  return {
    method: 'occlusion',
    weights: Array.from(weights),
    bars: barsOf(weights, featureCount),
    fit: null,
  };
}

/** The words that weigh most, for or against. */
function barsOf(weights: Float64Array, count: number): WordBar[] {
  return Array.from(weights.keys())
    .sort((one, other) => Math.abs(weights[other]) - Math.abs(weights[one]))
    .slice(0, count)
    .map((word) => ({ word, value: weights[word], lower: null, upper: null, chosenIn: null }));
}
