/**
 * What a graph computes with. Whole numbers are int64 because `Gather` takes them on all engines;
 * float16 appears where `half-precision.ts` puts it.
 */
export type DataType = 'float32' | 'float16' | 'int64' | 'bool';

/** A size: a number, or a polynomial of named symbols such as `rows*columns+targets`. */
export type Dimension = number | string;

export type Shape = readonly Dimension[];

export interface ValueType {
  readonly dataType: DataType;
  readonly shape: Shape;
}

type NoAttributes = Readonly<Record<string, never>>;

/** The closed list of operations with the parameters of each. Axes are counted from 0. */
export interface OpAttributes {
  add: NoAttributes;
  subtract: NoAttributes;
  multiply: NoAttributes;
  divide: NoAttributes;
  negate: NoAttributes;
  exp: NoAttributes;
  log: NoAttributes;
  sqrt: NoAttributes;
  tanh: NoAttributes;
  erf: NoAttributes;
  gelu: { readonly approximation: 'none' | 'tanh' };
  relu: NoAttributes;
  sign: NoAttributes;
  /** Softmax over the last axis. */
  softmax: NoAttributes;
  /** Over the last axis; outputs: the result, the mean, 1 / standard deviation. */
  layerNorm: { readonly epsilon: number };
  cast: { readonly to: DataType };
  equal: NoAttributes;
  /** a · b (+ c) of matrices, each transposed on request. */
  gemm: { readonly transposeA: boolean; readonly transposeB: boolean };
  /** scale · a · b over the last two axes of stacks of matrices. */
  matMul: { readonly transposeA: boolean; readonly transposeB: boolean; readonly scale: number };
  reshape: { readonly shape: Shape };
  transpose: { readonly permutation: readonly number[] };
  /** Repeats axes of size 1. */
  expand: { readonly shape: Shape };
  concat: { readonly axis: number };
  /** Equal parts along an axis. */
  split: { readonly axis: number; readonly parts: number };
  /** Rows of a table. */
  gather: NoAttributes;
  /** Adds rows to a table; rows that are named several times are summed. */
  scatterAdd: NoAttributes;
  reduceSum: { readonly axes: readonly number[]; readonly keepDimensions: boolean };
  reduceMax: { readonly axes: readonly number[]; readonly keepDimensions: boolean };
  /** Sum of the squares of all elements, as [1]. */
  sumOfSquares: NoAttributes;
  zeros: { readonly shape: Shape };
  /** start, start + 1, …, as int64 [length]. */
  range: { readonly start: number; readonly length: Dimension };
  /** The bits of 32-bit words, the lowest of the first word first, as bool of a shape of numbers. */
  unpackBits: { readonly shape: Shape };
}

export type OpName = keyof OpAttributes;

export interface GraphNode<Name extends OpName = OpName> {
  readonly op: Name;
  readonly attributes: OpAttributes[Name];
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
}

export type Origin =
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'constant'; readonly data: readonly number[] }
  | { readonly kind: 'node'; readonly node: GraphNode; readonly output: number };

/** One tensor of a graph: fed, constant, or made by a node. Assigned once. */
export interface Value extends ValueType {
  /** Position in the order of creation; unique in its graph. */
  readonly id: number;
  readonly origin: Origin;
}
