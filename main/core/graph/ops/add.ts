import { sumToShape } from '../broadcast.ts';
import type { Op } from '../op.ts';
import { zipTensors } from '../tensor.ts';
import { inferBroadcast } from './broadcast-types.ts';

/** a + b with broadcasting. */
export const add: Op<'add'> = {
  infer: inferBroadcast,
  gradient: ({ builder, inputs: [left, right], gradient, needs }) => [
    needs(0) ? sumToShape(builder, gradient, left.shape) : null,
    needs(1) ? sumToShape(builder, gradient, right.shape) : null,
  ],
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Add', inputs);
  },
  tensorflow: ({ tf, inputs: [left, right] }) => [tf.add(left, right)],
  reference: ([left, right]) => [zipTensors(left, right, (a, b) => a + b)],
};
