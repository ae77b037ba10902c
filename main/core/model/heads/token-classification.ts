import { softmaxCrossEntropy } from '#core/graph/composites/cross-entropy.ts';
import type { Value } from '#core/graph/types.ts';

import type { ModelBuilder } from '../model-builder.ts';
import type { HeadGraph } from './head-graph.ts';

function logitsOf(model: ModelBuilder, atTargets: Value): Value {
  return model.linear('classifier', model.dropout('classifier', atTargets));
}

/** One class per target token: BertForTokenClassification at the targets only. */
export const tokenClassificationHead: HeadGraph = {
  logits: logitsOf,
  loss: (model, atTargets, targets) =>
    softmaxCrossEntropy(model.graph, logitsOf(model, atTargets), targets),
};
