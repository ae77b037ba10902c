import type { Op } from '../op.ts';
import { zipTensors } from '../tensor.ts';
import { inferBroadcast } from './broadcast-types.ts';

/** Whether a and b are equal, with broadcasting. */
export const equal: Op<'equal'> = {
  infer: (inputs) => [{ dataType: 'bool', shape: inferBroadcast(inputs)[0].shape }],
  gradient: null,
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Equal', inputs);
  },
  tensorflow: ({ tf, inputs: [left, right] }) => [tf.equal(left, right)],
  reference: ([left, right]) => [zipTensors(left, right, (a, b) => (a === b ? 1 : 0))],
};
