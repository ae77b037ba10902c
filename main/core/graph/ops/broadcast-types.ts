import { broadcastShapes, formatShape } from '../dimensions.ts';
import { checkFit } from '../fit.ts';
import type { ValueType } from '../types.ts';

/** The shape rule of elementwise operations with two operands: equal types, NumPy broadcasting. */
export function inferBroadcast([left, right]: readonly ValueType[]): [ValueType] {
  const shape = broadcastShapes(left.shape, right.shape);
  const found = `${left.dataType} ${formatShape(left.shape)} and ${right.dataType} ${formatShape(right.shape)}`;
  checkFit(left.dataType === right.dataType, 'operands of one type', found);
  checkFit(shape !== null, 'shapes that broadcast', found);
  return [{ dataType: left.dataType, shape }];
}
