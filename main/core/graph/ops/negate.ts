import type { Op } from '../op.ts';
import { mapTensor } from '../tensor.ts';
import { inferFloat } from './float-type.ts';

/** y = −x; dx = −dy. */
export const negate: Op<'negate'> = {
  infer: inferFloat,
  gradient: ({ builder, gradient }) => [builder.negate(gradient)],
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Neg', inputs);
  },
  tensorflow: ({ tf, inputs: [x] }) => [tf.neg(x)],
  reference: ([x]) => [mapTensor(x, (element) => -element)],
};
