import type { Advance } from '#core/base/advance.ts';
import { AnamnesisError } from '#core/base/error.ts';
import type { Remember } from '#core/base/remember.ts';
import type { MethodExplanation, WordBar } from '#core/domain/note-explanation.ts';
import type { PathGradients } from '#core/domain/path-gradients.ts';
import { integrateGradients } from '#core/explanation/gradients/integrate-gradients.ts';
import { mergePieces } from '#core/explanation/gradients/merge-pieces.ts';
import { askNeighbours } from '#core/explanation/lime/ask-neighbours.ts';
import { weighAllWords } from '#core/explanation/lime/choose-words.ts';
import type { WeightedMoments } from '#core/explanation/lime/weighted-moments.ts';
import { occludeWords } from '#core/explanation/occlusion/occlude-words.ts';
import { summariseSeeds } from '#core/explanation/seeds/summarise-seeds.ts';
import type { Classify } from '#core/explanation/words/classify.ts';
import type { ExplainedWord } from '#core/explanation/words/explained-words.ts';
import type { CutText } from '#core/explanation/words/remove-words.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import type { ExplanationSettings } from './explanation-settings.ts';
import { SharedAdvance } from './share-advance.ts';

export interface ExplainedText {
  readonly words: readonly ExplainedWord[];
  readonly cut: CutText;
  readonly classify: Classify;
  readonly classIndex: number;
  readonly tokenizer: Tokenizer;
  /** Tokens that the model reads, special ones included. */
  readonly maxTokens: number;
  /** Null where nobody asks for gradients. */
  readonly gradients: PathGradients | null;
}

/** What explaining needs of the world. */
export interface ExplainingEffects {
  readonly advance: Advance;
  /** What was done before a kill is not done again. */
  readonly remember: Remember;
}

type Explained = Omit<MethodExplanation, 'terms'>;

/** Below this R² a linear model says little of what the classifier does. */
const weakBelow = 0.5;

/** What each method makes of a text, in a table over all of them. */
export const explainBy: Record<
  MethodExplanation['method'],
  (
    text: ExplainedText,
    settings: ExplanationSettings,
    effects: ExplainingEffects,
  ) => Promise<Explained>
> = {
  lime: explainByLime,
  occlusion: explainByOcclusion,
  'integrated-gradients': explainByGradients,
};

/** How much work each method is, in words of all versions of the text that are read. */
export const workOf: Record<
  MethodExplanation['method'],
  (wordCount: number, settings: ExplanationSettings) => number
> = {
  lime: (wordCount, { samples, seeds }) => seeds.length * samples * (wordCount / 2 + 2),
  occlusion: (wordCount) => (wordCount + 1) ** 2,
  // A step goes forward and backward.
  'integrated-gradients': (wordCount) => 3 * firstSteps * (wordCount + 2),
};

async function explainByLime(
  { cut, classify, classIndex }: ExplainedText,
  { samples, seeds, featureCount }: ExplanationSettings,
  { advance, remember }: ExplainingEffects,
): Promise<Explained> {
  const shared = new SharedAdvance(advance, 'lime', seeds.length);
  const ofSeeds: WeightedMoments[] = [];
  for (const seed of seeds) {
    const moments = await shared.part(1, (told) =>
      askNeighbours(cut, { classify, classIndex }, { samples, seed }, { advance: told, remember }),
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
    path: null,
  };
}

async function explainByOcclusion(
  { cut, classify, classIndex }: ExplainedText,
  { featureCount }: ExplanationSettings,
  effects: ExplainingEffects,
): Promise<Explained> {
  const weights = await occludeWords(cut, { classify, classIndex }, effects);
  return {
    method: 'occlusion',
    weights: Array.from(weights),
    bars: barsOf(weights, featureCount),
    fit: null,
    path: null,
  };
}

/** Enough for most notes; where attributions do not add up, twice as many, and so on. */
const firstSteps = 50;
const mostSteps = 400;
const incompleteAbove = 0.05;

/** As a whole: it takes seconds. */
function explainByGradients(
  text: ExplainedText,
  settings: ExplanationSettings,
  { advance, remember }: ExplainingEffects,
): Promise<Explained> {
  return remember('gradients', () => askGradients(text, settings, advance));
}

async function askGradients(
  { cut, words, tokenizer, maxTokens, classIndex, gradients }: ExplainedText,
  { featureCount }: ExplanationSettings,
  advance: Advance,
): Promise<Explained> {
  if (gradients === null) refuseGradients();
  const { padding, classification, separator } = tokenizer.special;
  const encoding = tokenizer.encode(cut.text);
  const tokens = encoding.ids.subarray(0, maxTokens - 2);
  const path = {
    ids: Int32Array.from([classification, ...tokens, separator]),
    baselineIds: Int32Array.from([classification, ...tokens.map(() => padding), separator]),
    classIndex,
  };
  let steps = firstSteps;
  let said = await integrateGradients(path, { gradients, steps }, advance);
  const isIncomplete = () => (said.completenessError ?? 0) > incompleteAbove;
  while (isIncomplete() && steps < mostSteps) {
    steps *= 2;
    said = await integrateGradients(path, { gradients, steps }, advance);
  }
  const weights = mergePieces(words, {
    starts: encoding.starts.subarray(0, tokens.length),
    attributions: said.attributions.subarray(1, -1),
  });
  const { baselineProbability, completenessError } = said;
  return {
    method: 'integrated-gradients',
    weights: Array.from(weights),
    bars: barsOf(weights, featureCount),
    fit: null,
    path: { steps, baselineProbability, completenessError, isIncomplete: isIncomplete() },
  };
}

function refuseGradients(): never {
  throw new AnamnesisError('program.fault', {
    expected: 'gradients of the classifier, where they are asked for',
    found: 'none',
    remedy: 'Report this.',
  });
}

/** The words that weigh most, for or against. */
function barsOf(weights: Float64Array, count: number): WordBar[] {
  return Array.from(weights.keys())
    .sort((one, other) => Math.abs(weights[other]) - Math.abs(weights[one]))
    .slice(0, count)
    .map((word) => ({ word, value: weights[word], lower: null, upper: null, chosenIn: null }));
}
