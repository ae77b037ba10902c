import { sumToShape } from '../broadcast.ts';
import type { Op } from '../op.ts';
import { zipTensors } from '../tensor.ts';
import { inferBroadcast } from './broadcast-types.ts';

/** a · b with broadcasting; ∂a = dy · b, ∂b = dy · a. */
export const multiply: Op<'multiply'> = {
  infer: inferBroadcast,
  gradient: ({ builder, inputs: [left, right], gradient, needs }) => [
    needs(0) ? sumToShape(builder, builder.multiply(gradient, right), left.shape) : null,
    needs(1) ? sumToShape(builder, builder.multiply(gradient, left), right.shape) : null,
  ],
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Mul', inputs);
  },
  tensorflow: ({ tf, inputs: [left, right] }) => [tf.mul(left, right)],
  reference: ([left, right]) => [zipTensors(left, right, (a, b) => a * b)],
};
