import { AnamnesisError } from '#core/base/error.ts';

/** The four kinds of answers about one label. */
export interface LabelCounts {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** [labels] of notes with the labels that are true and given. @throws evaluation.unknown-label */
export function countLabels(
  gold: readonly (readonly number[])[],
  predicted: readonly (readonly number[])[],
  labels: readonly string[],
): LabelCounts[] {
  const counts = labels.map(() => ({ tp: 0, fp: 0, fn: 0, tn: gold.length }));
  const at = (label: number) => counts.at(label) ?? refuse(labels.length);
  gold.forEach((truths, note) => {
    const given = new Set(predicted[note]);
    for (const label of truths) {
      const of = at(label);
      of.tn--;
      if (given.delete(label)) of.tp++;
      else of.fn++;
    }
    for (const label of given) {
      const of = at(label);
      of.tn--;
      of.fp++;
    }
  });
  return counts;
}

function refuse(count: number): never {
  throw new AnamnesisError('evaluation.unknown-label', {
    expected: `one of the ${count} labels of the task`,
    found: 'another',
    remedy: 'Name every label that occurs in the data in the labels of the task.',
  });
}

/**
 * Matthews correlation of one label: (TP·TN − FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN)); 0 where the
 * denominator is 0, as in scikit-learn.
 */
export function binaryCorrelation({ tp, fp, fn, tn }: LabelCounts): number {
  const spread = (tp + fp) * (tp + fn) * (tn + fp) * (tn + fn);
  return spread === 0 ? 0 : (tp * tn - fp * fn) / Math.sqrt(spread);
}
