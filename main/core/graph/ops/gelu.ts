import type { GraphBuilder } from '../builder.ts';
import type { Op } from '../op.ts';
import { mapTensor } from '../tensor.ts';
import type { Value } from '../types.ts';
import { errorFunction } from './error-function.ts';
import { inferFloat } from './float-type.ts';

const cubic = 0.044715;
const tanhScale = Math.sqrt(2 / Math.PI);

/** With u = x/√2: ½ · (1 + erf u + (2/√π) · u · e^(−u²)). */
function exactSlope(builder: GraphBuilder, x: Value): Value {
  const u = builder.multiply(x, Math.SQRT1_2);
  const bell = builder.exp(builder.negate(builder.multiply(u, u)));
  const rise = builder.multiply(builder.multiply(u, bell), 2 / Math.sqrt(Math.PI));
  return builder.multiply(builder.add(builder.add(builder.erf(u), 1), rise), 0.5);
}

/** With t = tanh(s(x + cx³)): ½ · (1 + t + x · (1 − t²) · s · (1 + 3cx²)). */
function tanhSlope(builder: GraphBuilder, x: Value): Value {
  const square = builder.multiply(x, x);
  const bend = builder.add(builder.multiply(square, cubic), 1);
  const t = builder.tanh(builder.multiply(builder.multiply(x, bend), tanhScale));
  const inner = builder.add(builder.multiply(square, 3 * cubic * tanhScale), tanhScale);
  const flatness = builder.subtract(1, builder.multiply(t, t));
  const rise = builder.multiply(builder.multiply(x, inner), flatness);
  return builder.multiply(builder.add(builder.add(t, 1), rise), 0.5);
}

/**
 * Gaussian error linear unit, x · Φ(x), exact or with the tanh approximation: Hendrycks and Gimpel,
 * "Gaussian Error Linear Units", 2016, section 2.
 */
export const gelu: Op<'gelu'> = {
  infer: inferFloat,
  gradient: ({ builder, inputs: [x], attributes, gradient }) => {
    const slope = attributes.approximation === 'none' ? exactSlope : tanhSlope;
    return [builder.multiply(gradient, slope(builder, x))];
  },
  onnx: ({ attributes, inputs, outputs, emit }) => {
    emit.into(outputs, 'Gelu', inputs, { approximate: { string: attributes.approximation } });
  },
  tensorflow: ({ tf, attributes: { approximation }, inputs: [x] }) => {
    const bend = () => tf.mul(tf.add(tf.mul(tf.square(x), cubic), 1), x);
    const rise =
      approximation === 'none'
        ? tf.erf(tf.mul(x, Math.SQRT1_2))
        : tf.tanh(tf.mul(bend(), tanhScale));
    return [tf.mul(tf.mul(x, 0.5), tf.add(rise, 1))];
  },
  reference: ([x], { approximation }) => [
    mapTensor(x, (element) =>
      approximation === 'none'
        ? 0.5 * element * (1 + errorFunction(element * Math.SQRT1_2))
        : 0.5 * element * (1 + Math.tanh(tanhScale * (element + cubic * element ** 3))),
    ),
  ],
};
