import type { Advance } from '#core/base/advance.ts';
import type { Remember } from '#core/base/remember.ts';
import type { Classify } from '../words/classify.ts';
import { classifyInParts } from '../words/classify-in-parts.ts';
import { keepWords, type CutText } from '../words/remove-words.ts';

/**
 * [words] by how much the probability of a class falls when a word is taken out (Li, Monroe and
 * Jurafsky 2016, arXiv 1612.08220, with probabilities instead of log-likelihoods).
 * @throws RunStopped, through `advance`
 */
export async function occludeWords(
  cut: CutText,
  asked: { readonly classify: Classify; readonly classIndex: number },
  { advance, remember }: { readonly advance: Advance; readonly remember: Remember },
): Promise<Float64Array> {
  const { wordCount } = cut;
  const without = (word: number) =>
    Uint8Array.from({ length: wordCount }, (_, each) => (each === word ? 0 : 1));
  const [whole, ...others] = await classifyInParts(
    {
      count: wordCount + 1,
      textAt: (index) => (index === 0 ? cut.text : keepWords(cut, without(index - 1))),
      sizeOf: () => wordCount + 1,
    },
    asked,
    { what: 'occlusion', advance, remember },
  );
  return Float64Array.from(others, (other) => whole - other);
}
