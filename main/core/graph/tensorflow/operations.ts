import { checkFit } from '../fit.ts';
import type { DataType } from '../types.ts';

/** A tensor of any TensorFlow.js backend, as far as graphs look into it. Its values never change. */
export interface DeviceTensor {
  readonly shape: readonly number[];
  readonly dtype: string;
  dispose(): void;
}

/**
 * The functions of @tensorflow/tfjs-core that graphs are computed with, by that package's names.
 * Written down here because this folder knows no engine: an instance of the package is passed in.
 */
export interface TensorflowOperations<T extends DeviceTensor> {
  add(left: T, right: T | number): T;
  sub(left: T, right: T): T;
  mul(left: T, right: T | number): T;
  div(left: T, right: T): T;
  neg(x: T): T;
  exp(x: T): T;
  log(x: T): T;
  tanh(x: T): T;
  erf(x: T): T;
  relu(x: T): T;
  sign(x: T): T;
  square(x: T): T;
  sqrt(x: T): T;
  rsqrt(x: T): T;
  /** Over the last axis. */
  softmax(x: T): T;
  cast(x: T, dtype: 'float32' | 'int32' | 'bool'): T;
  clone(x: T): T;
  equal(left: T, right: T): T;
  less(left: T, right: T): T;
  matMul(left: T, right: T, transposeLeft?: boolean, transposeRight?: boolean): T;
  reshape(x: T, shape: number[]): T;
  transpose(x: T, permutation: number[]): T;
  broadcastTo(x: T, shape: number[]): T;
  concat(parts: T[], axis: number): T;
  slice(x: T, begin: number[], size: number[]): T;
  split(x: T, parts: number, axis: number): T[];
  gather(table: T, indices: T): T;
  scatterND(indices: T, updates: T, shape: number[]): T;
  sum(x: T, axes: number[], keepDimensions?: boolean): T;
  max(x: T, axes: number[], keepDimensions?: boolean): T;
  mean(x: T, axes: number[], keepDimensions?: boolean): T;
  zeros(shape: number[]): T;
  range(start: number, end: number, step: number, dtype: 'int32'): T;
  tensor(
    values: Float32Array | Int32Array | Uint8Array,
    shape: number[],
    dtype: 'float32' | 'int32' | 'bool',
  ): T;
  /** Frees every tensor that `work` makes, except those it returns. */
  tidy<Result extends T | T[]>(work: () => Result): Result;
}

/** TensorFlow.js has no int64; token ids, positions and labels fit into int32. */
const tensorflowTypes = {
  float32: 'float32',
  float16: null,
  int64: 'int32',
  bool: 'bool',
} as const satisfies Record<DataType, string | null>;

/** What a type of ours is there. @throws graph.invalid for float16, which TensorFlow.js has not */
export function tensorflowTypeOf(dataType: DataType): 'float32' | 'int32' | 'bool' {
  const type = tensorflowTypes[dataType];
  checkFit(type !== null, 'a type that TensorFlow.js has', dataType);
  return type;
}
