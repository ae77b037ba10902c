import { sumToShape } from '../broadcast.ts';
import { broadcastShapes, equalShapes, formatShape } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import type { Op } from '../op.ts';
import { fillTensor, readBroadcast } from '../tensor.ts';

/** Repeats x along new axes and along axes of size 1; the gradient is summed over the copies. */
export const expand: Op<'expand'> = {
  infer: ([x], { shape }) => {
    const broadcast = broadcastShapes(x.shape, shape);
    checkFit(
      broadcast !== null && equalShapes(broadcast, shape),
      `a shape that ${formatShape(x.shape)} broadcasts to`,
      formatShape(shape),
    );
    return [{ dataType: x.dataType, shape }];
  },
  gradient: ({ builder, inputs: [x], gradient }) => [sumToShape(builder, gradient, x.shape)],
  onnx: ({ attributes, inputs, outputs, emit }) => {
    emit.into(outputs, 'Expand', [...inputs, emit.shape(attributes.shape)]);
  },
  tensorflow: ({ tf, attributes: { shape }, inputs: [x], size }) => [
    tf.broadcastTo(x, shape.map(size)),
  ],
  reference: ([x], { shape }, size) => [
    fillTensor(shape.map(size), (index) => readBroadcast(x, index)),
  ],
};
