import { addDimensions, formatShape } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import type { Op } from '../op.ts';
import { elementCount } from '../tensor.ts';

/**
 * Joins tensors along an axis. Used for what the rules of this folder merge: nothing flows back
 * through a concatenation of unequal parts, equal ones are split again.
 */
export const concat: Op<'concat'> = {
  infer: (parts, { axis }) => {
    const [first] = parts;
    for (const part of parts) {
      checkFit(
        part.dataType === first.dataType &&
          part.shape.length === first.shape.length &&
          part.shape.every((size, other) => other === axis || size === first.shape[other]),
        `parts like ${first.dataType} ${formatShape(first.shape)} but along axis ${axis}`,
        `${part.dataType} ${formatShape(part.shape)}`,
      );
    }
    const shape = first.shape.map((size, other) =>
      other === axis ? addDimensions(parts.map((part) => part.shape[axis])) : size,
    );
    return [{ dataType: first.dataType, shape }];
  },
  gradient: ({ builder, inputs, attributes: { axis }, gradient }) => {
    checkFit(
      inputs.every((part) => part.shape[axis] === inputs[0].shape[axis]),
      'parts of equal size where a gradient flows through a concatenation',
      inputs.map((part) => formatShape(part.shape)).join(', '),
    );
    return builder.split(gradient, axis, inputs.length);
  },
  onnx: ({ attributes, inputs, outputs, emit }) => {
    emit.into(outputs, 'Concat', inputs, { axis: { int: attributes.axis } });
  },
  tensorflow: ({ tf, attributes: { axis }, inputs }) => [tf.concat([...inputs], axis)],
  reference: (parts, { axis }) => {
    const [first] = parts;
    const shape = first.shape.map((size, other) =>
      other === axis ? parts.reduce((sum, part) => sum + part.shape[axis], 0) : size,
    );
    const data = new Float64Array(elementCount(shape));
    const inner = elementCount(shape.slice(axis + 1));
    let start = 0;
    for (const part of parts) {
      const run = part.shape[axis] * inner;
      for (let block = 0; block * run < part.data.length; block++) {
        const target = block * shape[axis] * inner + start;
        data.set(part.data.subarray(block * run, (block + 1) * run), target);
      }
      start += run;
    }
    return [{ shape, data }];
  },
};
