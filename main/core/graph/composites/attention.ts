import type { GraphBuilder } from '../builder.ts';
import type { Value } from '../types.ts';
import { applyDropout, dropoutFactor } from './dropout.ts';
import type { Dropout } from './dropout.ts';

export interface AttentionInputs {
  /** [rows, heads, columns, head size], as are keys and values. */
  readonly queries: Value;
  readonly keys: Value;
  readonly values: Value;
  /** Added to the scores, [rows, 1, 1, columns]: 0 for a token, very negative for padding. */
  readonly bias: Value;
  readonly scale: number;
  readonly dropout: Dropout | null;
}

/**
 * Scaled dot-product attention (Vaswani et al., 2017, equation 1). Backward, with P the softmax, m
 * the dropout factor and O the result: dS = P ∘ (m ∘ dP − D) where D = rowsum(dO ∘ O), which equals
 * softmax's own rowsum(P ∘ m ∘ dP) but is summed over the head size (Dao et al., "FlashAttention",
 * 2022, appendix B).
 */
export function attention(builder: GraphBuilder, inputs: AttentionInputs): Value {
  const { queries, keys, values, bias, scale, dropout } = inputs;
  const scores = builder.matMul(queries, keys, { transposeB: true, scale });
  const probabilities = builder.softmax(builder.add(scores, bias));
  const kept = applyDropout(builder, probabilities, dropout);
  const result = builder.matMul(kept, values);
  return builder.composite(result, {
    inputs: [queries, keys, values],
    gradient: (outputGradient) => {
      const keptGradient = builder.matMul(outputGradient, values, { transposeB: true });
      const share = builder.reduceSum(builder.multiply(outputGradient, result), [3], true);
      const direct =
        dropout === null
          ? keptGradient
          : builder.multiply(keptGradient, dropoutFactor(builder, dropout));
      const scoreGradient = builder.multiply(probabilities, builder.subtract(direct, share));
      return [
        builder.matMul(scoreGradient, keys, { scale }),
        builder.matMul(scoreGradient, queries, { transposeA: true, scale }),
        builder.matMul(kept, outputGradient, { transposeA: true }),
      ];
    },
  });
}
