import type { Op } from '../op.ts';
import { mapTensor } from '../tensor.ts';
import { inferFloat } from './float-type.ts';

/** y = √x; dx = dy / 2y. */
export const sqrt: Op<'sqrt'> = {
  infer: inferFloat,
  gradient: ({ builder, outputs: [y], gradient }) => [
    builder.divide(gradient, builder.multiply(y, 2)),
  ],
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Sqrt', inputs);
  },
  tensorflow: ({ tf, inputs: [x] }) => [tf.sqrt(x)],
  reference: ([x]) => [mapTensor(x, Math.sqrt)],
};
