import type { Op } from '../op.ts';
import { mapTensor } from '../tensor.ts';
import { inferFloat } from './float-type.ts';

/** y = tanh x; dx = dy · (1 − y²). */
export const tanh: Op<'tanh'> = {
  infer: inferFloat,
  gradient: ({ builder, outputs: [y], gradient }) => [
    builder.multiply(gradient, builder.subtract(1, builder.multiply(y, y))),
  ],
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Tanh', inputs);
  },
  tensorflow: ({ tf, inputs: [x] }) => [tf.tanh(x)],
  reference: ([x]) => [mapTensor(x, Math.tanh)],
};
