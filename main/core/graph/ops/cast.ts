import type { Op } from '../op.ts';
import { roundToHalf } from '../half.ts';
import { mapTensor } from '../tensor.ts';
import type { Tensor } from '../tensor.ts';
import { tensorflowTypeOf } from '../tensorflow/operations.ts';
import type { DataType } from '../types.ts';

const references: Record<DataType, (x: Tensor) => Tensor> = {
  float32: (x) => x,
  float16: (x) => mapTensor(x, roundToHalf),
  int64: (x) => mapTensor(x, Math.trunc),
  bool: (x) => mapTensor(x, (element) => (element === 0 ? 0 : 1)),
};

/**
 * Changes the type. It has no gradient: gradients flow only between floating types, and half
 * precision is put in after differentiating (`half-precision.ts`).
 */
export const cast: Op<'cast'> = {
  infer: ([x], { to }) => [{ dataType: to, shape: x.shape }],
  gradient: null,
  onnx: ({ attributes, inputs, outputs, emit }) => {
    emit.into(outputs, 'Cast', inputs, { to: { elementType: emit.elementType(attributes.to) } });
  },
  tensorflow: ({ tf, attributes: { to }, inputs: [x] }) => [tf.cast(x, tensorflowTypeOf(to))],
  reference: ([x], { to }) => [references[to](x)],
};
