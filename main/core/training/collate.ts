import { largestOf } from '#core/base/extremes.ts';
import type { Example } from './example.ts';
import type { QuestionBatch, TargetBatch } from './ports.ts';

/**
 * Pads examples to the width of the longest and joins their positions into flat indices. Widths are
 * not rounded up: on sentences of 34 tokens, multiples of 8 alone would pad 8 %. An engine that
 * wants few shapes rounds for itself.
 */
export function collateQuestions(examples: readonly Example[], paddingId: number): QuestionBatch {
  const columns = largestOf(examples.map((example) => example.ids.length));
  const inputIds = new Int32Array(examples.length * columns).fill(paddingId);
  const lengths = new Int32Array(examples.length);
  const positions: number[] = [];
  examples.forEach((example, row) => {
    inputIds.set(example.ids, row * columns);
    lengths[row] = example.ids.length;
    for (const column of example.positions) positions.push(row * columns + column);
  });
  return {
    rows: examples.length,
    columns,
    inputIds,
    lengths,
    positions: Int32Array.from(positions),
  };
}

/**
 * The same with answers. Each target weighs `weightOf` its label; `totalWeight` is that of all
 * targets of the optimiser step, so that the loss is their weighted mean however they are spread
 * over micro-batches.
 */
export function collateTargets(
  examples: readonly Example[],
  paddingId: number,
  { totalWeight, weightOf }: { totalWeight: number; weightOf: (label: number) => number },
): TargetBatch {
  const questions = collateQuestions(examples, paddingId);
  const count = examples.reduce((sum, example) => sum + example.labels.length, 0);
  const labels = new Int32Array(count);
  let offset = 0;
  for (const example of examples) {
    labels.set(example.labels, offset);
    offset += example.labels.length;
  }
  const weights = weighTargets(examples, weightOf).map((weight) => weight / totalWeight);
  return { ...questions, labels, weights: Float32Array.from(weights) };
}

/** How much each target of examples weighs, in order; of several labels all alike. */
export function weighTargets(
  examples: readonly Pick<Example, 'positions' | 'labels'>[],
  weightOf: (label: number) => number,
): number[] {
  return examples.flatMap(({ positions, labels }) =>
    labels.length === positions.length
      ? Array.from(labels, weightOf)
      : Array.from(positions, () => 1),
  );
}
