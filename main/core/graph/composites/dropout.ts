import type { GraphBuilder } from '../builder.ts';
import type { Value } from '../types.ts';

/** A mask of what is kept (bool, the shape of what it is applied to) and the chance of dropping. */
export interface Dropout {
  readonly keep: Value;
  readonly rate: number;
}

/** What dropout multiplies by: 0 where dropped, 1 / (1 − rate) where kept. */
export function dropoutFactor(builder: GraphBuilder, dropout: Dropout): Value {
  return builder.multiply(builder.cast(dropout.keep, 'float32'), 1 / (1 - dropout.rate));
}

/** Inverted dropout (Srivastava et al., JMLR 2014, section 10) with a mask that the caller feeds. */
export function applyDropout(builder: GraphBuilder, x: Value, dropout: Dropout | null): Value {
  return dropout === null ? x : builder.multiply(x, dropoutFactor(builder, dropout));
}
