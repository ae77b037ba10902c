import { attention } from '#core/graph/composites/attention.ts';
import { multiplyDimensions } from '#core/graph/dimensions.ts';
import type { Value } from '#core/graph/types.ts';

import type { ModelBuilder } from './model-builder.ts';

export interface EncoderInputs {
  /** int64 [rows, columns] */
  readonly inputIds: Value;
  /** float32 [rows, 1, 1, columns], added to attention scores: 0 for tokens, −1e4 for padding. */
  readonly attentionBias: Value;
  /** int64 [rows, columns]; without it every token is of type 0. */
  readonly tokenTypeIds?: Value;
  /** int64 [targets], row × columns + column: the only states that are asked for; else all are. */
  readonly positions?: Value;
  /** What stands in the place of the word embeddings, [rows, columns, hidden]; else they themselves. */
  readonly replaceWords?: (words: Value) => Value;
}

/** Words + positions + token types, normalised: Devlin et al., 2019, figure 2. */
function embed(model: ModelBuilder, inputs: EncoderInputs): Value {
  const { graph, encoder } = model;
  const [rows, columns] = inputs.inputIds.shape;
  const { hiddenSize } = encoder;
  const looked = graph.gather(
    model.parameter('embeddings.word_embeddings.weight'),
    inputs.inputIds,
  );
  const spelled = inputs.replaceWords?.(looked) ?? looked;
  const counted = graph.gather(
    model.parameter('embeddings.position_embeddings.weight'),
    graph.range(encoder.positionOffset, columns),
  );
  const { words, positions } = addTokenTypes(model, { words: spelled, positions: counted }, inputs);
  const places = graph.reshape(positions, [1, columns, hiddenSize]);
  const sum = graph.reshape(graph.add(words, places), [
    multiplyDimensions([rows, columns]),
    hiddenSize,
  ]);
  return model.dropout('embeddings', model.layerNorm('embeddings.LayerNorm', sum));
}

/** Adds the token types, where the family has them. */
function addTokenTypes(
  model: ModelBuilder,
  { words, positions }: { words: Value; positions: Value },
  { tokenTypeIds }: EncoderInputs,
): { words: Value; positions: Value } {
  const { graph, encoder } = model;
  if (encoder.tokenTypeCount === 0) return { words, positions };
  const types = graph.gather(
    model.parameter('embeddings.token_type_embeddings.weight'),
    tokenTypeIds ?? graph.integers([0]),
  );
  if (tokenTypeIds !== undefined) return { words: graph.add(words, types), positions };
  // One type for all is added where it is cheap: to the positions, which all rows share.
  return { words, positions: graph.add(positions, types) };
}

function selfAttention(
  model: ModelBuilder,
  x: Value,
  {
    name,
    inputs,
    positions,
  }: { name: string; inputs: EncoderInputs; positions: Value | undefined },
): Value {
  const { graph, encoder } = model;
  const [rows, columns] = inputs.inputIds.shape;
  const { headCount, hiddenSize } = encoder;
  const headSize = hiddenSize / headCount;
  const headShape = [rows, headCount, columns, headSize];
  const projected = graph.reshape(model.linear(`${name}.self.query_key_value`, x), [
    rows,
    columns,
    3,
    headCount,
    headSize,
  ]);
  const [queries, keys, values] = graph
    .split(graph.transpose(projected, [2, 0, 3, 1, 4]), 0, 3)
    .map((part) => graph.reshape(part, headShape));
  const context = attention(graph, {
    queries,
    keys,
    values,
    bias: inputs.attentionBias,
    scale: 1 / Math.sqrt(headSize),
    dropout: model.dropoutAt(`${name}.probabilities`, [rows, headCount, columns, columns]),
  });
  const merged = graph.reshape(graph.transpose(context, [0, 2, 1, 3]), x.shape);
  const narrow = (states: Value) => (positions ? graph.gather(states, positions) : states);
  const projection = model.linear(`${name}.output.dense`, narrow(merged));
  const output = model.dropout(`${name}.output`, projection);
  return model.layerNorm(`${name}.output.LayerNorm`, graph.add(output, narrow(x)));
}

function feedForward(model: ModelBuilder, x: Value, name: string): Value {
  const wide = model.activation(model.linear(`${name}.intermediate.dense`, x));
  const output = model.dropout(`${name}.output`, model.linear(`${name}.output.dense`, wide));
  return model.layerNorm(`${name}.output.LayerNorm`, model.graph.add(output, x));
}

/**
 * BERT's encoder; the result is the last hidden state, [rows × columns, hidden] or, with positions,
 * [targets, hidden]. After the last attention no token looks at another any more, so from there on
 * only those that are asked for are computed: the same states with less work.
 */
export function buildEncoder(model: ModelBuilder, inputs: EncoderInputs): Value {
  const { layerCount } = model.encoder;
  let x = embed(model, inputs);
  for (let layer = 0; layer < layerCount; layer++) {
    const name = `encoder.layer.${layer}`;
    const positions = layer === layerCount - 1 ? inputs.positions : undefined;
    x = selfAttention(model, x, { name: `${name}.attention`, inputs, positions });
    x = feedForward(model, x, name);
  }
  return x;
}
