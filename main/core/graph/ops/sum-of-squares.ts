import type { Op } from '../op.ts';

/** Σ x² over all elements, as [1]; dx = 2 · dy · x. */
export const sumOfSquares: Op<'sumOfSquares'> = {
  infer: ([x]) => [{ dataType: x.dataType, shape: [1] }],
  gradient: ({ builder, inputs: [x], gradient }) => [
    builder.multiply(x, builder.multiply(builder.reshape(gradient, []), 2)),
  ],
  onnx: ({ inputs, outputs, emit }) => {
    const flat = emit.node('Reshape', [...inputs, emit.integers([-1])]);
    emit.into(outputs, 'ReduceSumSquare', [flat, emit.integers([0])], { keepdims: { int: 1 } });
  },
  tensorflow: ({ tf, inputs: [x] }) => {
    const squares = tf.reshape(tf.square(x), [-1]);
    return [tf.sum(squares, [0], true)];
  },
  reference: ([x]) => [
    { shape: [1], data: Float64Array.of(x.data.reduce((sum, element) => sum + element ** 2, 0)) },
  ],
};
