import type { Op } from '../op.ts';
import { inferReduction, reduceTensor } from './reduction.ts';

/** Sums over axes; the gradient is repeated along them. */
export const reduceSum: Op<'reduceSum'> = {
  infer: inferReduction,
  gradient: ({ builder, inputs: [x], attributes: { axes }, gradient }) => {
    const kept = x.shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
    return [builder.expand(builder.reshape(gradient, kept), x.shape)];
  },
  onnx: ({ attributes, inputs, outputs, emit }) => {
    emit.into(outputs, 'ReduceSum', [...inputs, emit.integers(attributes.axes)], {
      keepdims: { int: Number(attributes.keepDimensions) },
    });
  },
  tensorflow: ({ tf, attributes: { axes, keepDimensions }, inputs: [x] }) => [
    tf.sum(x, [...axes], keepDimensions),
  ],
  reference: ([x], attributes) => [reduceTensor(x, attributes, (sum, element) => sum + element)],
};
