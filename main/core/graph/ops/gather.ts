import { checkFit } from '../fit.ts';
import type { Op } from '../op.ts';
import { elementCount } from '../tensor.ts';

/**
 * Rows of a table by index, [rows, …] and int64 [indices …] to [indices …, …]. The gradient is
 * scattered: lookups of one table are merged into a single scatter.
 */
export const gather: Op<'gather'> = {
  infer: ([table, indices]) => {
    checkFit(indices.dataType === 'int64', 'int64 indices', indices.dataType);
    checkFit(table.shape.length >= 1, 'a table with rows', 'a scalar');
    return [{ dataType: table.dataType, shape: [...indices.shape, ...table.shape.slice(1)] }];
  },
  gradient: ({ builder, inputs: [table, indices], gradient }) => {
    const flat = builder.flatten(indices);
    const updates = builder.reshape(gradient, [flat.shape[0], ...table.shape.slice(1)]);
    return [{ indices: flat, updates }, null];
  },
  onnx: ({ inputs, outputs, emit }) => {
    emit.into(outputs, 'Gather', inputs, { axis: { int: 0 } });
  },
  tensorflow: ({ tf, inputs: [table, indices] }) => [tf.gather(table, indices)],
  reference: ([table, indices]) => {
    const row = table.shape.slice(1);
    const length = elementCount(row);
    const data = new Float64Array(indices.data.length * length);
    indices.data.forEach((index, target) => {
      data.set(table.data.subarray(index * length, (index + 1) * length), target * length);
    });
    return [{ shape: [...indices.shape, ...row], data }];
  },
};
