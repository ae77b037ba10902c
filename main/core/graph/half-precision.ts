import type { GraphBuilder } from './builder.ts';
import { createGraphBuilder } from './create-builder.ts';
import { checkFit } from './fit.ts';
import { liveNodes, producerOf } from './graph.ts';
import type { Graph } from './graph.ts';
import type { Dimension, GraphNode, OpAttributes, Value } from './types.ts';

/**
 * The most products that may be summed in half precision, as kernels do that have no wider sums
 * (onnxruntime's on WebGPU). A half has 11 significant bits: as long as at most 2¹⁰ numbers of one
 * size are added, the next is at least one unit of the sum's last place, so none is lost; 4,096 ones
 * make 2,048. The rounding of a sum of n numbers grows like √n · 2⁻¹¹ (Higham and Mary, "A new
 * approach to probabilistic rounding error analysis", SIAM J. Sci. Comput. 41(5), 2019).
 */
export const longestHalfSum = 1024;

/** Longer sums are cut into equal blocks, but not into many or short ones: each costs a pass. */
const mostBlocks = 16;
const shortestBlock = 256;

/** 1/n of a softmax over n is a normal half, ≥ 2⁻¹⁴, up to here; beyond, bits are lost. */
const widestDistribution = 2 ** 14;

/** Into how many blocks a sum of this length is cut; null where it stays in float32. */
export function countHalfBlocks(length: Dimension): number | null {
  if (typeof length !== 'number') return null;
  if (length <= longestHalfSum) return 1;
  for (let blocks = 2; blocks <= mostBlocks; blocks++) {
    const size = length / blocks;
    if (size < shortestBlock) return null;
    if (Number.isInteger(size) && size <= longestHalfSum) return blocks;
  }
  return null;
}

/** Whether a value holds probabilities too small for half precision, such as a vocabulary's. */
function isWideDistribution(value: Value): boolean {
  const node = producerOf(value);
  if (node === null) return false;
  if (node.op === 'reshape' || node.op === 'transpose') return isWideDistribution(node.inputs[0]);
  const width = value.shape.at(-1);
  return node.op === 'softmax' && !(typeof width === 'number' && width <= widestDistribution);
}

type ProductNode = GraphNode<'gemm'> | GraphNode<'matMul'>;

const isProduct = (node: GraphNode): node is ProductNode =>
  node.op === 'gemm' || node.op === 'matMul';

/** The blocks of a product in half precision; null where it stays in float32. */
function planBlocks({ op, inputs: [a, b], outputs, attributes }: ProductNode): number | null {
  if (a.dataType !== 'float32' || outputs[0].shape.slice(-2).includes(1)) return null;
  if (isWideDistribution(a) || isWideDistribution(b)) return null;
  const blocks = countHalfBlocks(a.shape[a.shape.length - (attributes.transposeA ? 2 : 1)]);
  return op === 'matMul' && blocks !== 1 ? null : blocks;
}

/** Sums of blocks and the addend stay in float32. Casts of one value are made once, by the graph. */
function writeGemm(
  builder: GraphBuilder,
  inputs: readonly Value[],
  { transposeA, transposeB, blocks }: OpAttributes['gemm'] & { blocks: number },
): Value {
  const cut = (value: Value, axis: 0 | 1) => {
    const half = builder.cast(value, 'float16');
    return blocks === 1 ? [half] : builder.split(half, axis, blocks);
  };
  const [left, right] = [cut(inputs[0], transposeA ? 0 : 1), cut(inputs[1], transposeB ? 1 : 0)];
  const products = left.map((part, block) =>
    builder.cast(builder.gemm(part, right[block], { transposeA, transposeB }), 'float32'),
  );
  return [...products, ...inputs.slice(2)].reduce((sum, part) => builder.add(sum, part));
}

/** The scale is applied before the cast: what is multiplied is as small as the result allows. */
function writeMatMul(
  builder: GraphBuilder,
  [a, b]: readonly Value[],
  { transposeA, transposeB, scale }: OpAttributes['matMul'],
): Value {
  const [left, right] = [a, builder.multiply(b, scale)].map((x) => builder.cast(x, 'float16'));
  return builder.cast(builder.matMul(left, right, { transposeA, transposeB }), 'float32');
}

/** The node in half precision; null where it stays in float32. */
function writeHalf(
  builder: GraphBuilder,
  node: GraphNode,
  inputs: readonly Value[],
): readonly Value[] | null {
  if (!isProduct(node)) return null;
  const blocks = planBlocks(node);
  if (blocks === null) return null;
  if (node.op === 'matMul') return [writeMatMul(builder, inputs, node.attributes)];
  return [writeGemm(builder, inputs, { ...node.attributes, blocks })];
}

/**
 * The same computation with its matrix products in half precision where that is sound: operands are
 * rounded to float16, and so is what is summed of at most {@link longestHalfSum} products. All else
 * stays in float32: products of which the inner size is not known or too awkward to cut, those with
 * a vector, and those of probabilities over a vocabulary. For a finished graph, gradients included
 * (Micikevicius et al., "Mixed precision training", ICLR 2018, arXiv 1710.03740).
 */
export function useHalfPrecision(graph: Graph): Graph {
  const builder = createGraphBuilder();
  const copies = new Map<Value, Value>();
  const copyOf = (value: Value): Value => {
    const copy = copies.get(value);
    checkFit(copy !== undefined, 'a value that is defined', `value ${value.id}`);
    return copy;
  };
  for (const value of [...graph.inputs, ...graph.constants]) {
    const { origin, dataType, shape } = value;
    if (origin.kind === 'input') copies.set(value, builder.input(origin.name, dataType, shape));
    if (origin.kind === 'constant') {
      copies.set(value, builder.constant(origin.data, dataType, shape.map(Number)));
    }
  }
  for (const node of liveNodes(graph)) {
    const inputs = node.inputs.map(copyOf);
    const outputs =
      writeHalf(builder, node, inputs) ?? builder.apply(node.op, inputs, node.attributes);
    node.outputs.forEach((output, index) => copies.set(output, outputs[index]));
  }
  for (const [name, value] of graph.outputs) builder.output(name, copyOf(value));
  return builder.graph;
}
