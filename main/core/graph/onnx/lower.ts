import { liveNodes } from '../graph.ts';
import type { Graph } from '../graph.ts';
import { ops } from '../ops/table.ts';
import type { GraphNode, OpName, Value } from '../types.ts';
import { OnnxEmitter } from './emitter.ts';
import type { OnnxOptions } from './emitter.ts';
import type { OnnxModel, OnnxPort } from './model.ts';
import { verifyOnnxModel } from './verify-model.ts';

/** Gives every value the name it has in the ONNX graph; outputs carry theirs from the start. */
function nameValues(graph: Graph, emit: OnnxEmitter): (value: Value) => string {
  const outputNames = new Map<Value, string>();
  for (const [name, value] of graph.outputs) {
    if (value.origin.kind === 'node' && !outputNames.has(value)) outputNames.set(value, name);
  }
  return (value) => {
    switch (value.origin.kind) {
      case 'input':
        return value.origin.name;
      case 'constant':
        return emit.constant(
          emit.elementType(value.dataType),
          value.shape as readonly number[],
          value.origin.data,
        );
      case 'node':
        return outputNames.get(value) ?? `value_${value.id}`;
    }
  };
}

function emitNode<Name extends OpName>(
  node: GraphNode<Name>,
  nameOf: (value: Value) => string,
  emit: OnnxEmitter,
): void {
  ops[node.op].onnx({
    attributes: node.attributes,
    inputs: node.inputs.map(nameOf),
    outputs: node.outputs.map(nameOf),
    inputTypes: node.inputs,
    outputTypes: node.outputs,
    emit,
  });
}

/** Rewrites a graph as an ONNX graph of the operators of opset 21. Dead nodes are left out. */
export function lowerToOnnx(graph: Graph, options: OnnxOptions): OnnxModel {
  const emit = new OnnxEmitter(graph, options);
  const nameOf = nameValues(graph, emit);
  const portOf = (name: string, { dataType, shape }: Value): OnnxPort => ({
    name,
    dataType: emit.elementType(dataType),
    shape,
  });
  const live = liveNodes(graph);
  for (const node of live) emitNode(node, nameOf, emit);
  const outputs: OnnxPort[] = [];
  for (const [name, value] of graph.outputs) {
    const source = nameOf(value);
    if (source !== name) emit.into([name], 'Identity', [source]);
    outputs.push(portOf(name, value));
  }
  const inputs = graph.inputs.flatMap((value) =>
    value.origin.kind === 'input' ? [portOf(value.origin.name, value)] : [],
  );
  const model = { nodes: emit.nodes, initializers: emit.initializers, inputs, outputs };
  verifyOnnxModel(model);
  return model;
}
