import protobuf from 'protobufjs/light.js';

import { toHalfBits } from '../half.ts';
import type { Dimension } from '../types.ts';
import type { OnnxAttribute, OnnxElementType, OnnxModel, OnnxPort, OnnxTensor } from './model.ts';

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
        externalData: { rule: 'repeated', type: 'Entry', id: 13 },
        dataLocation: { type: 'int32', id: 14 },
      },
    },
    Entry: { fields: { key: { type: 'string', id: 1 }, value: { type: 'string', id: 2 } } },
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
export const modelType = schema.lookupType('Model');
export const graphType = schema.lookupType('Graph');
export const tensorType = schema.lookupType('Tensor');

/** The numbers of onnx.proto's TensorProto.DataType. */
export const elementTypes = {
  float32: 1,
  float16: 10,
  int8: 3,
  int32: 6,
  int64: 7,
  bool: 9,
} as const satisfies Record<OnnxElementType, number>;

const rawBytes = {
  float32: (data) => Float32Array.from(data).buffer,
  float16: (data) => Uint16Array.from(data, toHalfBits).buffer,
  int8: (data) => Int8Array.from(data).buffer,
  int32: (data) => Int32Array.from(data).buffer,
  int64: (data) => BigInt64Array.from(data, (element) => BigInt(element)).buffer,
  bool: (data) => Uint8Array.from(data).buffer,
} as const satisfies Record<OnnxElementType, (data: readonly number[]) => ArrayBufferLike>;

function encodeAttribute(name: string, attribute: OnnxAttribute): object {
  if ('int' in attribute) return { name, type: 2, i: attribute.int };
  if ('float' in attribute) return { name, type: 1, f: attribute.float };
  if ('elementType' in attribute) return { name, type: 2, i: elementTypes[attribute.elementType] };
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

/** A model’s graph as the object that protobufjs writes as `GraphProto`. */
export function encodeGraph(model: OnnxModel): object {
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
export function encodeFrame(model: OnnxModel): object {
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
