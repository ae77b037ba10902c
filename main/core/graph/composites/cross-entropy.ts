import type { GraphBuilder } from '../builder.ts';
import { checkFit } from '../fit.ts';
import type { Value } from '../types.ts';

/**
 * int64 [targets], of several labels [targets, labels], and float32 [targets, 1]: what is right, and
 * how much each target counts.
 */
export interface Targets {
  readonly labels: Value;
  readonly weights: Value;
}

/** log Σ eˣ per row as max x − log max softmax(x): exact, and both factors are there already. */
function logSumExp(builder: GraphBuilder, logits: Value, probabilities: Value): Value {
  const highest = builder.reduceMax(logits, [1], true);
  return builder.subtract(highest, builder.log(builder.reduceMax(probabilities, [1], true)));
}

/**
 * Σ weight · cross-entropy of few classes, as a scalar, from logits [targets, classes].
 * d logits = weight · (P − onehot).
 */
export function softmaxCrossEntropy(
  builder: GraphBuilder,
  logits: Value,
  { labels, weights }: Targets,
): Value {
  const [targets, classes] = logits.shape;
  checkFit(typeof classes === 'number', 'a known number of classes', String(classes));
  const probabilities = builder.softmax(logits);
  const classIds = builder.constant([...Array(classes).keys()], 'int64', [1, classes]);
  const matches = builder.equal(builder.reshape(labels, [targets, 1]), classIds);
  const oneHot = builder.cast(matches, 'float32');
  const labelLogit = builder.reduceSum(builder.multiply(logits, oneHot), [1], true);
  const perTarget = builder.subtract(logSumExp(builder, logits, probabilities), labelLogit);
  const loss = builder.reduceSum(builder.multiply(perTarget, weights), [0, 1]);
  return builder.composite(loss, {
    inputs: [logits],
    gradient: (lossGradient) => [
      builder.multiply(
        builder.subtract(probabilities, oneHot),
        builder.multiply(weights, lossGradient),
      ),
    ],
  });
}

/** σ(x) = ½(1 + tanh ½x), which overflows nowhere. */
export function sigmoid(builder: GraphBuilder, logits: Value): Value {
  return builder.multiply(builder.add(builder.tanh(builder.multiply(logits, 0.5)), 1), 0.5);
}

/**
 * Σ weight · mean over labels of the binary cross-entropy, as a scalar, from logits
 * [targets, labels]; `labels` are int64 [targets, labels], 1 where a label applies. As PyTorch's
 * BCEWithLogitsLoss where all weigh 1 / targets: max(z, 0) − z·y + log(1 + e^−|z|).
 * d logits = weight · (σ(z) − y) / labels.
 */
export function sigmoidCrossEntropy(
  builder: GraphBuilder,
  logits: Value,
  { labels, weights }: Targets,
): Value {
  const count = logits.shape[1];
  checkFit(typeof count === 'number', 'a known number of labels', String(count));
  const truths = builder.cast(labels, 'float32');
  const above = builder.relu(logits);
  const magnitude = builder.add(above, builder.relu(builder.negate(logits)));
  const rest = builder.log(builder.add(builder.exp(builder.negate(magnitude)), 1));
  const perLabel = builder.add(builder.subtract(above, builder.multiply(logits, truths)), rest);
  const weighed = builder.multiply(perLabel, builder.multiply(weights, 1 / count));
  const loss = builder.reduceSum(weighed, [0, 1]);
  return builder.composite(loss, {
    inputs: [logits],
    gradient: (lossGradient) => [
      builder.multiply(
        builder.subtract(sigmoid(builder, logits), truths),
        builder.multiply(builder.multiply(weights, 1 / count), lossGradient),
      ),
    ],
  });
}

export interface TiedDecoder {
  /** [targets, hidden] */
  readonly hidden: Value;
  /** [vocabulary, hidden]: most often the input embeddings, with which it is shared. */
  readonly embeddings: Value;
  /** [vocabulary] */
  readonly bias: Value;
}

/**
 * Σ weight · cross-entropy over a whole vocabulary whose decoder is the embedding matrix E, without
 * ever writing a one-hot matrix: with P = softmax(h·Eᵀ + b) and y the labels,
 * dh = w(P·E − E[y]), dE = Pᵀ(w·h) and a scatter of −w·h at y, db = Pᵀw and a scatter of −w at y.
 * The scatters merge with that of the input embeddings.
 */
export function tiedCrossEntropy(
  builder: GraphBuilder,
  { hidden, embeddings, bias }: TiedDecoder,
  { labels, weights }: Targets,
): Value {
  const [targets] = hidden.shape;
  const logits = builder.linear(hidden, embeddings, bias);
  const probabilities = builder.softmax(logits);
  const labelRows = builder.gather(embeddings, labels);
  const labelBias = builder.reshape(builder.gather(bias, labels), [targets, 1]);
  const products = builder.reduceSum(builder.multiply(hidden, labelRows), [1], true);
  const labelLogit = builder.add(products, labelBias);
  const perTarget = builder.subtract(logSumExp(builder, logits, probabilities), labelLogit);
  const loss = builder.reduceSum(builder.multiply(perTarget, weights), [0, 1]);
  return builder.composite(loss, {
    inputs: [hidden, embeddings, bias],
    gradient: (lossGradient) => {
      const weight = builder.multiply(weights, lossGradient);
      const weighted = builder.multiply(hidden, weight);
      const expected = builder.subtract(builder.gemm(probabilities, embeddings), labelRows);
      const biasGradient = builder.gemm(probabilities, weight, { transposeA: true });
      return [
        builder.multiply(expected, weight),
        [
          builder.gemm(probabilities, weighted, { transposeA: true }),
          { indices: labels, updates: builder.negate(weighted) },
        ],
        [
          builder.reshape(biasGradient, bias.shape),
          { indices: labels, updates: builder.negate(builder.reshape(weight, [targets])) },
        ],
      ];
    },
  });
}
