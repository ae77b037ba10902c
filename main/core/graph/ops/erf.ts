import type { Op } from '../op.ts';
import { mapTensor } from '../tensor.ts';
import { errorFunction } from './error-function.ts';
import { inferFloat } from './float-type.ts';

/** The error function; dx = dy · (2/√π) · e^(−x²). */
export const erf: Op<'erf'> = {
  infer: inferFloat,
  gradient: ({ builder, inputs: [x], gradient }) => {
    const bell = builder.exp(builder.negate(builder.multiply(x, x)));
    return [builder.multiply(gradient, builder.multiply(bell, 2 / Math.sqrt(Math.PI)))];
  },
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Erf', inputs);
  },
  tensorflow: ({ tf, inputs: [x] }) => [tf.erf(x)],
  reference: ([x]) => [mapTensor(x, errorFunction)],
};
