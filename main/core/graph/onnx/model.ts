import type { DataType, Shape } from '../types.ts';

/**
 * Types of ONNX tensors: ours, what whole numbers become where int64 has no kernels, and what
 * quantised weights are stored as.
 */
export type OnnxElementType = DataType | 'int32' | 'int8';

/** The part of ONNX's format that we write, in plain objects. */
export type OnnxAttribute =
  | { readonly int: number }
  | { readonly float: number }
  | { readonly integers: readonly number[] }
  | { readonly string: string }
  | { readonly elementType: OnnxElementType };

export interface OnnxNode {
  readonly name: string;
  readonly type: string;
  /** '' for ONNX's own operators. */
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

export interface OnnxTensor {
  readonly name: string;
  readonly dataType: OnnxElementType;
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

export interface OnnxPort {
  readonly name: string;
  readonly dataType: OnnxElementType;
  readonly shape: Shape;
}

export interface OnnxModel {
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
  readonly inputs: readonly OnnxPort[];
  readonly outputs: readonly OnnxPort[];
}
