import type { Op } from '../op.ts';
import { mapTensor } from '../tensor.ts';
import { tensorflowTypes } from '../tensorflow/operations.ts';

/** Changes the type. Gradients flow only between floating types, of which there is one. */
export const cast: Op<'cast'> = {
  infer: ([x], { to }) => [{ dataType: to, shape: x.shape }],
  gradient: null,
  onnx: ({ attributes, inputs, outputs, emit }) => {
    emit.into(outputs, 'Cast', inputs, { to: { elementType: emit.elementType(attributes.to) } });
  },
  tensorflow: ({ tf, attributes: { to }, inputs: [x] }) => [tf.cast(x, tensorflowTypes[to])],
  reference: ([x], { to }) => {
    if (to === 'float32') return [x];
    return [mapTensor(x, to === 'bool' ? (element) => (element === 0 ? 0 : 1) : Math.trunc)];
  },
};
