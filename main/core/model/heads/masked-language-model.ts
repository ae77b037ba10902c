import { tiedCrossEntropy } from '#core/graph/composites/cross-entropy.ts';
import type { TiedDecoder } from '#core/graph/composites/cross-entropy.ts';
import type { Value } from '#core/graph/types.ts';

import { transformActivationOf } from '../configuration.ts';
import type { ModelBuilder } from '../model-builder.ts';
import type { HeadGraph } from './head-graph.ts';

function decoderOf(model: ModelBuilder, atTargets: Value): TiedDecoder {
  const transform = 'cls.predictions.transform';
  const activation = transformActivationOf(model.encoder);
  const dense = model.activation(model.linear(`${transform}.dense`, atTargets), activation);
  return {
    hidden: model.layerNorm(`${transform}.LayerNorm`, dense),
    embeddings:
      model.findParameter('cls.predictions.decoder.weight') ??
      model.parameter('embeddings.word_embeddings.weight'),
    bias: model.parameter('cls.predictions.bias'),
  };
}

/** The masked words, predicted by a decoder tied to the input embeddings or by one of its own. */
export const maskedLanguageModelHead: HeadGraph = {
  logits: (model, atTargets) => {
    const { hidden, embeddings, bias } = decoderOf(model, atTargets);
    return model.graph.linear(hidden, embeddings, bias);
  },
  loss: (model, atTargets, targets) =>
    tiedCrossEntropy(model.graph, decoderOf(model, atTargets), targets),
};
