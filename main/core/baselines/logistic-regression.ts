import { largestOf } from '#core/base/extremes.ts';
import { minimise } from './minimise.ts';
import { addRow, dotRow, type SparseRow } from './sparse-rows.ts';

/** A linear model: one vector of weights and one intercept per class. */
export interface LinearClassifier {
  readonly classCount: number;
  readonly columnCount: number;
  /** [classes × columns], row by row, then one intercept per class. */
  readonly parameters: Float64Array;
}

export interface RegressionOptions {
  readonly columnCount: number;
  readonly classCount: number;
  /** C: how much the examples weigh against the size of the weights. */
  readonly inversePenalty: number;
}

/** A logit whose probability is 0 beside any other, and which JSON can hold. */
const neverLikeliest = -1e6;

/**
 * Logistic regression with an L2 penalty on its weights and none on its intercepts. Classes weigh
 * alike, however many examples each has. As scikit-learn's LogisticRegression(C, class_weight=
 * "balanced"): of two classes one vector, of more the multinomial model. A class without examples
 * is never the likeliest.
 */
export function fitLogisticRegression(
  rows: readonly SparseRow[],
  labels: Int32Array,
  options: RegressionOptions,
): LinearClassifier {
  const { columnCount, classCount } = options;
  const weights = balanceClasses(labels, classCount);
  const isBinary = classCount === 2;
  const vectorCount = isBinary ? 1 : classCount;
  const size = vectorCount * columnCount;
  const objective = (point: Float64Array, gradient: Float64Array): number => {
    gradient.fill(0);
    let loss = 0;
    rows.forEach((row, index) => {
      const label = labels[index];
      const weight = options.inversePenalty * weights[label];
      const logits = logitsOf(row, point, { vectorCount, columnCount });
      const probabilities = softmax(isBinary ? [0, logits[0]] : logits);
      loss -= weight * Math.log(Math.max(probabilities[label], Number.MIN_VALUE));
      for (let vector = 0; vector < vectorCount; vector++) {
        const chosen = isBinary ? 1 : vector;
        const factor = weight * (probabilities[chosen] - (label === chosen ? 1 : 0));
        addRow(gradient, row, { factor, offset: vector * columnCount });
        gradient[size + vector] += factor;
      }
    });
    for (let index = 0; index < size; index++) {
      loss += (point[index] * point[index]) / 2;
      gradient[index] += point[index];
    }
    return loss;
  };
  const found = minimise(objective, new Float64Array(size + vectorCount), { tolerance: 1e-6 });
  const parameters = new Float64Array(classCount * (columnCount + 1));
  if (isBinary) {
    parameters.set(found.subarray(0, size), columnCount);
    parameters[2 * columnCount + 1] = found[size];
  } else parameters.set(found);
  weights.forEach((weight, label) => {
    if (weight === 0) parameters[classCount * columnCount + label] = neverLikeliest;
  });
  return { classCount, columnCount, parameters };
}

/** Logits of each class. */
export function classifyRow(
  { classCount, columnCount, parameters }: LinearClassifier,
  row: SparseRow,
): number[] {
  return logitsOf(row, parameters, { vectorCount: classCount, columnCount });
}

function logitsOf(
  row: SparseRow,
  parameters: Float64Array,
  { vectorCount, columnCount }: { vectorCount: number; columnCount: number },
): number[] {
  return Array.from(
    { length: vectorCount },
    (_, vector) =>
      dotRow(row, parameters, vector * columnCount) +
      parameters[vectorCount * columnCount + vector],
  );
}

/** examples / (classes that occur × examples of the class); 0 for a class without any. */
function balanceClasses(labels: Int32Array, classCount: number): number[] {
  const counts = Array.from({ length: classCount }, () => 0);
  for (const label of labels) counts[label]++;
  const occurring = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count === 0 ? 0 : labels.length / (occurring * count)));
}

function softmax(logits: readonly number[]): number[] {
  const largest = largestOf(logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
