import type { OnnxSite, Op } from '../op.ts';

/**
 * The WebGPU provider gives every number of a result to one group of threads: rows first, then
 * their sums, so that a large table has many of them at work.
 */
function emitInStages({
  inputs,
  outputs,
  inputTypes: [{ shape }],
  emit,
}: Pick<OnnxSite<'sumOfSquares'>, 'inputs' | 'outputs' | 'inputTypes' | 'emit'>): void {
  const kept = { keepdims: { int: 1 } };
  const last = emit.integers([Math.max(shape.length - 1, 0)]);
  const rows =
    shape.length === 0 ? emit.node('Reshape', [...inputs, emit.integers([1])]) : inputs[0];
  const sums = emit.node('ReduceSumSquare', [rows, last], kept);
  const flat = emit.node('Reshape', [sums, emit.integers([-1])]);
  emit.into(outputs, 'ReduceSum', [flat, emit.integers([0])], kept);
}

/** Σ x² over all elements, as [1]; dx = 2 · dy · x. */
export const sumOfSquares: Op<'sumOfSquares'> = {
  infer: ([x]) => [{ dataType: x.dataType, shape: [1] }],
  gradient: ({ builder, inputs: [x], gradient }) => [
    builder.multiply(x, builder.multiply(builder.reshape(gradient, []), 2)),
  ],
  onnx: ({ inputs, outputs, inputTypes, emit }) => {
    if (emit.options.webGpu === true) {
      emitInStages({ inputs, outputs, inputTypes, emit });
      return;
    }
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
