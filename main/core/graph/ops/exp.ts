import type { Op } from '../op.ts';
import { mapTensor } from '../tensor.ts';
import { inferFloat } from './float-type.ts';

/** y = eˣ; dx = dy · y. */
export const exp: Op<'exp'> = {
  infer: inferFloat,
  gradient: ({ builder, outputs: [y], gradient }) => [builder.multiply(gradient, y)],
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Exp', inputs);
  },
  tensorflow: ({ tf, inputs: [x] }) => [tf.exp(x)],
  reference: ([x]) => [mapTensor(x, Math.exp)],
};
