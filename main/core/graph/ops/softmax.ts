import { largestOf } from '#core/base/extremes.ts';
import type { Op } from '../op.ts';
import { mapRows } from './rows.ts';
import { inferFloat } from './float-type.ts';

/** y = eˣ / Σ eˣ over the last axis; dx = y · (dy − Σ dy · y). */
export const softmax: Op<'softmax'> = {
  infer: inferFloat,
  gradient: ({ builder, outputs: [y], gradient }) => {
    const last = y.shape.length - 1;
    const share = builder.reduceSum(builder.multiply(gradient, y), [last], true);
    return [builder.multiply(y, builder.subtract(gradient, share))];
  },
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Softmax', inputs, { axis: { int: -1 } });
  },
  tensorflow: ({ tf, inputs: [x] }) => [tf.softmax(x)],
  reference: ([x]) => [
    mapRows(x, (row) => {
      const highest = largestOf(row);
      const powers = row.map((element) => Math.exp(element - highest));
      const sum = powers.reduce((total, power) => total + power, 0);
      return powers.map((power) => power / sum);
    }),
  ],
};
