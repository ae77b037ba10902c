import type { GraphNode, OpAttributes, OpName, Origin, Value, ValueType } from './types.ts';

/** Where gradients of a lookup go: rows of a table, named by index. Merged into one scatter. */
export interface ScatteredGradient {
  /** int64 [n] */
  readonly indices: Value;
  /** [n, …row shape of the table] */
  readonly updates: Value;
}

export type GradientPart = Value | ScatteredGradient;

/** What one input receives; null where nothing flows. */
export type InputGradient = GradientPart | readonly GradientPart[] | null;

/** A gradient written by hand for a value that several nodes make together. */
export interface CompositeRule {
  readonly inputs: readonly Value[];
  /** Given the value's gradient, one entry per input. */
  readonly gradient: (outputGradient: Value) => readonly InputGradient[];
}

/**
 * A static computation: nodes in an order in which each comes after what it needs. Equal nodes are
 * made once (hash-consing), so backward rules may ask again for what the forward pass computed.
 */
export class Graph {
  readonly inputs: Value[] = [];
  readonly constants: Value[] = [];
  readonly nodes: GraphNode[] = [];
  readonly outputs = new Map<string, Value>();
  readonly compositeRules = new Map<Value, CompositeRule>();
  readonly #known = new Map<string, readonly Value[]>();
  #valueCount = 0;

  #value(type: ValueType, origin: Origin): Value {
    return { id: this.#valueCount++, dataType: type.dataType, shape: type.shape, origin };
  }

  addInput(name: string, type: ValueType): Value {
    const value = this.#value(type, { kind: 'input', name });
    this.inputs.push(value);
    return value;
  }

  addConstant(type: ValueType, data: readonly number[]): Value {
    const key = `constant|${type.dataType}|${type.shape.join()}|${data.join()}`;
    const known = this.#known.get(key);
    if (known) return known[0];
    const value = this.#value(type, { kind: 'constant', data });
    this.constants.push(value);
    this.#known.set(key, [value]);
    return value;
  }

  addNode<Name extends OpName>(
    op: Name,
    operands: { inputs: readonly Value[]; attributes: OpAttributes[Name] },
    infer: () => readonly ValueType[],
  ): readonly Value[] {
    const ids = operands.inputs.map((value) => value.id).join();
    const key = `${op}|${ids}|${JSON.stringify(operands.attributes)}`;
    const known = this.#known.get(key);
    if (known) return known;
    const outputs: Value[] = [];
    const node: GraphNode<Name> = { op, ...operands, outputs };
    for (const [index, type] of infer().entries()) {
      outputs.push(this.#value(type, { kind: 'node', node, output: index }));
    }
    this.nodes.push(node);
    this.#known.set(key, outputs);
    return outputs;
  }

  setOutput(name: string, value: Value): void {
    this.outputs.set(name, value);
  }

  setCompositeRule(value: Value, rule: CompositeRule): void {
    this.compositeRules.set(value, rule);
  }
}

/** The node that makes a value; null for inputs and constants. */
export function producerOf(value: Value): GraphNode | null {
  return value.origin.kind === 'node' ? value.origin.node : null;
}

/** The nodes that some output depends on, in order. */
export function liveNodes(graph: Graph): GraphNode[] {
  const needed = new Set<Value>(graph.outputs.values());
  const live: GraphNode[] = [];
  for (const node of graph.nodes.toReversed()) {
    if (!node.outputs.some((value) => needed.has(value))) continue;
    live.push(node);
    for (const input of node.inputs) needed.add(input);
  }
  return live.reverse();
}

/** The first input that carries a symbol, with the axis it stands at. */
export function findSymbol(graph: Graph, symbol: string): { name: string; axis: number } | null {
  for (const { origin, shape } of graph.inputs) {
    const axis = shape.indexOf(symbol);
    if (axis >= 0 && origin.kind === 'input') return { name: origin.name, axis };
  }
  return null;
}
