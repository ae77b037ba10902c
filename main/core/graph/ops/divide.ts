import { sumToShape } from '../broadcast.ts';
import type { Op } from '../op.ts';
import { zipTensors } from '../tensor.ts';
import { inferBroadcast } from './broadcast-types.ts';

/** y = a / b with broadcasting; ∂a = dy / b, ∂b = −dy · y / b. */
export const divide: Op<'divide'> = {
  infer: inferBroadcast,
  gradient: ({ builder, inputs: [left, right], outputs: [y], gradient, needs }) => {
    const share = builder.divide(gradient, right);
    return [
      needs(0) ? sumToShape(builder, share, left.shape) : null,
      needs(1)
        ? sumToShape(builder, builder.negate(builder.multiply(share, y)), right.shape)
        : null,
    ];
  },
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Div', inputs);
  },
  tensorflow: ({ tf, inputs: [left, right] }) => [tf.div(left, right)],
  reference: ([left, right]) => [zipTensors(left, right, (a, b) => a / b)],
};
