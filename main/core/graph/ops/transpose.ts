import { formatShape } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import type { Op } from '../op.ts';
import { fillTensor, readBroadcast } from '../tensor.ts';

/** Axis i of the result is axis permutation[i] of x. */
export const transpose: Op<'transpose'> = {
  infer: ([x], { permutation }) => {
    checkFit(
      [...permutation].sort((a, b) => a - b).join() === [...x.shape.keys()].join(),
      `a permutation of the axes of ${formatShape(x.shape)}`,
      formatShape(permutation),
    );
    return [{ dataType: x.dataType, shape: permutation.map((axis) => x.shape[axis]) }];
  },
  gradient: ({ builder, attributes: { permutation }, gradient }) => {
    const back = permutation.map((_, axis) => permutation.indexOf(axis));
    return [builder.transpose(gradient, back)];
  },
  onnx: ({ attributes, inputs, outputs, emit }) => {
    emit.into(outputs, 'Transpose', inputs, { perm: { integers: attributes.permutation } });
  },
  tensorflow: ({ tf, attributes: { permutation }, inputs: [x] }) => [
    tf.transpose(x, [...permutation]),
  ],
  reference: ([x], { permutation }) => {
    const shape = permutation.map((axis) => x.shape[axis]);
    const back = permutation.map((_, axis) => permutation.indexOf(axis));
    return [
      fillTensor(shape, (index) =>
        readBroadcast(
          x,
          back.map((axis) => index[axis]),
        ),
      ),
    ];
  },
};
