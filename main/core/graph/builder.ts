import { equalShapes, multiplyDimensions } from './dimensions.ts';
import { Graph, producerOf } from './graph.ts';
import type { CompositeRule } from './graph.ts';
import type {
  DataType,
  Dimension,
  OpAttributes,
  OpName,
  Shape,
  Value,
  ValueType,
} from './types.ts';

/** Applies the shape rule of an op; passed in so that ops may use the builder without a cycle. */
export type InferTypes = <Name extends OpName>(
  op: Name,
  inputs: readonly Value[],
  attributes: OpAttributes[Name],
) => readonly ValueType[];

type Operand = Value | number;

const none = {};

function isOne(operand: Operand): boolean {
  if (typeof operand === 'number') return operand === 1;
  const { origin, shape } = operand;
  return origin.kind === 'constant' && shape.length === 0 && origin.data[0] === 1;
}

/** Writes a graph. A number in place of a value stands for a float32 constant. */
export class GraphBuilder {
  readonly graph = new Graph();
  readonly #infer: InferTypes;

  constructor(infer: InferTypes) {
    this.#infer = infer;
  }

  apply<Name extends OpName>(
    op: Name,
    inputs: readonly Value[],
    attributes: OpAttributes[Name],
  ): readonly Value[] {
    return this.graph.addNode(op, { inputs, attributes }, () =>
      this.#infer(op, inputs, attributes),
    );
  }

  input(name: string, dataType: DataType, shape: Shape): Value {
    return this.graph.addInput(name, { dataType, shape });
  }

  output(name: string, value: Value): void {
    this.graph.setOutput(name, value);
  }

  composite(value: Value, rule: CompositeRule): Value {
    this.graph.setCompositeRule(value, rule);
    return value;
  }

  constant(data: readonly number[], dataType: DataType, shape: readonly number[]): Value {
    return this.graph.addConstant({ dataType, shape }, data);
  }

  integers(data: readonly number[]): Value {
    return this.constant(data, 'int64', [data.length]);
  }

  scalar(value: number): Value {
    return this.constant([value], 'float32', []);
  }

  #operand(operand: Operand): Value {
    return typeof operand === 'number' ? this.scalar(operand) : operand;
  }

  #binary(op: 'add' | 'subtract' | 'multiply' | 'divide', left: Operand, right: Operand): Value {
    return this.apply(op, [this.#operand(left), this.#operand(right)], none)[0];
  }

  add(left: Operand, right: Operand): Value {
    return this.#binary('add', left, right);
  }

  subtract(left: Operand, right: Operand): Value {
    return this.#binary('subtract', left, right);
  }

  multiply(left: Operand, right: Operand): Value {
    if (isOne(left) && typeof right !== 'number') return right;
    if (isOne(right) && typeof left !== 'number') return left;
    return this.#binary('multiply', left, right);
  }

  divide(left: Operand, right: Operand): Value {
    return this.#binary('divide', left, right);
  }

  negate(x: Value): Value {
    return this.apply('negate', [x], none)[0];
  }

  exp(x: Value): Value {
    return this.apply('exp', [x], none)[0];
  }

  log(x: Value): Value {
    return this.apply('log', [x], none)[0];
  }

  sqrt(x: Value): Value {
    return this.apply('sqrt', [x], none)[0];
  }

  tanh(x: Value): Value {
    return this.apply('tanh', [x], none)[0];
  }

  erf(x: Value): Value {
    return this.apply('erf', [x], none)[0];
  }

  gelu(x: Value, approximation: 'none' | 'tanh'): Value {
    return this.apply('gelu', [x], { approximation })[0];
  }

  relu(x: Value): Value {
    return this.apply('relu', [x], none)[0];
  }

  sign(x: Value): Value {
    return this.apply('sign', [x], none)[0];
  }

  softmax(x: Value): Value {
    return this.apply('softmax', [x], none)[0];
  }

  layerNorm(x: Value, parameters: { weight: Value; bias: Value; epsilon: number }): Value {
    const { weight, bias, epsilon } = parameters;
    return this.apply('layerNorm', [x, weight, bias], { epsilon })[0];
  }

  cast(x: Value, to: DataType): Value {
    return x.dataType === to ? x : this.apply('cast', [x], { to })[0];
  }

  equal(left: Value, right: Value): Value {
    return this.apply('equal', [left, right], none)[0];
  }

  /** a · b of matrices; `addend` is added where given. */
  gemm(
    a: Value,
    b: Value,
    options: { transposeA?: boolean; transposeB?: boolean; addend?: Value } = {},
  ): Value {
    const { transposeA = false, transposeB = false, addend } = options;
    return this.apply('gemm', addend ? [a, b, addend] : [a, b], { transposeA, transposeB })[0];
  }

  /** x · weightᵀ + bias, with the weight as PyTorch keeps it: [out, in]. */
  linear(x: Value, weight: Value, bias: Value): Value {
    return this.gemm(x, weight, { transposeB: true, addend: bias });
  }

  matMul(
    a: Value,
    b: Value,
    options: { transposeA?: boolean; transposeB?: boolean; scale?: number } = {},
  ): Value {
    const { transposeA = false, transposeB = false, scale = 1 } = options;
    return this.apply('matMul', [a, b], { transposeA, transposeB, scale })[0];
  }

  reshape(x: Value, shape: Shape): Value {
    if (equalShapes(x.shape, shape)) return x;
    const producer = producerOf(x);
    if (producer?.op === 'reshape') return this.reshape(producer.inputs[0], shape);
    return this.apply('reshape', [x], { shape })[0];
  }

  /** As one axis. */
  flatten(x: Value): Value {
    return this.reshape(x, [multiplyDimensions(x.shape)]);
  }

  transpose(x: Value, permutation: readonly number[]): Value {
    if (permutation.every((from, to) => from === to)) return x;
    return this.apply('transpose', [x], { permutation })[0];
  }

  expand(x: Value, shape: Shape): Value {
    return equalShapes(x.shape, shape) ? x : this.apply('expand', [x], { shape })[0];
  }

  concat(parts: readonly Value[], axis: number): Value {
    return parts.length === 1 ? parts[0] : this.apply('concat', parts, { axis })[0];
  }

  split(x: Value, axis: number, parts: number): readonly Value[] {
    return this.apply('split', [x], { axis, parts });
  }

  gather(table: Value, indices: Value): Value {
    return this.apply('gather', [table, indices], none)[0];
  }

  scatterAdd(table: Value, indices: Value, updates: Value): Value {
    return this.apply('scatterAdd', [table, indices, updates], none)[0];
  }

  reduceSum(x: Value, axes: readonly number[], keepDimensions = false): Value {
    return this.apply('reduceSum', [x], { axes, keepDimensions })[0];
  }

  reduceMax(x: Value, axes: readonly number[], keepDimensions = false): Value {
    return this.apply('reduceMax', [x], { axes, keepDimensions })[0];
  }

  sumOfSquares(x: Value): Value {
    return this.apply('sumOfSquares', [x], none)[0];
  }

  zeros(shape: Shape): Value {
    return this.apply('zeros', [], { shape })[0];
  }

  range(start: number, length: Dimension): Value {
    return this.apply('range', [], { start, length })[0];
  }

  unpackBits(words: Value, shape: Shape): Value {
    return this.apply('unpackBits', [words], { shape })[0];
  }
}
