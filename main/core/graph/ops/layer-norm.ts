import { equalShapes, formatShape, multiplyDimensions } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import type { Op } from '../op.ts';
import { mapRows } from './rows.ts';

function momentsOf(row: Float64Array, epsilon: number): { mean: number; inverse: number } {
  const mean = row.reduce((sum, element) => sum + element, 0) / row.length;
  const variance = row.reduce((sum, element) => sum + (element - mean) ** 2, 0) / row.length;
  return { mean, inverse: 1 / Math.sqrt(variance + epsilon) };
}

/**
 * Layer normalisation over the last axis: Ba, Kiros and Hinton, 2016, equation 3. With
 * x̂ = (x − μ) · s, s = 1/√(σ² + ε), t = dy · x̂ and H the length of a row:
 * dx = s · (dy · γ − (dy · γᵀ)/H − x̂ · (t · γᵀ)/H), dγ = Σ t, dβ = Σ dy.
 * The two row sums are matrix products, which are faster than reductions.
 */
export const layerNorm: Op<'layerNorm'> = {
  infer: ([x, weight, bias]) => {
    const row = x.shape.slice(-1);
    checkFit(x.shape.length >= 1, 'an operand with at least one axis', formatShape(x.shape));
    checkFit(
      equalShapes(weight.shape, row) && equalShapes(bias.shape, row),
      `weight and bias of shape ${formatShape(row)}`,
      `${formatShape(weight.shape)} and ${formatShape(bias.shape)}`,
    );
    const perRow = { dataType: x.dataType, shape: [...x.shape.slice(0, -1), 1] };
    return [{ dataType: x.dataType, shape: x.shape }, perRow, perRow];
  },
  gradient: ({ builder, inputs, outputs: [, mean, inverse], gradient, gradients, needs }) => {
    checkFit(
      gradients[1] === null && gradients[2] === null,
      'a loss that does not depend on the mean or the deviation directly',
      'one that does',
    );
    const [x, weight] = inputs;
    const width = x.shape[x.shape.length - 1];
    const matrix = [multiplyDimensions(x.shape.slice(0, -1)), width];
    const column = builder.reshape(weight, [width, 1]);
    const normalised = builder.multiply(builder.subtract(x, mean), inverse);
    const scaled = builder.multiply(gradient, normalised);
    const leadingAxes = x.shape.slice(0, -1).map((_, axis) => axis);
    const meanOf = (terms: typeof x) => {
      const sums = builder.gemm(builder.reshape(terms, matrix), column);
      return builder.reshape(builder.multiply(sums, 1 / Number(width)), mean.shape);
    };
    const inputGradient = () => {
      const direct = builder.subtract(builder.multiply(gradient, weight), meanOf(gradient));
      const along = builder.multiply(normalised, meanOf(scaled));
      return builder.multiply(builder.subtract(direct, along), inverse);
    };
    return [
      needs(0) ? inputGradient() : null,
      needs(1) ? builder.reduceSum(scaled, leadingAxes) : null,
      needs(2) ? builder.reduceSum(gradient, leadingAxes) : null,
    ];
  },
  onnx: ({ attributes, inputs, outputs, emit }) => {
    emit.into(outputs, 'LayerNormalization', inputs, {
      axis: { int: -1 },
      epsilon: { float: attributes.epsilon },
    });
  },
  tensorflow: ({ tf, attributes: { epsilon }, inputs: [x, weight, bias] }) => {
    const last = [x.shape.length - 1];
    const mean = tf.mean(x, last, true);
    const centred = tf.sub(x, mean);
    const variance = tf.mean(tf.square(centred), last, true);
    const inverse = tf.rsqrt(tf.add(variance, epsilon));
    return [tf.add(tf.mul(tf.mul(centred, inverse), weight), bias), mean, inverse];
  },
  reference: ([x, weight, bias], { epsilon }) => [
    mapRows(x, (row) => {
      const { mean, inverse } = momentsOf(row, epsilon);
      return row.map(
        (element, column) => (element - mean) * inverse * weight.data[column] + bias.data[column],
      );
    }),
    mapRows(x, (row) => [momentsOf(row, epsilon).mean]),
    mapRows(x, (row) => [momentsOf(row, epsilon).inverse]),
  ],
};
