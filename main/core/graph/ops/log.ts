import type { Op } from '../op.ts';
import { mapTensor } from '../tensor.ts';
import { inferFloat } from './float-type.ts';

/** y = ln x; dx = dy / x. */
export const log: Op<'log'> = {
  infer: inferFloat,
  gradient: ({ builder, inputs: [x], gradient }) => [builder.divide(gradient, x)],
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Log', inputs);
  },
  tensorflow: ({ tf, inputs: [x] }) => [tf.log(x)],
  reference: ([x]) => [mapTensor(x, Math.log)],
};
