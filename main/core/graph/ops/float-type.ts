import { checkFit } from '../fit.ts';
import type { ValueType } from '../types.ts';

/** The shape rule of elementwise functions of one float32 operand. */
export function inferFloat([x]: readonly ValueType[]): [ValueType] {
  checkFit(x.dataType === 'float32', 'a float32 operand', x.dataType);
  return [{ dataType: 'float32', shape: x.shape }];
}
