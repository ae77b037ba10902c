import type { GraphBuilder } from '../builder.ts';
import type { Value } from '../types.ts';
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
 * Scaled dot-product attention (Vaswani et al., 2017, equation 1). Backward, with P the softmax, M
 * what dropout kept of it, s = 1 / (1 − rate) and O the result:
 * dS = s · M ∘ (dO · Vᵀ) − P ∘ D where D = rowsum(dO ∘ O), which equals softmax's own row sum but is
 * summed over the head size (Dao et al., "FlashAttention", 2022, appendix B). The factor s goes into
 * the products, so that of the mask nothing but M is kept for the way back.
 */
export function attention(builder: GraphBuilder, inputs: AttentionInputs): Value {
  const { queries, keys, values, bias, scale, dropout } = inputs;
  const scores = builder.matMul(queries, keys, { transposeB: true, scale });
  const probabilities = builder.softmax(builder.add(scores, bias));
  const kept =
    dropout === null
      ? probabilities
      : builder.multiply(probabilities, builder.cast(dropout.keep, 'float32'));
  const keptScale = dropout === null ? 1 : 1 / (1 - dropout.rate);
  const result = builder.matMul(kept, values, { scale: keptScale });

  const scoreGradient = (outputGradient: Value): Value => {
    const direct = builder.matMul(outputGradient, values, { transposeB: true, scale: keptScale });
    const share = builder.reduceSum(builder.multiply(outputGradient, result), [3], true);
    if (kept === probabilities) {
      return builder.multiply(probabilities, builder.subtract(direct, share));
    }
    return builder.subtract(builder.multiply(kept, direct), builder.multiply(probabilities, share));
  };
  return builder.composite(result, {
    inputs: [queries, keys, values],
    gradient: (outputGradient) => {
      const toScores = scoreGradient(outputGradient);
      return [
        builder.matMul(toScores, keys, { scale }),
        builder.matMul(toScores, queries, { transposeA: true, scale }),
        builder.matMul(kept, outputGradient, { transposeA: true, scale: keptScale }),
      ];
    },
  });
}
