import { AnamnesisError } from '#core/base/error.ts';
import { requirePairs } from './require-pairs.ts';

/** How often each true class was predicted as each class. */
export interface ConfusionMatrix {
  readonly labels: readonly string[];
  /** [gold × predicted], row-major, in the order of `labels`. */
  readonly counts: Float64Array;
}

/** Classes as indices into a list of labels, or as the labels themselves. */
export type ClassSequence = Int32Array | readonly string[];

/**
 * Counts gold against predicted classes.
 * Throws `evaluation.empty`, `evaluation.length-mismatch` or `evaluation.unknown-label`.
 */
export function countConfusion(
  gold: ClassSequence,
  predicted: ClassSequence,
  labels: readonly string[],
): ConfusionMatrix {
  requirePairs(gold, predicted);
  const indexOf = indexLabels(labels);
  const counts = new Float64Array(labels.length * labels.length);
  for (let item = 0; item < gold.length; item++) {
    const row = indexOf(gold[item], item);
    const column = indexOf(predicted[item], item);
    counts[row * labels.length + column]++;
  }
  return { labels, counts };
}

/** A function from a class, given as index or label, to its index; it refuses all others. */
function indexLabels(labels: readonly string[]): (value: number | string, item: number) => number {
  const indices = new Map(labels.map((label, index) => [label, index]));
  return (value, item) => {
    const index = typeof value === 'string' ? (indices.get(value) ?? -1) : value;
    if (index >= 0 && index < labels.length) return index;
    throw new AnamnesisError('evaluation.unknown-label', {
      expected: `one of the ${labels.length} classes of the task`,
      found: 'another',
      remedy: 'Name every class that occurs in the data in the labels of the task.',
      place: `example ${item + 1}`,
    });
  };
}
