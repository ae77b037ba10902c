import type { GraphBuilder } from '#core/graph/builder.ts';
import { createGraphBuilder } from '#core/graph/create-builder.ts';
import type { OnnxModel } from '#core/graph/onnx/model.ts';
import { lowerToOnnx } from '#core/graph/onnx/lower.ts';
import type { Shape, Value } from '#core/graph/types.ts';
import { verifyGraph } from '#core/graph/verify.ts';

import type { EncoderConfiguration, Head } from './configuration.ts';
import { buildEncoder } from './encoder.ts';
import { heads } from './heads/table.ts';
import { ModelBuilder } from './model-builder.ts';
import { listEncoderParameters, listGraphParameters } from './parameters.ts';
import type { GraphParameter } from './parameters.ts';

/** A graph as other programs run it, with the names that transformers.js and Optimum give. */
export interface ExportedGraph {
  readonly onnx: OnnxModel;
  /** Inputs called `parameter:<name>`, to be stored in the file. */
  readonly parameters: readonly GraphParameter[];
}

const tokens = ['batch_size', 'sequence_length'] as const;

/**
 * A model for everybody: `input_ids`, `attention_mask` and, where the model has several token types,
 * `token_type_ids`, all int64 [batch_size, sequence_length]; padding stands on the right. The output
 * is `logits`, [batch_size, sequence_length, classes] or [batch_size, classes] for a class per text;
 * without a head it is `last_hidden_state`. Plain ONNX operators only.
 */
export function buildExportedGraph(
  encoder: EncoderConfiguration,
  head: Head | null,
): ExportedGraph {
  const parameters =
    head === null ? listEncoderParameters(encoder) : listGraphParameters(encoder, head);
  const graph = createGraphBuilder();
  const inputIds = graph.input('input_ids', 'int64', tokens);
  const attentionBias = biasOf(graph, graph.input('attention_mask', 'int64', tokens));
  const typed =
    encoder.tokenTypeCount > 1
      ? { tokenTypeIds: graph.input('token_type_ids', 'int64', tokens) }
      : {};
  const model = new ModelBuilder(graph, { encoder, parameters, dropoutRate: 0 });
  const states = buildEncoder(model, { inputIds, attentionBias, ...typed });
  if (head === null) {
    graph.output('last_hidden_state', graph.reshape(states, [...tokens, encoder.hiddenSize]));
  } else {
    graph.output('logits', logitsOf(model, states, head));
  }
  verifyGraph(graph.graph, 'the exported graph');
  return { onnx: lowerToOnnx(graph.graph, { fusedMatMul: false }), parameters };
}

/** 1 for a token and 0 for padding → 0 and −1e4, as training adds it to attention's scores. */
function biasOf(graph: GraphBuilder, mask: Value): Value {
  const [rows, columns] = mask.shape;
  const isPadding = graph.subtract(1, graph.cast(mask, 'float32'));
  return graph.reshape(graph.multiply(isPadding, -1e4), [rows, 1, 1, columns]);
}

function logitsOf(model: ModelBuilder, states: Value, head: Head): Value {
  const headGraph = heads[head.kind];
  if (head.kind === 'sequence-classification') {
    return headGraph.logits(model, firstTokens(model, states));
  }
  const perToken = headGraph.logits(model, states);
  const shape: Shape = [...tokens, perToken.shape[1]];
  return model.graph.reshape(perToken, shape);
}

/** The states of [CLS]: [batch_size, hidden]. */
function firstTokens({ graph, encoder }: ModelBuilder, states: Value): Value {
  const [rows] = tokens;
  const { hiddenSize } = encoder;
  const byColumn = graph.transpose(graph.reshape(states, [...tokens, hiddenSize]), [1, 0, 2]);
  return graph.reshape(graph.gather(byColumn, graph.integers([0])), [rows, hiddenSize]);
}
