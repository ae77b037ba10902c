import { formatShape } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import type { Op } from '../op.ts';
import { elementCount } from '../tensor.ts';

/** Cuts an axis of known size into equal parts; their gradients are joined again. */
export const split: Op<'split'> = {
  infer: ([x], { axis, parts }) => {
    const size = x.shape[axis];
    checkFit(
      typeof size === 'number' && size % parts === 0,
      `an axis ${axis} that divides into ${parts} equal parts`,
      formatShape(x.shape),
    );
    const shape = x.shape.map((other, index) => (index === axis ? size / parts : other));
    return Array.from({ length: parts }, () => ({ dataType: x.dataType, shape }));
  },
  gradient: ({ builder, outputs, attributes: { axis }, gradients }) => [
    builder.concat(
      outputs.map((part, index) => gradients[index] ?? builder.zeros(part.shape)),
      axis,
    ),
  ],
  onnx: ({ attributes, inputs, outputs, emit }) => {
    const { axis, parts } = attributes;
    emit.into(outputs, 'Split', inputs, { axis: { int: axis }, num_outputs: { int: parts } });
  },
  tensorflow: ({ tf, attributes: { axis, parts }, inputs: [x] }) => tf.split(x, parts, axis),
  reference: ([x], { axis, parts }) => {
    const shape = x.shape.map((size, index) => (index === axis ? size / parts : size));
    const run = elementCount(shape.slice(axis));
    return Array.from({ length: parts }, (_, part) => {
      const data = new Float64Array(elementCount(shape));
      for (let block = 0; block * run < data.length; block++) {
        const from = (block * parts + part) * run;
        data.set(x.data.subarray(from, from + run), block * run);
      }
      return { shape, data };
    });
  },
};
