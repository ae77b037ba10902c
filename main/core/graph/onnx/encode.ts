import protobuf from 'protobufjs/light.js';

import type { DataType, Dimension } from '../types.ts';
import type { OnnxAttribute, OnnxModel, OnnxPort, OnnxTensor } from './model.ts';

/** The fields of onnx.proto (ONNX 1.16, IR version 10) that we write, with their numbers. */
const schema = protobuf.Root.fromJSON({
  nested: {
    Attribute: {
      fields: {
        name: { type: 'string', id: 1 },
        f: { type: 'float', id: 2 },
        i: { type: 'int64', id: 3 },
        s: { type: 'bytes', id: 4 },
        ints: { rule: 'repeated', type: 'int64', id: 8, options: { packed: false } },
        type: { type: 'int32', id: 20 },
      },
    },
    Node: {
      fields: {
        input: { rule: 'repeated', type: 'string', id: 1 },
        output: { rule: 'repeated', type: 'string', id: 2 },
        name: { type: 'string', id: 3 },
        opType: { type: 'string', id: 4 },
        attribute: { rule: 'repeated', type: 'Attribute', id: 5 },
        domain: { type: 'string', id: 7 },
      },
    },
    Tensor: {
      fields: {
        dims: { rule: 'repeated', type: 'int64', id: 1, options: { packed: false } },
        dataType: { type: 'int32', id: 2 },
        name: { type: 'string', id: 8 },
        rawData: { type: 'bytes', id: 9 },
      },
    },
    Dimension: {
      fields: { value: { type: 'int64', id: 1 }, parameter: { type: 'string', id: 2 } },
    },
    Shape: { fields: { dim: { rule: 'repeated', type: 'Dimension', id: 1 } } },
    TensorType: {
      fields: { elementType: { type: 'int32', id: 1 }, shape: { type: 'Shape', id: 2 } },
    },
    Type: { fields: { tensorType: { type: 'TensorType', id: 1 } } },
    ValueInfo: { fields: { name: { type: 'string', id: 1 }, type: { type: 'Type', id: 2 } } },
    Graph: {
      fields: {
        node: { rule: 'repeated', type: 'Node', id: 1 },
        name: { type: 'string', id: 2 },
        initializer: { rule: 'repeated', type: 'Tensor', id: 5 },
        input: { rule: 'repeated', type: 'ValueInfo', id: 11 },
        output: { rule: 'repeated', type: 'ValueInfo', id: 12 },
      },
    },
    OperatorSet: {
      fields: { domain: { type: 'string', id: 1 }, version: { type: 'int64', id: 2 } },
    },
    Model: {
      fields: {
        irVersion: { type: 'int64', id: 1 },
        producerName: { type: 'string', id: 2 },
        graph: { type: 'Graph', id: 7 },
        opsetImport: { rule: 'repeated', type: 'OperatorSet', id: 8 },
      },
    },
  },
});
const modelType = schema.lookupType('Model');
const graphType = schema.lookupType('Graph');
const tensorType = schema.lookupType('Tensor');

const elementTypes = { float32: 1, int64: 7, bool: 9 } as const satisfies Record<DataType, number>;

const rawBytes = {
  float32: (data) => Float32Array.from(data).buffer,
  int64: (data) => BigInt64Array.from(data, (element) => BigInt(element)).buffer,
  bool: (data) => Uint8Array.from(data).buffer,
} as const satisfies Record<DataType, (data: readonly number[]) => ArrayBufferLike>;

function encodeAttribute(name: string, attribute: OnnxAttribute): object {
  if ('int' in attribute) return { name, type: 2, i: attribute.int };
  if ('float' in attribute) return { name, type: 1, f: attribute.float };
  if ('integers' in attribute) return { name, type: 7, ints: attribute.integers };
  return { name, type: 3, s: new TextEncoder().encode(attribute.string) };
}

function encodeDimension(size: Dimension): object {
  return typeof size === 'number' ? { value: size } : { parameter: size };
}

function encodePort(port: OnnxPort): object {
  const shape = { dim: port.shape.map(encodeDimension) };
  return {
    name: port.name,
    type: { tensorType: { elementType: elementTypes[port.dataType], shape } },
  };
}

function encodeTensor(tensor: OnnxTensor): object {
  return {
    dims: tensor.shape,
    dataType: elementTypes[tensor.dataType],
    name: tensor.name,
    rawData: new Uint8Array(rawBytes[tensor.dataType](tensor.data)),
  };
}

function encodeGraph(model: OnnxModel): object {
  return {
    name: 'graph',
    node: model.nodes.map((node) => ({
      input: node.inputs,
      output: node.outputs,
      name: node.name,
      opType: node.type,
      attribute: Object.entries(node.attributes).map(([name, attribute]) =>
        encodeAttribute(name, attribute),
      ),
      domain: node.domain,
    })),
    initializer: model.initializers.map(encodeTensor),
    input: model.inputs.map(encodePort),
    output: model.outputs.map(encodePort),
  };
}

/** All of a model's message but the graph. */
function encodeFrame(model: OnnxModel): object {
  const domains = new Set(model.nodes.map((node) => node.domain));
  return {
    irVersion: 10,
    producerName: 'anamnesis',
    opsetImport: [
      { domain: '', version: 21 },
      ...(domains.has('com.microsoft') ? [{ domain: 'com.microsoft', version: 1 }] : []),
    ],
  };
}

/** ONNX bytes (little-endian). The same model gives the same bytes. */
export function encodeOnnx(model: OnnxModel): Uint8Array {
  const message = { ...encodeFrame(model), graph: encodeGraph(model) };
  return modelType.encode(modelType.create(message)).finish();
}

/** A float32 input of a model whose values become a part of the file. */
export interface OnnxWeight {
  readonly name: string;
  readonly shape: readonly number[];
  /** Its bytes one after the other, little-endian. */
  readonly chunks: readonly Uint8Array[];
}

/**
 * The same with weights in it: inputs of their names become initialisers. The result is the file in
 * chunks, among them those of the weights, which are not copied.
 */
export function encodeOnnxWithWeights(
  model: OnnxModel,
  weights: readonly OnnxWeight[],
): Uint8Array[] {
  const names = new Set(weights.map(({ name }) => name));
  const inputs = model.inputs.filter(({ name }) => !names.has(name));
  const frame = modelType.encode(modelType.create(encodeFrame(model))).finish();
  const graph = graphType.encode(graphType.create(encodeGraph({ ...model, inputs }))).finish();
  const tensors = weights.flatMap(({ name, shape, chunks }) => {
    const dataType = elementTypes.float32;
    const described = tensorType.encode({ dims: shape, dataType, name }).finish();
    const values = [fieldHead(tensorType, 'rawData', countBytes(chunks)), ...chunks];
    const length = described.length + countBytes(values);
    return [fieldHead(graphType, 'initializer', length), described, ...values];
  });
  const graphHead = fieldHead(modelType, 'graph', graph.length + countBytes(tensors));
  return [frame, graphHead, graph, ...tensors];
}

/** What stands before a field that is `length` bytes long: its number, its wire type, its length. */
function fieldHead(type: protobuf.Type, field: string, length: number): Uint8Array {
  const delimited = 2;
  return protobuf.Writer.create()
    .uint32((type.fields[field].id << 3) | delimited)
    .uint64(length)
    .finish();
}

export function countBytes(chunks: readonly Uint8Array[]): number {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}
