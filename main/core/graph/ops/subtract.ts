import { sumToShape } from '../broadcast.ts';
import type { Op } from '../op.ts';
import { zipTensors } from '../tensor.ts';
import { inferBroadcast } from './broadcast-types.ts';

/** a − b with broadcasting. */
export const subtract: Op<'subtract'> = {
  infer: inferBroadcast,
  gradient: ({ builder, inputs: [left, right], gradient, needs }) => [
    needs(0) ? sumToShape(builder, gradient, left.shape) : null,
    needs(1) ? sumToShape(builder, builder.negate(gradient), right.shape) : null,
  ],
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Sub', inputs);
  },
  tensorflow: ({ tf, inputs: [left, right] }) => [tf.sub(left, right)],
  reference: ([left, right]) => [zipTensors(left, right, (a, b) => a - b)],
};
