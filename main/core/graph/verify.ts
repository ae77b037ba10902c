import { inferTypes } from './create-builder.ts';
import { dimensionTerms, equalShapes, formatShape } from './dimensions.ts';
import { findSymbol } from './graph.ts';
import type { Graph } from './graph.ts';
import { roundToHalf } from './half.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { ops } from './ops/table.ts';
import type { GraphNode, Shape, Value } from './types.ts';

/** Stops at a broken rule. The place says which graph, which node and which op. */
function demand(
  condition: boolean,
  broken: { place: string; expected: string; found: string },
): asserts condition {
  if (condition) return;
  throw new AnamnesisError('graph.invalid', {
    ...broken,
    remedy: 'This is a defect of the program: report it with the command that led to it.',
  });
}

function verifySymbols(graph: Graph, shape: Shape, place: string): void {
  for (const size of shape) {
    for (const symbol of dimensionTerms(size).flatMap((term) => term.symbols)) {
      demand(findSymbol(graph, symbol) !== null, {
        place,
        expected: 'symbols that an input carries',
        found: `"${symbol}" in ${formatShape(shape)}`,
      });
    }
  }
}

function verifyConstant(value: Value, place: string): void {
  if (value.origin.kind !== 'constant') return;
  const { data } = value.origin;
  const size = value.shape.reduce<number>((product, dimension) => product * Number(dimension), 1);
  demand(data.length === size, {
    place,
    expected: `${size} elements for ${formatShape(value.shape)}`,
    found: String(data.length),
  });
  const fits = {
    float32: () => true,
    float16: (element: number) => Object.is(roundToHalf(element), element),
    int64: Number.isSafeInteger,
    bool: (element: number) => element === 0 || element === 1,
  }[value.dataType];
  demand(data.every(fits), {
    place,
    expected: `elements of type ${value.dataType}`,
    found: 'others',
  });
}

function verifyNode(graph: Graph, node: GraphNode, place: string): void {
  demand(Object.hasOwn(ops, node.op), {
    place,
    expected: 'an op of the table',
    found: node.op,
  });
  const types = inferTypes(node.op, node.inputs, node.attributes);
  demand(types.length === node.outputs.length, {
    place,
    expected: `${types.length} outputs`,
    found: String(node.outputs.length),
  });
  node.outputs.forEach((output, index) => {
    const { dataType, shape } = types[index];
    demand(output.dataType === dataType && equalShapes(output.shape, shape), {
      place,
      expected: `output ${index} to be ${dataType} ${formatShape(shape)}`,
      found: `${output.dataType} ${formatShape(output.shape)}`,
    });
    verifySymbols(graph, output.shape, place);
  });
}

/**
 * The rules of a legal graph: every value is assigned once, before it is used; every node's outputs
 * have the types its op's shape rule gives; every symbol is carried by an input; names are unique.
 * Throws `graph.invalid` naming op and place. `stage` says which graph, for the message.
 */
export function verifyGraph(graph: Graph, stage: string): void {
  const defined = new Set<Value>();
  const names = new Set<string>();
  const define = (value: Value, place: string) => {
    demand(!defined.has(value), {
      place,
      expected: 'each value to be assigned once',
      found: `value ${value.id} a second time`,
    });
    defined.add(value);
  };
  const claim = (name: string, place: string) => {
    demand(!names.has(name), { place, expected: 'unique names', found: `"${name}" twice` });
    names.add(name);
  };

  for (const input of graph.inputs) {
    const name = input.origin.kind === 'input' ? input.origin.name : '';
    const place = `${stage}, input "${name}"`;
    demand(name !== '', { place, expected: 'an input with a name', found: input.origin.kind });
    claim(name, place);
    define(input, place);
    verifySymbols(graph, input.shape, place);
  }
  for (const constant of graph.constants) {
    define(constant, `${stage}, constant ${constant.id}`);
    verifyConstant(constant, `${stage}, constant ${constant.id}`);
  }
  graph.nodes.forEach((node, index) => {
    const place = `${stage}, node ${index} (${node.op})`;
    for (const input of node.inputs) {
      demand(defined.has(input), {
        place,
        expected: 'inputs that are defined before',
        found: `value ${input.id}`,
      });
    }
    verifyNode(graph, node, place);
    for (const output of node.outputs) define(output, place);
  });
  for (const [name, value] of graph.outputs) {
    const place = `${stage}, output "${name}"`;
    claim(name, place);
    demand(defined.has(value), { place, expected: 'a defined value', found: `value ${value.id}` });
  }
}
