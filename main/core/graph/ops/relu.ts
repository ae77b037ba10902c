import type { Op } from '../op.ts';
import { mapTensor } from '../tensor.ts';
import { inferFloat } from './float-type.ts';

/** y = max(x, 0); dx = dy · sign y. */
export const relu: Op<'relu'> = {
  infer: inferFloat,
  gradient: ({ builder, outputs: [y], gradient }) => [builder.multiply(gradient, builder.sign(y))],
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Relu', inputs);
  },
  tensorflow: ({ tf, inputs: [x] }) => [tf.relu(x)],
  reference: ([x]) => [mapTensor(x, (element) => Math.max(element, 0))],
};
