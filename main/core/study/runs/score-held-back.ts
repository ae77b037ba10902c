import { probabilityOf, sigmoidOf } from '#core/domain/class-probabilities.ts';
import { holdsSeveralLabels } from '#core/model/configuration.ts';
import { primaryMetric } from '#core/evaluation/metrics/metric-names.ts';
import type { TaskPlan } from '../plan/plan-schema.ts';
import type { FoldWork, Items } from './fold-work.ts';

/** Smaller ones are all the same; their logarithm must be finite. */
const smallestProbability = 1e-12;

/**
 * How good a model is on what was held back, higher is better: the mean cross-entropy of all targets
 * with its sign turned, weighed as in training; or the metric by which models are compared.
 */
export function scoreHeldBack(
  work: FoldWork,
  items: Items,
  {
    logits,
    labelWeights,
    measure,
  }: {
    readonly logits: readonly (readonly Float32Array[])[];
    readonly labelWeights: readonly number[] | null;
    readonly measure: NonNullable<TaskPlan['earlyStop']>['measure'];
  },
): number {
  if (measure === 'score') {
    const { metrics, predictions } = work.judge(items, logits);
    const wanted = primaryMetric[predictions.kind];
    return (
      metrics.find(({ name, entityType }) => name === wanted && entityType === null)?.value ?? NaN
    );
  }
  let [loss, weights] = [0, 0];
  work.examplesOf(items).forEach((number, index) => {
    const { labels } = work.examples[number];
    if (holdsSeveralLabels(work.head)) {
      loss += lossOfLabels(labels, logits[index][0]);
      weights++;
      return;
    }
    labels.forEach((label, position) => {
      const weight = labelWeights?.[label] ?? 1;
      const probability = probabilityOf(logits[index][position], label);
      loss -= weight * Math.log(Math.max(probability, smallestProbability));
      weights += weight;
    });
  });
  return weights === 0 ? NaN : -loss / weights;
}

/** The mean binary cross-entropy of the labels of an example. */
function lossOfLabels(labels: Int32Array, logits: Float32Array): number {
  const sum = labels.reduce((loss, truth, label) => {
    const probability = sigmoidOf(truth === 1 ? logits[label] : -logits[label]);
    return loss - Math.log(Math.max(probability, smallestProbability));
  }, 0);
  return sum / labels.length;
}
