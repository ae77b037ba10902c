import type { EncoderConfiguration } from '#core/model/configuration.ts';

/** BERT's small sizes (Turc et al., 2019) and multilingual BERT's. */
const sizes = {
  tiny: { layerCount: 2, hiddenSize: 128, headCount: 2, vocabularySize: 30_522 },
  mini: { layerCount: 4, hiddenSize: 256, headCount: 4, vocabularySize: 30_522 },
  small: { layerCount: 4, hiddenSize: 512, headCount: 8, vocabularySize: 30_522 },
  base: { layerCount: 12, hiddenSize: 768, headCount: 12, vocabularySize: 119_547 },
} as const;

export type ModelSize = keyof typeof sizes;

export function encoderOf(size: ModelSize): EncoderConfiguration {
  return {
    ...sizes[size],
    intermediateSize: 4 * sizes[size].hiddenSize,
    maxPositions: 512,
    tokenTypeCount: 2,
    layerNormEpsilon: 1e-12,
    positionOffset: 0,
    hiddenActivation: 'gelu',
  };
}
