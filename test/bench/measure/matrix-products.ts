import { createGraphBuilder } from '#core/graph/create-builder.ts';
import { evaluateDimension } from '#core/graph/dimensions.ts';
import { liveNodes } from '#core/graph/graph.ts';
import { encodeOnnx } from '#core/graph/onnx/encode.ts';
import { lowerToOnnx } from '#core/graph/onnx/lower.ts';
import type { GraphNode } from '#core/graph/types.ts';
import { buildTrainingGraph } from '#core/model/step-graph.ts';
import { chooseOnnxBinding } from '#core/runtime/onnx-session/choose.ts';
import type { OnnxTensor } from '#core/runtime/onnx-session/session.ts';

import type { ProductsJob } from '../jobs.ts';

type ProductNode = GraphNode<'gemm'> | GraphNode<'matMul'>;

/** One kind of matrix product of a training step. */
interface MatrixProduct {
  readonly node: ProductNode;
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly output: readonly number[];
  readonly operations: number;
  /** How often the step computes it. */
  readonly count: number;
}

const isProduct = (node: GraphNode): node is ProductNode =>
  node.op === 'gemm' || node.op === 'matMul';

const countElements = (shape: readonly number[]) =>
  shape.reduce((product, size) => product * size, 1);

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
      node,
      left,
      right,
      output,
      operations: 2 * inner * countElements(output),
      count: (products.get(key)?.count ?? 0) + 1,
    });
  }
  return [...products.values()];
}

const sides = ['left', 'right', 'output'] as const;

/** All products of a step as one graph; each has inputs of its own, so that none is left out. */
function buildModel(products: readonly MatrixProduct[]): Uint8Array {
  const builder = createGraphBuilder();
  products.forEach(({ node, left, right, count }, kind) => {
    for (let copy = 0; copy < count; copy++) {
      const name = (side: string) => nameOf(side, kind, copy);
      const a = builder.input(name('left'), 'float32', left);
      const b = builder.input(name('right'), 'float32', right);
      // Without what is added to it: that is not part of the product.
      builder.output(name('output'), builder.apply(node.op, [a, b], node.attributes)[0]);
    }
  });
  return encodeOnnx(lowerToOnnx(builder.graph, { fusedMatMul: true }));
}

const nameOf = (side: string, kind: number, copy: number) => `${side}:${kind}:${copy}`;

/** Noise: zeros would be multiplied just as fast, but denormals would not. */
function noise(size: number): Float32Array {
  const values = new Float32Array(size);
  for (let index = 0; index < size; index++) values[index] = ((index * 7919) % 1009) / 1009 - 0.5;
  return values;
}

/**
 * The machine's limit for a step: its matrix products by onnxruntime, one after the other with
 * nothing in between. Operands share memory, so the limit is a little better than a step could
 * reach.
 */
export async function openProducts(job: ProductsJob): Promise<{ timeStep(): Promise<number> }> {
  const { binding } = await chooseOnnxBinding();
  const products = listProducts(job);
  const largest = (side: (typeof sides)[number]) =>
    Math.max(...products.map((product) => countElements(product[side])));
  const memory = {
    left: noise(largest('left')),
    right: noise(largest('right')),
    output: new Float32Array(largest('output')),
  };
  const tensors = { left: new Map(), right: new Map(), output: new Map() } as Record<
    (typeof sides)[number],
    Map<string, OnnxTensor>
  >;
  products.forEach((product, kind) => {
    for (let copy = 0; copy < product.count; copy++) {
      for (const side of sides) {
        const values = memory[side].subarray(0, countElements(product[side]));
        const tensor = binding.createTensor('float32', product[side], values);
        tensors[side].set(nameOf(side, kind, copy), tensor);
      }
    }
  });
  const feeds = new Map([...tensors.left, ...tensors.right]);
  const session = await binding.createSession(buildModel(products), { threads: job.threads });
  return {
    timeStep: async () => {
      const start = performance.now();
      await session.run(feeds, tensors.output);
      return performance.now() - start;
    },
  };
}
