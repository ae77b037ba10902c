import { bindSymbols } from './bind-symbols.ts';
import { checkFit } from './fit.ts';
import { roundToHalf } from './half.ts';
import { liveNodes } from './graph.ts';
import type { Graph } from './graph.ts';
import { evaluateDimension } from './dimensions.ts';
import { ops } from './ops/table.ts';
import { mapTensor } from './tensor.ts';
import type { Tensor } from './tensor.ts';
import type { Dimension, GraphNode, OpName, Value } from './types.ts';

type Size = (dimension: Dimension) => number;

/** Computes the outputs of a node. */
export type EvaluateNode = <Name extends OpName>(
  node: GraphNode<Name>,
  inputs: readonly Tensor[],
  size: Size,
) => readonly Tensor[];

/** By the op's definition; results in half precision are rounded to it, once. */
export const evaluateNode: EvaluateNode = (node, inputs, size) =>
  ops[node.op]
    .reference(inputs, node.attributes, size)
    .map((output, index) =>
      node.outputs[index].dataType === 'float16' ? mapTensor(output, roundToHalf) : output,
    );

/**
 * Runs a graph by the reference implementations in float64: slow, and what engines are held
 * against. Feeds and results by name. `evaluate` may stand in for the definitions.
 */
export function interpret(
  graph: Graph,
  feeds: Readonly<Record<string, Tensor>>,
  evaluate: EvaluateNode = evaluateNode,
): Record<string, Tensor> {
  const bindings = bindSymbols(graph, (name) => feeds[name].shape);
  const results = new Map<Value, Tensor>();
  for (const input of graph.inputs) {
    if (input.origin.kind === 'input') results.set(input, feeds[input.origin.name]);
  }
  for (const constant of graph.constants) {
    if (constant.origin.kind !== 'constant') continue;
    const shape = constant.shape.map((size) => evaluateDimension(size, bindings));
    results.set(constant, { shape, data: Float64Array.from(constant.origin.data) });
  }
  const size: Size = (dimension) => evaluateDimension(dimension, bindings);
  const resultOf = (value: Value): Tensor => {
    const result = results.get(value);
    checkFit(result !== undefined, 'a value that is defined', `value ${value.id}`);
    return result;
  };
  for (const node of liveNodes(graph)) {
    const outputs = evaluate(node, node.inputs.map(resultOf), size);
    node.outputs.forEach((output, index) => results.set(output, outputs[index]));
  }
  return Object.fromEntries([...graph.outputs].map(([name, value]) => [name, resultOf(value)]));
}
