import { collateTargets } from './collate.ts';
import { sortByLength } from './group-by-length.ts';
import type { HeldOutQuestions } from './held-out-questions.ts';
import type { Predictor } from './ports.ts';

/** What a model makes of held-out text. */
export interface HeldOutMeasure {
  /** Sum of the cross-entropies (natural logarithm) at the masked tokens. */
  readonly lossSum: number;
  readonly tokenCount: number;
  readonly wordCount: number;
  readonly unknownCount: number;
}

/**
 * Sums −ln P(token | the line with all masked words hidden) over the masked tokens. exp(lossSum /
 * tokenCount) is the perplexity of a masked token, exp(lossSum / wordCount) that of a masked word,
 * whose pieces are taken as independent given the rest: pseudo-log-likelihood as Salazar et al.
 * 2020 (arXiv 1910.14659) define it, of a fixed share of the words instead of each by itself. That
 * of words compares models of different vocabularies, that of tokens does not.
 */
export async function measureHeldOut(
  predictor: Predictor,
  { examples, tokenCount, wordCount, unknownCount }: HeldOutQuestions,
  { paddingId }: { readonly paddingId: number },
): Promise<HeldOutMeasure> {
  const lengths = examples.map(({ ids }) => ids.length);
  let lossSum = 0;
  for (const batch of sortByLength(lengths, predictor.predictionTokens)) {
    const chosen = Array.from(batch, (index) => examples[index]);
    const targets = collateTargets(chosen, paddingId, { totalWeight: 1, weightOf: () => 1 });
    lossSum += sumCrossEntropies(await predictor.predict(targets), targets.labels);
  }
  return { lossSum, tokenCount, wordCount, unknownCount };
}

/** Of logits [targets × classes] and the right class of each target. */
export function sumCrossEntropies(logits: Float32Array, labels: Int32Array): number {
  const classCount = logits.length / labels.length;
  let sum = 0;
  labels.forEach((label, target) => {
    const row = logits.subarray(target * classCount, (target + 1) * classCount);
    sum += logSumExp(row) - row[label];
  });
  return sum;
}

function logSumExp(values: Float32Array): number {
  let largest = -Infinity;
  for (const value of values) largest = Math.max(largest, value);
  let sum = 0;
  for (const value of values) sum += Math.exp(value - largest);
  return largest + Math.log(sum);
}
