import { createGraphBuilder } from '#core/graph/create-builder.ts';
import { evaluateDimension } from '#core/graph/dimensions.ts';
import { liveNodes } from '#core/graph/graph.ts';
import { encodeOnnx } from '#core/graph/onnx/encode.ts';
import { lowerToOnnx } from '#core/graph/onnx/lower.ts';
import type { GraphNode } from '#core/graph/types.ts';
import { buildTrainingGraph } from '#core/model/step-graph.ts';
import { chooseOnnxBinding } from '#core/runtime/onnx-session/choose.ts';
import type { OnnxSession, OnnxTensor } from '#core/runtime/onnx-session/session.ts';

import type { ProductsJob } from '../jobs.ts';
import { median } from './median.ts';

/** One kind of matrix product of a training step. */
export interface MatrixProduct {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly output: readonly number[];
  readonly operations: number;
  /** How often the step computes it. */
  readonly count: number;
  /** The product alone as an ONNX model with inputs a and b and output y. */
  readonly model: () => Uint8Array;
}

/** Runs per kind and step; a kind that comes more often is scaled up. */
const runsPerKind = 3;

const isProduct = (node: GraphNode): node is GraphNode<'gemm'> | GraphNode<'matMul'> =>
  node.op === 'gemm' || node.op === 'matMul';

const countElements = (shape: readonly number[]) =>
  shape.reduce((product, size) => product * size, 1);

function buildModel(
  node: GraphNode<'gemm'> | GraphNode<'matMul'>,
  left: readonly number[],
  right: readonly number[],
): Uint8Array {
  const builder = createGraphBuilder();
  const a = builder.input('a', 'float32', left);
  const b = builder.input('b', 'float32', right);
  // Without what is added to it: that is not part of the product.
  builder.output('y', builder.apply(node.op, [a, b], node.attributes)[0]);
  return encodeOnnx(lowerToOnnx(builder.graph, { fusedMatMul: true }));
}

/** The matrix products of a training step, read off its graph; equal ones are counted. */
export function listProducts({
  encoder,
  head,
  sizes,
}: Pick<ProductsJob, 'encoder' | 'head' | 'sizes'>): MatrixProduct[] {
  const { graph } = buildTrainingGraph(encoder, head, {
    shape: { rows: 'rows', columns: 'columns', targets: 'targets' },
    dropoutRate: 0,
    accumulate: false,
  });
  const bindings = new Map(Object.entries(sizes));
  const products = new Map<string, MatrixProduct>();
  for (const node of liveNodes(graph).filter(isProduct)) {
    const [left, right, output] = [node.inputs[0], node.inputs[1], node.outputs[0]].map(
      ({ shape }) => shape.map((size) => evaluateDimension(size, bindings)),
    );
    const { transposeA } = node.attributes;
    const inner = left[left.length - (transposeA ? 2 : 1)];
    const key = JSON.stringify([node.op, node.attributes, left, right]);
    products.set(key, {
      left,
      right,
      output,
      operations: 2 * inner * countElements(output),
      count: (products.get(key)?.count ?? 0) + 1,
      model: () => buildModel(node, left, right),
    });
  }
  return [...products.values()];
}

interface OpenProduct {
  readonly count: number;
  readonly session: OnnxSession;
  readonly feeds: ReadonlyMap<string, OnnxTensor>;
  readonly fetches: ReadonlyMap<string, OnnxTensor>;
}

/** Noise: zeros would be multiplied just as fast, but denormals would not. */
function noise(size: number): Float32Array {
  const values = new Float32Array(size);
  for (let index = 0; index < size; index++) values[index] = ((index * 7919) % 1009) / 1009 - 0.5;
  return values;
}

/**
 * The machine's limit for a step: its matrix products by onnxruntime, one by one, with nothing in
 * between. Operands share memory, so the limit is a little better than a step could reach.
 */
export async function openProducts(job: ProductsJob): Promise<{ timeStep(): Promise<number> }> {
  const { binding } = await chooseOnnxBinding();
  const products = listProducts(job);
  const largest = (side: 'left' | 'right' | 'output') =>
    Math.max(...products.map((product) => countElements(product[side])));
  const memory = {
    left: noise(largest('left')),
    right: noise(largest('right')),
    output: new Float32Array(largest('output')),
  };
  const open: OpenProduct[] = [];
  for (const product of products) {
    const tensor = (side: 'left' | 'right' | 'output') =>
      binding.createTensor(
        'float32',
        product[side],
        memory[side].subarray(0, countElements(product[side])),
      );
    open.push({
      count: product.count,
      session: await binding.createSession(product.model(), { threads: job.threads }),
      feeds: new Map([
        ['a', tensor('left')],
        ['b', tensor('right')],
      ]),
      fetches: new Map([['y', tensor('output')]]),
    });
  }
  return {
    timeStep: async () => {
      let totalMs = 0;
      for (const { count, session, feeds, fetches } of open) {
        const times: number[] = [];
        for (let run = 0; run < Math.min(count, runsPerKind); run++) {
          const start = performance.now();
          await session.run(feeds, fetches);
          times.push(performance.now() - start);
        }
        totalMs += count * median(times);
      }
      return totalMs;
    },
  };
}
