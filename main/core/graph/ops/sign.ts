import type { Op } from '../op.ts';
import { mapTensor } from '../tensor.ts';
import { inferFloat } from './float-type.ts';

/** −1, 0 or 1. Flat wherever it has a slope, so nothing flows back. */
export const sign: Op<'sign'> = {
  infer: inferFloat,
  gradient: null,
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Sign', inputs);
  },
  tensorflow: ({ tf, inputs: [x] }) => [tf.sign(x)],
  reference: ([x]) => [mapTensor(x, Math.sign)],
};
