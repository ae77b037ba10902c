import type { Op } from '../op.ts';
import { inferReduction, reduceTensor } from './reduction.ts';

/** The largest element over axes. Only composite rules use it, which know their own gradients. */
export const reduceMax: Op<'reduceMax'> = {
  infer: inferReduction,
  gradient: null,
  onnx: ({ attributes, inputs, outputs, emit }) => {
    emit.into(outputs, 'ReduceMax', [...inputs, emit.integers(attributes.axes)], {
      keepdims: { int: Number(attributes.keepDimensions) },
    });
  },
  tensorflow: ({ tf, attributes: { axes, keepDimensions }, inputs: [x] }) => [
    tf.max(x, [...axes], keepDimensions),
  ],
  reference: ([x], attributes) => [
    reduceTensor(x, attributes, (highest, element) => Math.max(highest, element)),
  ],
};
