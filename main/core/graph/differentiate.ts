import type { GraphBuilder } from './builder.ts';
import { equalShapes } from './dimensions.ts';
import { checkFit } from './fit.ts';
import { producerOf } from './graph.ts';
import type { Graph, GradientPart, InputGradient, ScatteredGradient } from './graph.ts';
import { ops } from './ops/table.ts';
import type { GraphNode, OpName, Value } from './types.ts';

/** Everything that changes when a parameter changes. */
function findDependents(graph: Graph, parameters: readonly Value[]): Set<Value> {
  const dependents = new Set(parameters);
  for (const node of graph.nodes) {
    if (!node.inputs.some((input) => dependents.has(input))) continue;
    for (const output of node.outputs) dependents.add(output);
  }
  return dependents;
}

/** sum + part; a matrix product takes the sum as its addend, which saves a pass over memory. */
function addPart(builder: GraphBuilder, sum: Value, part: Value): Value {
  for (const [product, addend] of [
    [part, sum],
    [sum, part],
  ]) {
    const node = producerOf(product);
    if (node?.op !== 'gemm' || node.inputs.length > 2) continue;
    if (!equalShapes(product.shape, addend.shape)) continue;
    return builder.apply(
      'gemm',
      [...node.inputs, addend],
      (node as GraphNode<'gemm'>).attributes,
    )[0];
  }
  return builder.add(sum, part);
}

/** All scattered parts of one table as one list of rows. */
export function joinRows(
  builder: GraphBuilder,
  parts: readonly ScatteredGradient[],
): ScatteredGradient {
  const join = (name: keyof ScatteredGradient) =>
    builder.concat(
      parts.map((part) => part[name]),
      0,
    );
  return { indices: join('indices'), updates: join('updates') };
}

/** The sum of the parts: all scattered ones as a single scatter into the sum of the dense ones. */
export function sumParts(
  builder: GraphBuilder,
  parts: readonly GradientPart[],
  like: Value,
): Value {
  const dense: Value[] = [];
  const scattered: ScatteredGradient[] = [];
  for (const part of parts) {
    if ('indices' in part) scattered.push(part);
    else dense.push(part);
  }
  const sum =
    dense.length > 0
      ? dense.reduce((total, part) => addPart(builder, total, part))
      : builder.zeros(like.shape);
  if (scattered.length === 0) return sum;
  const { indices, updates } = joinRows(builder, scattered);
  return builder.scatterAdd(sum, indices, updates);
}

function applyRule<Name extends OpName>(
  builder: GraphBuilder,
  node: GraphNode<Name>,
  site: { gradients: readonly (Value | null)[]; dependents: ReadonlySet<Value> },
): readonly InputGradient[] {
  const { gradient } = ops[node.op];
  checkFit(gradient !== null, 'an op with a gradient', `${node.op}, which has none`);
  const [output] = node.outputs;
  return gradient({
    builder,
    inputs: node.inputs,
    outputs: node.outputs,
    attributes: node.attributes,
    gradient: site.gradients[0] ?? builder.zeros(output.shape),
    gradients: site.gradients,
    needs: (input) => site.dependents.has(node.inputs[input]),
  });
}

/**
 * Reverse-mode differentiation: for each of `parameters`, the parts of which the gradient of a
 * scalar loss is the sum, written into the same graph.
 */
export function gatherGradientParts(
  builder: GraphBuilder,
  loss: Value,
  parameters: readonly Value[],
): (readonly GradientPart[])[] {
  const { graph } = builder;
  checkFit(loss.shape.length === 0, 'a scalar loss', `rank ${loss.shape.length}`);
  const dependents = findDependents(graph, parameters);
  const partsOf = new Map<Value, GradientPart[]>([[loss, [builder.scalar(1)]]]);

  const totalOf = (value: Value): Value | null => {
    const parts = partsOf.get(value);
    return parts ? sumParts(builder, parts, value) : null;
  };
  const send = (inputs: readonly Value[], gradients: readonly InputGradient[]): void => {
    gradients.forEach((gradient, index) => {
      const input = inputs[index];
      if (gradient === null || !dependents.has(input)) return;
      partsOf.set(input, (partsOf.get(input) ?? []).concat(gradient));
    });
  };

  for (const node of graph.nodes.toReversed()) {
    const gradients = node.outputs.map((output) =>
      dependents.has(output) ? totalOf(output) : null,
    );
    if (gradients.every((gradient) => gradient === null)) continue;
    const [first] = gradients;
    const composite = graph.compositeRules.get(node.outputs[0]);
    if (composite && first) send(composite.inputs, composite.gradient(first));
    else send(node.inputs, applyRule(builder, node, { gradients, dependents }));
  }

  return parameters.map((parameter) => partsOf.get(parameter) ?? []);
}

/**
 * The gradients of a scalar loss with respect to `parameters`, written into the same graph. Where
 * `accumulated` holds a value for a parameter, its gradient is added to that value, inside a matrix
 * product or scatter if there is one.
 */
export function differentiate(
  builder: GraphBuilder,
  loss: Value,
  options: { parameters: readonly Value[]; accumulated?: ReadonlyMap<Value, Value> },
): Value[] {
  const { parameters, accumulated = new Map<Value, Value>() } = options;
  return gatherGradientParts(builder, loss, parameters).map((parts, index) => {
    const parameter = parameters[index];
    const start = accumulated.get(parameter);
    return sumParts(builder, start === undefined ? parts : [start, ...parts], parameter);
  });
}
