import { checkFit } from '../fit.ts';
import type { ValueType } from '../types.ts';

/** For products, which are computed in float32 or in half precision: operands of one such type. */
export function checkSameFloats(operands: readonly ValueType[]): void {
  const types = operands.map(({ dataType }) => dataType);
  const isFloat = types[0] === 'float32' || types[0] === 'float16';
  checkFit(
    isFloat && types.every((type) => type === types[0]),
    'operands of one floating type',
    types.join(' and '),
  );
}

/** The shape rule of elementwise functions of one float32 operand. */
export function inferFloat([x]: readonly ValueType[]): [ValueType] {
  checkFit(x.dataType === 'float32', 'a float32 operand', x.dataType);
  return [{ dataType: 'float32', shape: x.shape }];
}
