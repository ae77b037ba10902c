import type { Op } from '../op.ts';
import { mapTensor } from '../tensor.ts';
import { inferFloat } from './float-type.ts';

/** −1, 0 or 1. Flat wherever it has a slope, so nothing flows back. */
export const sign: Op<'sign'> = {
  infer: inferFloat,
  gradient: null,
  onnx: ({ inputs, outputs, emit }) => {
    if (emit.options.webGpu !== true) {
      emit.into(outputs, 'Sign', inputs);
      return;
    }
    // That provider has no Sign: (x > 0) − (x < 0).
    const compare = (operator: string) => {
      const truth = emit.node(operator, [...inputs, emit.constant('float32', [], [0])]);
      return emit.node('Cast', [truth], { to: { elementType: 'float32' } });
    };
    emit.into(outputs, 'Sub', [compare('Greater'), compare('Less')]);
  },
  tensorflow: ({ tf, inputs: [x] }) => [tf.sign(x)],
  reference: ([x]) => [mapTensor(x, Math.sign)],
};
