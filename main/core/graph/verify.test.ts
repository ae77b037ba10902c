import { describe, expect, it } from 'vitest';

import { isAnamnesisError } from '#core/base/error.ts';

import { createGraphBuilder } from './create-builder.ts';
import { Graph } from './graph.ts';
import type { GraphNode, Value, ValueType } from './types.ts';
import { verifyGraph } from './verify.ts';

const matrix: ValueType = { dataType: 'float32', shape: ['rows', 4] };

/** A legal graph, x + x, to be broken on purpose. */
function legalGraph(): { graph: Graph; x: Value; node: GraphNode } {
  const graph = new Graph();
  const x = graph.addInput('x', matrix);
  const [sum] = graph.addNode('add', { inputs: [x, x], attributes: {} }, () => [matrix]);
  graph.setOutput('sum', sum);
  return { graph, x, node: graph.nodes[0] };
}

function expectRefusal(graph: Graph, message: RegExp): void {
  try {
    verifyGraph(graph, 'the test graph');
  } catch (error) {
    expect(isAnamnesisError(error, 'graph.invalid')).toBe(true);
    expect(String(error)).toMatch(message);
    return;
  }
  expect.unreachable('The broken graph was accepted.');
}

describe('the verifier', () => {
  it('accepts a legal graph', () => {
    verifyGraph(legalGraph().graph, 'the test graph');
  });

  it('refuses a node whose output shape is not what the op gives, naming op and place', () => {
    const { graph, x } = legalGraph();
    graph.addNode('negate', { inputs: [x], attributes: {} }, () => [
      { dataType: 'float32', shape: [4, 'rows'] },
    ]);
    expectRefusal(graph, /the test graph, node 1 \(negate\).*float32 \[rows, 4\]/);
  });

  it('refuses a wrong type', () => {
    const { graph, x } = legalGraph();
    graph.addNode('negate', { inputs: [x], attributes: {} }, () => [
      { dataType: 'int64', shape: matrix.shape },
    ]);
    expectRefusal(graph, /negate.*float32.*found int64/);
  });

  it('refuses a wrong number of outputs', () => {
    const { graph, x } = legalGraph();
    graph.addNode('negate', { inputs: [x], attributes: {} }, () => [matrix, matrix]);
    expectRefusal(graph, /negate.*1 outputs, found 2/);
  });

  it('refuses operands that do not fit the op', () => {
    const { graph, x } = legalGraph();
    graph.addNode(
      'gemm',
      { inputs: [x, x], attributes: { transposeA: false, transposeB: false } },
      () => [matrix],
    );
    expectRefusal(graph, /gemm\(float32 \[rows, 4\], float32 \[rows, 4\]\).*inner sizes/);
  });

  it('refuses an op that is not in the table', () => {
    const { graph, node } = legalGraph();
    graph.nodes.push({ ...node, op: 'guess' as 'add', outputs: [] });
    expectRefusal(graph, /node 1 \(guess\).*op of the table/);
  });

  it('refuses a use before the definition', () => {
    const { graph, node } = legalGraph();
    const [sum] = node.outputs;
    graph.addNode('negate', { inputs: [sum], attributes: {} }, () => [matrix]);
    graph.nodes.reverse();
    expectRefusal(graph, /node 0 \(negate\).*defined before/);
  });

  it('refuses a value of another graph', () => {
    const { graph } = legalGraph();
    const stranger = new Graph().addInput('y', matrix);
    graph.addNode('negate', { inputs: [stranger], attributes: {} }, () => [matrix]);
    expectRefusal(graph, /negate.*defined before/);
  });

  it('refuses a second assignment', () => {
    const { graph, node } = legalGraph();
    graph.nodes.push({ ...node });
    expectRefusal(graph, /node 1 \(add\).*assigned once/);
  });

  it('refuses two inputs of one name, and an output with the name of an input', () => {
    const twice = legalGraph().graph;
    twice.addInput('x', matrix);
    expectRefusal(twice, /input "x".*unique names/);
    const { graph, x } = legalGraph();
    graph.setOutput('x', x);
    expectRefusal(graph, /output "x".*unique names/);
  });

  it('refuses an output that nothing makes', () => {
    const { graph } = legalGraph();
    graph.setOutput('y', new Graph().addInput('y', matrix));
    expectRefusal(graph, /output "y".*defined value/);
  });

  it('refuses a size that no input carries', () => {
    const { graph } = legalGraph();
    graph.addNode('zeros', { inputs: [], attributes: { shape: ['layers'] } }, () => [
      { dataType: 'float32', shape: ['layers'] },
    ]);
    expectRefusal(graph, /zeros.*"layers"/);
  });

  it('refuses a constant whose elements do not fit its shape or type', () => {
    const short = legalGraph().graph;
    short.addConstant({ dataType: 'float32', shape: [2] }, [1]);
    expectRefusal(short, /constant.*2 elements.*found 1/);
    const fraction = legalGraph().graph;
    fraction.addConstant({ dataType: 'int64', shape: [1] }, [0.5]);
    expectRefusal(fraction, /constant.*int64/);
  });
});

describe('the builder', () => {
  it('refuses operands that do not fit at the line that writes them', () => {
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', [2, 3]);
    expect(() => builder.gemm(x, x)).toThrow(/gemm\(float32 \[2, 3\], float32 \[2, 3\]\)/);
    expect(() => builder.add(x, builder.input('y', 'float32', [4]))).toThrow(/broadcast/);
    expect(() => builder.reshape(x, [5])).toThrow(/6 elements/);
  });

  it('makes equal nodes once', () => {
    const builder = createGraphBuilder();
    const x = builder.input('x', 'float32', [2, 3]);
    expect(builder.tanh(x)).toBe(builder.tanh(x));
    expect(builder.transpose(x, [1, 0])).not.toBe(builder.transpose(x, [0, 1]));
    expect(builder.graph.nodes).toHaveLength(2);
  });
});
