import type { GraphBuilder } from './builder.ts';
import { equalShapes } from './dimensions.ts';
import type { Shape, Value } from './types.ts';

/** The reverse of broadcasting: sums a gradient over the axes along which its operand repeated. */
export function sumToShape(builder: GraphBuilder, gradient: Value, shape: Shape): Value {
  if (equalShapes(gradient.shape, shape)) return gradient;
  const lead = gradient.shape.length - shape.length;
  const axes = gradient.shape.flatMap((size, axis) =>
    axis < lead || (shape[axis - lead] === 1 && size !== 1) ? [axis] : [],
  );
  return builder.reshape(builder.reduceSum(gradient, axes), shape);
}
