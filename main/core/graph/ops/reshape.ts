import { formatShape, multiplyDimensions } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import type { OnnxEmitter } from '../onnx/emitter.ts';
import type { Op } from '../op.ts';
import type { Dimension, Shape } from '../types.ts';

/**
 * ONNX's target: one unknown size may be written −1 and one that stays at its axis 0; what is left
 * is computed at run time.
 */
function targetShape(from: Shape, to: Shape, emit: OnnxEmitter): string {
  const known = to.map((size, axis): Dimension =>
    typeof size === 'string' && from[axis] === size ? 0 : size,
  );
  const plan = to.filter((size) => typeof size === 'string').length <= 1 ? to : known;
  const last = plan.findLastIndex((size) => typeof size === 'string');
  return emit.shape(plan.map((size, axis) => (axis === last ? -1 : size)));
}

/** The same elements in another shape. */
export const reshape: Op<'reshape'> = {
  infer: ([x], { shape }) => {
    checkFit(
      multiplyDimensions(x.shape) === multiplyDimensions(shape),
      `a shape of ${multiplyDimensions(x.shape)} elements, as ${formatShape(x.shape)}`,
      formatShape(shape),
    );
    return [{ dataType: x.dataType, shape }];
  },
  gradient: ({ builder, inputs: [x], gradient }) => [builder.reshape(gradient, x.shape)],
  onnx: ({ attributes, inputs, outputs, inputTypes, emit }) => {
    const target = targetShape(inputTypes[0].shape, attributes.shape, emit);
    emit.into(outputs, 'Reshape', [...inputs, target]);
  },
  tensorflow: ({ tf, attributes: { shape }, inputs: [x], size }) => [
    tf.reshape(x, shape.map(size)),
  ],
  reference: ([x], { shape }, size) => [{ shape: shape.map(size), data: x.data }],
};
