import { equalShapes, formatShape } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import type { Op } from '../op.ts';
import { elementCount } from '../tensor.ts';

/**
 * Adds row i of the updates to row indices[i] of the table. ONNX's ScatterND would take the indices
 * as they are, but ONNX Runtime's CPU kernel for it adds with several threads without locks and
 * loses updates of rows named twice; ScatterElements is right and wants an index per element.
 */
export const scatterAdd: Op<'scatterAdd'> = {
  infer: ([table, indices, updates]) => {
    checkFit(
      indices.dataType === 'int64' && indices.shape.length === 1,
      'a vector of int64 indices',
      `${indices.dataType} ${formatShape(indices.shape)}`,
    );
    const expected = [indices.shape[0], ...table.shape.slice(1)];
    checkFit(
      equalShapes(updates.shape, expected),
      `updates of shape ${formatShape(expected)}`,
      formatShape(updates.shape),
    );
    return [{ dataType: table.dataType, shape: table.shape }];
  },
  gradient: ({ builder, inputs: [, indices], gradient, needs }) => [
    gradient,
    null,
    needs(2) ? builder.gather(gradient, indices) : null,
  ],
  onnx: ({ inputs: [table, indices, updates], outputs, inputTypes, emit }) => {
    const row = inputTypes[2].shape.slice(1);
    let expanded = indices;
    if (row.length > 0) {
      const column = emit.integers([-1, ...row.map(() => 1)]);
      const target = emit.shape([1, ...row]);
      expanded = emit.node('Expand', [emit.node('Reshape', [indices, column]), target]);
    }
    emit.into(outputs, 'ScatterElements', [table, expanded, updates], {
      axis: { int: 0 },
      reduction: { string: 'add' },
    });
  },
  tensorflow: ({ tf, inputs: [table, indices, updates] }) => {
    // TensorFlow's ScatterNd starts from zeros and sums updates of rows named several times.
    const scattered = tf.scatterND(tf.reshape(indices, [-1, 1]), updates, [...table.shape]);
    return [tf.add(table, scattered)];
  },
  reference: ([table, indices, updates]) => {
    const data = table.data.slice();
    const length = elementCount(table.shape.slice(1));
    indices.data.forEach((index, row) => {
      for (let k = 0; k < length; k++) data[index * length + k] += updates.data[row * length + k];
    });
    return [{ shape: table.shape, data }];
  },
};
