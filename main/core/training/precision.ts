/**
 * What products are computed in: float32, or float16 where that is sound, with float32 weights,
 * moments, gradients and everything else.
 */
export const precisions = ['float32', 'mixed'] as const;
export type Precision = (typeof precisions)[number];
