import { assert } from '#core/base/assert.ts';
import {
  countBytes,
  encodeOnnxBesideWeights,
  encodeOnnxWithWeights,
  type OnnxWeight,
} from '#core/graph/onnx/encode-weights.ts';
import type { OnnxModel } from '#core/graph/onnx/model.ts';
import { quantiseModel } from '#core/graph/onnx/quantise-model.ts';
import { quantiseRows } from '#core/graph/onnx/quantise-rows.ts';
import { buildExportedGraph } from '../exported-graph.ts';
import type { GraphParameter } from '../parameters.ts';
import type { CheckpointContent, CheckpointFile } from './save-checkpoint.ts';
import { bytesOf } from './safetensors-layout.ts';

type ModelWithWeights = Pick<CheckpointContent, 'encoder' | 'head' | 'weights'>;

/** Readers of protocol buffers refuse messages from 2 GiB on. */
const largestFileBytes = 2 ** 31 - 1;

export const onnxFile = 'onnx/model.onnx';
/** The name by which transformers.js finds the int8 form (`dtype: 'q8'`). */
export const quantisedOnnxFile = 'onnx/model_quantized.onnx';

/**
 * `onnx/model.onnx`, where transformers.js looks for it: the model in float32 with its weights. Where
 * that would be a file beyond what the format can hold, the weights lie beside it in
 * `onnx/model.onnx_data`.
 */
export function writeOnnx(
  content: ModelWithWeights,
  { maxFileBytes = largestFileBytes }: { maxFileBytes?: number } = {},
): CheckpointFile[] {
  const { onnx, parameters } = buildExportedGraph(content.encoder, content.head);
  const weights = parameters.map((parameter) => floatWeight(parameter, content.weights));
  return encode(onnxFile, { onnx, weights, maxFileBytes });
}

function encode(
  name: string,
  content: { onnx: OnnxModel; weights: readonly OnnxWeight[]; maxFileBytes: number },
): CheckpointFile[] {
  const { onnx, weights, maxFileBytes } = content;
  const whole = encodeOnnxWithWeights(onnx, weights);
  if (countBytes(whole) <= maxFileBytes) return [{ name, chunks: whole }];
  const dataName = `${name}_data`;
  const location = dataName.slice(dataName.lastIndexOf('/') + 1);
  const { model, data } = encodeOnnxBesideWeights(onnx, weights, location);
  return [
    { name, chunks: model },
    { name: dataName, chunks: data },
  ];
}

/** The values of a parameter, part by part. */
function partsOf({ parts }: GraphParameter, weights: ModelWithWeights['weights']): Float32Array[] {
  return parts.map(({ name, size }) => {
    const values = weights.get(name);
    assert(values?.length === size, `${name} has ${size} values`);
    return values;
  });
}

function floatWeight(parameter: GraphParameter, weights: ModelWithWeights['weights']): OnnxWeight {
  const { name, shape } = parameter;
  const chunks = partsOf(parameter, weights).map(bytesOf);
  return { name: `parameter:${name}`, dataType: 'float32', shape, chunks };
}

/**
 * The largest magnitude of an int8 weight. A product with 8-bit activations adds pairs of products in
 * 16 bits on processors without VNNI: 2 × 255 × 64 just fits, so that every processor computes the
 * same. Rows that are only looked up may use all of the range.
 */
const multipliedLevels = 64;
const lookedUpLevels = 127;

/** Few values that every token reads: not worth the loss. */
const keptAsFloat = /(?:position|token_type)_embeddings/;

/**
 * `onnx/model_quantized.onnx`: matrices and word embeddings as int8 with a scale per row, everything
 * else in float32. Whether it still says what the model says is for the caller to show.
 */
export function writeQuantisedOnnx(
  content: ModelWithWeights,
  { maxFileBytes = largestFileBytes }: { maxFileBytes?: number } = {},
): CheckpointFile[] {
  const exported = buildExportedGraph(content.encoder, content.head);
  const candidates = exported.parameters.filter(
    ({ name, shape }) => shape.length === 2 && !keptAsFloat.test(name),
  );
  const { model: onnx, matrices } = quantiseModel(
    exported.onnx,
    new Set(candidates.map(({ name }) => `parameter:${name}`)),
  );
  const byName = new Map(matrices.map((matrix) => [matrix.name, matrix]));
  const weights = exported.parameters.flatMap((parameter): OnnxWeight[] => {
    const matrix = byName.get(`parameter:${parameter.name}`);
    if (matrix === undefined) return [floatWeight(parameter, content.weights)];
    const [rows, columns] = parameter.shape;
    const levels = matrix.isMultiplied ? multipliedLevels : lookedUpLevels;
    const parts = partsOf(parameter, content.weights).map((part) =>
      quantiseRows(part, { columns, levels }),
    );
    return [
      {
        name: matrix.values,
        dataType: 'int8',
        shape: parameter.shape,
        chunks: parts.map(({ values }) => new Uint8Array(values.buffer)),
      },
      {
        name: matrix.scales,
        dataType: 'float32',
        shape: [rows],
        chunks: parts.map(({ scales }) => bytesOf(scales)),
      },
    ];
  });
  return encode(quantisedOnnxFile, { onnx, weights, maxFileBytes });
}
