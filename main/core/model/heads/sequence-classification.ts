import { sigmoidCrossEntropy, softmaxCrossEntropy } from '#core/graph/composites/cross-entropy.ts';
import type { Value } from '#core/graph/types.ts';

import { isRobertaShaped, poolerActivationOf } from '../configuration.ts';
import type { ModelBuilder } from '../model-builder.ts';
import type { HeadGraph } from './head-graph.ts';

function logitsOf(model: ModelBuilder, atTargets: Value): Value {
  // RoBERTa drops before the pooler as well.
  const isRoberta = isRobertaShaped(model.encoder);
  const first = isRoberta ? model.dropout('pooler', atTargets) : atTargets;
  const dense = model.linear('pooler.dense', first);
  const pooled = model.graph[poolerActivationOf(model.encoder)](dense);
  return model.linear('classifier', model.dropout('classifier', pooled));
}

/**
 * One class per text, or several labels where each target has as many answers, from its first token:
 * BertForSequenceClassification and its relatives.
 */
export const sequenceClassificationHead: HeadGraph = {
  logits: logitsOf,
  loss: (model, atTargets, targets) => {
    const entropyOf = targets.labels.shape.length === 2 ? sigmoidCrossEntropy : softmaxCrossEntropy;
    return entropyOf(model.graph, logitsOf(model, atTargets), targets);
  },
};
