import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { RandomStream } from '#core/base/random-stream.ts';
import { createGraphBuilder } from '#core/graph/create-builder.ts';
import { differentiate } from '#core/graph/differentiate.ts';
import type { Graph } from '#core/graph/graph.ts';
import { interpret } from '#core/graph/interpret.ts';
import { encodeOnnx } from '#core/graph/onnx/encode.ts';
import { lowerToOnnx } from '#core/graph/onnx/lower.ts';
import { ops } from '#core/graph/ops/table.ts';
import type { Tensor } from '#core/graph/tensor.ts';
import type { OpName } from '#core/graph/types.ts';
import { verifyGraph } from '#core/graph/verify.ts';

import { differentiateNumerically, relativeError } from '../fixtures/engine/finite-differences.ts';
import { opCases } from '../fixtures/engine/op-cases.ts';
import type { OpCase } from '../fixtures/engine/op-cases.ts';
import { openOnnx } from '../fixtures/engine/run-onnx.ts';
import type { Feed } from '../fixtures/engine/run-onnx.ts';

type Feeds = Record<string, Feed>;

function toTensors(feeds: Feeds): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(feeds).map(([name, { shape, data }]) => [
      name,
      { shape, data: Float64Array.from(Array.from(data)) },
    ]),
  );
}

function feedsOf(inputs: readonly Feed[]): Feeds {
  return Object.fromEntries(inputs.map((input, index) => [`x${index}`, input]));
}

/** The op alone, its outputs y0, y1, … */
function buildForward<Name extends OpName>(op: Name, example: OpCase<Name>): Graph {
  const builder = createGraphBuilder();
  const inputs = example.inputs.map(({ dataType, shape }, index) =>
    builder.input(`x${index}`, dataType, shape),
  );
  for (const [index, output] of builder.apply(op, inputs, example.attributes).entries()) {
    builder.output(`y${index}`, output);
  }
  verifyGraph(builder.graph, op);
  return builder.graph;
}

/** loss = Σ y ∘ random weights, and the gradient dx<i> of every float input. */
function buildBackward<Name extends OpName>(
  op: Name,
  example: OpCase<Name>,
  random: RandomStream,
): Graph {
  const builder = createGraphBuilder();
  const inputs = example.inputs.map(({ dataType, shape }, index) =>
    builder.input(`x${index}`, dataType, shape),
  );
  const outputs = builder.apply(op, inputs, example.attributes);
  // The moments that LayerNorm also gives serve its own gradient only.
  const terms = (op === 'layerNorm' ? outputs.slice(0, 1) : outputs).map((output) => {
    const shape = output.shape.map(Number);
    const size = shape.reduce((total, length) => total * length, 1);
    const weights = Array.from({ length: size }, () => Math.fround(random.normal()));
    const weighted = builder.multiply(output, builder.constant(weights, 'float32', shape));
    return builder.reduceSum(weighted, [...shape.keys()]);
  });
  const loss = terms.reduce((sum, term) => builder.add(sum, term));
  builder.output('loss', loss);
  const parameters = inputs.filter((input) => input.dataType === 'float32');
  const gradients = differentiate(builder, loss, { parameters });
  for (const [index, parameter] of parameters.entries()) {
    builder.output(`dx${inputs.indexOf(parameter)}`, gradients[index]);
  }
  verifyGraph(builder.graph, `${op} differentiated`);
  return builder.graph;
}

async function expectOnnxToEqualReference(graph: Graph, feeds: Feeds): Promise<void> {
  const expected = interpret(graph, toTensors(feeds));
  for (const fusedMatMul of [false, true]) {
    const run = await openOnnx(encodeOnnx(lowerToOnnx(graph, { fusedMatMul })));
    const actual = await run(feeds);
    for (const [name, tensor] of Object.entries(expected)) {
      expect(actual[name].shape, name).toEqual(tensor.shape);
      expect(relativeError(actual[name].data, tensor.data), name).toBeLessThan(1e-5);
    }
  }
}

const seeds = fc.nat(1_000_000);

describe.each(Object.keys(ops) as OpName[])('%s', (op) => {
  it('gives in ONNX Runtime what its reference gives', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const example = opCases[op](new RandomStream(seed, 'case'));
        await expectOnnxToEqualReference(buildForward(op, example), feedsOf(example.inputs));
      }),
      { numRuns: 15 },
    );
  });

  if (ops[op].gradient === null) return;
  it('has the gradient that finite differences have', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const random = new RandomStream(seed, 'case');
        const example = opCases[op](random);
        const graph = buildBackward(op, example, random);
        const feeds = feedsOf(example.inputs);
        const tensors = toTensors(feeds);
        const gradients = interpret(graph, tensors);
        for (const name of Object.keys(gradients).filter((output) => output !== 'loss')) {
          const input = name.slice(1);
          const expected = differentiateNumerically(
            tensors[input],
            (moved) => interpret(graph, { ...tensors, [input]: moved }).loss.data[0],
          );
          expect(relativeError(gradients[name].data, expected), name).toBeLessThan(1e-6);
        }
        await expectOnnxToEqualReference(graph, feeds);
      }),
      { numRuns: 15 },
    );
  });
});
