import type { Op } from '../op.ts';
import { fillTensor } from '../tensor.ts';

/** float32 zeros. */
export const zeros: Op<'zeros'> = {
  infer: (_, { shape }) => [{ dataType: 'float32', shape }],
  gradient: null,
  onnx: ({ attributes, outputs, emit }) => {
    // Without a value ConstantOfShape fills with float32 zeros.
    emit.into(outputs, 'ConstantOfShape', [emit.shape(attributes.shape)]);
  },
  tensorflow: ({ tf, attributes: { shape }, size }) => [tf.zeros(shape.map(size))],
  reference: (_, { shape }, size) => [fillTensor(shape.map(size), () => 0)],
};
