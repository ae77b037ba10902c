import protobuf from 'protobufjs/light.js';

import { layOutExternalData } from './external-data.ts';
import {
  elementTypes,
  encodeFrame,
  encodeGraph,
  graphType,
  modelType,
  tensorType,
} from './encode.ts';
import type { OnnxModel } from './model.ts';

/** An input of a model whose values become a part of the file. */
export interface OnnxWeight {
  readonly name: string;
  readonly dataType: 'float32' | 'int8';
  readonly shape: readonly number[];
  /** Its bytes one after the other, little-endian. */
  readonly chunks: readonly Uint8Array[];
}

/** onnx.proto's TensorProto.DataLocation. */
const externalLocation = 1;
const delimited = 2;

/**
 * A model with weights in it: inputs of their names become initialisers. The result is the file in
 * chunks, among them those of the weights, which are not copied.
 */
export function encodeOnnxWithWeights(
  model: OnnxModel,
  weights: readonly OnnxWeight[],
): Uint8Array[] {
  const tensors = weights.map(({ chunks, ...weight }) => {
    const described = describeWeight(weight);
    const values = [fieldHead(tensorType, 'rawData', countBytes(chunks)), ...chunks];
    return [described, ...values];
  });
  return joinModel(model, weights, tensors);
}

/**
 * The same for weights that no single file in the format can hold: `model` says where in a file of
 * the name `location`, which lies beside it, each of them is; `data` is that file. Offsets are written
 * in decimal, so they have no limit of 32 bits.
 */
export function encodeOnnxBesideWeights(
  model: OnnxModel,
  weights: readonly OnnxWeight[],
  location: string,
): { readonly model: Uint8Array[]; readonly data: Uint8Array[] } {
  const places = layOutExternalData(weights.map(({ chunks }) => countBytes(chunks)));
  const tensors = weights.map(({ chunks: _, ...weight }, index) => {
    const { offset, length } = places[index];
    return [describeWeightBeside(weight, { location, offset, length })];
  });
  const data = weights.flatMap(({ chunks }, index) => [
    new Uint8Array(places[index].paddingBefore),
    ...chunks,
  ]);
  return { model: joinModel(model, weights, tensors), data };
}

/** The length of a file that is given in chunks. */
export function countBytes(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}

function describeWeight(
  { name, dataType, shape }: Omit<OnnxWeight, 'chunks'>,
  place: object = {},
): Uint8Array {
  const message = { dims: shape, dataType: elementTypes[dataType], name, ...place };
  return tensorType.encode(tensorType.create(message)).finish();
}

/** A tensor whose values are at `offset` of a file of the name `location`, as TensorProto. */
export function describeWeightBeside(
  weight: Omit<OnnxWeight, 'chunks'>,
  place: { location: string; offset: number; length: number },
): Uint8Array {
  const { location, offset, length } = place;
  const externalData = Object.entries({ location, offset, length }).map(([key, value]) => ({
    key,
    value: String(value),
  }));
  return describeWeight(weight, { externalData, dataLocation: externalLocation });
}

/** Frame, graph, and the tensors as further fields of the graph. */
function joinModel(
  model: OnnxModel,
  weights: readonly OnnxWeight[],
  tensors: readonly (readonly Uint8Array[])[],
): Uint8Array[] {
  const names = new Set(weights.map(({ name }) => name));
  const inputs = model.inputs.filter(({ name }) => !names.has(name));
  const frame = modelType.encode(modelType.create(encodeFrame(model))).finish();
  const graph = graphType.encode(graphType.create(encodeGraph({ ...model, inputs }))).finish();
  const fields = tensors.flatMap((tensor) => [
    fieldHead(graphType, 'initializer', countBytes(tensor)),
    ...tensor,
  ]);
  return [
    frame,
    fieldHead(modelType, 'graph', graph.length + countBytes(fields)),
    graph,
    ...fields,
  ];
}

/** What stands before a field that is `length` bytes long: its number, its wire type, its length. */
function fieldHead(type: protobuf.Type, field: string, length: number): Uint8Array {
  return protobuf.Writer.create()
    .uint32((type.fields[field].id << 3) | delimited)
    .uint64(length)
    .finish();
}
