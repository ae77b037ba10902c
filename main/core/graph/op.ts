import type { GraphBuilder } from './builder.ts';
import type { InputGradient } from './graph.ts';
import type { OnnxEmitter } from './onnx/emitter.ts';
import type { Tensor } from './tensor.ts';
import type { DeviceTensor, TensorflowOperations } from './tensorflow/operations.ts';
import type { Dimension, OpAttributes, OpName, Value, ValueType } from './types.ts';

/** What a gradient rule sees of its node. */
interface GradientSite<Name extends OpName> {
  readonly builder: GraphBuilder;
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
  readonly attributes: OpAttributes[Name];
  /** Gradient of the first output; rules of ops with several outputs read `gradients`. */
  readonly gradient: Value;
  /** One per output; null where the loss does not depend on that output. */
  readonly gradients: readonly (Value | null)[];
  /** Whether an input's gradient is wanted: rules skip the work where it is not. */
  readonly needs: (input: number) => boolean;
}

/** What an ONNX form sees of its node: names instead of values. */
export interface OnnxSite<Name extends OpName> {
  readonly attributes: OpAttributes[Name];
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly inputTypes: readonly ValueType[];
  readonly outputTypes: readonly ValueType[];
  readonly emit: OnnxEmitter;
}

/** What a TensorFlow.js form sees of its node: tensors instead of values. */
export interface TensorflowSite<Name extends OpName, T extends DeviceTensor> {
  readonly tf: TensorflowOperations<T>;
  readonly attributes: OpAttributes[Name];
  readonly inputs: readonly T[];
  /** The number behind a dimension. */
  readonly size: (dimension: Dimension) => number;
}

/** All that is known of one operation. Every engine adds its form here. */
export interface Op<Name extends OpName> {
  /** The shape rule: types of the outputs; throws `graph.invalid` for inputs that do not fit. */
  infer(inputs: readonly ValueType[], attributes: OpAttributes[Name]): readonly ValueType[];
  /** One entry per input; null for an operation through which no gradient flows. */
  readonly gradient: ((site: GradientSite<Name>) => readonly InputGradient[]) | null;
  onnx(site: OnnxSite<Name>): void;
  /** New tensors, never the inputs themselves; what else is made on the way is freed by the caller. */
  tensorflow<T extends DeviceTensor>(site: TensorflowSite<Name, T>): readonly T[];
  /** The definition, in float64 and without regard for speed: what every engine is held against. */
  reference(
    inputs: readonly Tensor[],
    attributes: OpAttributes[Name],
    size: (dimension: Dimension) => number,
  ): readonly Tensor[];
}
