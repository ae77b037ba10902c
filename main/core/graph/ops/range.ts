import type { Op } from '../op.ts';
import { fillTensor } from '../tensor.ts';

/** start, start + 1, … as int64; a constant where the length is known. */
export const range: Op<'range'> = {
  infer: (_, { length }) => [{ dataType: 'int64', shape: [length] }],
  gradient: null,
  onnx: ({ attributes: { start, length }, outputs, emit }) => {
    if (typeof length === 'number') {
      const numbers = Array.from({ length }, (_, index) => start + index);
      emit.into(outputs, 'Identity', [emit.constant(emit.elementType('int64'), [length], numbers)]);
      return;
    }
    const scalar = emit.integers([]);
    const first = emit.constant('int64', [], [start]);
    const end = emit.node('Add', [emit.dimension(length), emit.integers([start])]);
    const limit = emit.node('Reshape', [end, scalar]);
    emit.into(outputs, 'Range', [first, limit, emit.constant('int64', [], [1])]);
  },
  tensorflow: ({ tf, attributes: { start, length }, size }) => [
    tf.range(start, start + size(length), 1, 'int32'),
  ],
  reference: (_, { start, length }, size) => [
    fillTensor([size(length)], ([index]) => start + index),
  ],
};
