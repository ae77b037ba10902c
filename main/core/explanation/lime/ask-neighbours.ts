import type { Advance } from '#core/base/advance.ts';
import type { Remember } from '#core/base/remember.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import type { Classify } from '../words/classify.ts';
import { classifyInParts } from '../words/classify-in-parts.ts';
import { keepWords, type CutText } from '../words/remove-words.ts';
import { drawMasks } from './draw-masks.ts';
import { neighbourWeights } from './neighbour-weights.ts';
import { weightedMoments, type WeightedMoments } from './weighted-moments.ts';

export interface Neighbourhood {
  /** Neighbours that the classifier is asked about, the text itself among them. */
  readonly samples: number;
  readonly seed: number;
}

/**
 * What a classifier says of neighbours of a text, as sums from which linear models are fitted.
 * @throws RunStopped, through `advance`
 */
export async function askNeighbours(
  cut: CutText,
  asked: { readonly classify: Classify; readonly classIndex: number },
  { samples, seed }: Neighbourhood,
  { advance, remember }: { readonly advance: Advance; readonly remember: Remember },
): Promise<WeightedMoments> {
  const masks = drawMasks(cut.wordCount, samples, new RandomStream(seed, 'lime'));
  const { words, isKept, keptCounts } = masks;
  const probabilities = await classifyInParts(
    {
      count: samples,
      textAt: (index) => keepWords(cut, isKept.subarray(index * words, (index + 1) * words)),
      // Special tokens stand even where no word does.
      sizeOf: (index) => keptCounts[index] + 2,
    },
    asked,
    { what: `lime ${seed}`, advance, remember },
  );
  return weightedMoments(masks, neighbourWeights(masks), probabilities);
}
