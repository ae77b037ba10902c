/** The shape of a BERT or RoBERTa encoder, in the terms of Hugging Face's `config.json`. */
export interface EncoderConfiguration {
  readonly vocabularySize: number;
  readonly hiddenSize: number;
  readonly layerCount: number;
  readonly headCount: number;
  readonly intermediateSize: number;
  readonly maxPositions: number;
  readonly tokenTypeCount: number;
  readonly layerNormEpsilon: number;
  /** BERT counts positions from 0, RoBERTa from padding id + 1. */
  readonly positionOffset: number;
  readonly hiddenActivation: 'gelu' | 'gelu-tanh' | 'relu';
}

/** The longest text that a model reads, in tokens: where positions are counted from an offset, fewer. */
export function maxTokensOf(encoder: EncoderConfiguration): number {
  return encoder.maxPositions - encoder.positionOffset;
}

/** What stands on top of the encoder. */
export type Head =
  | { readonly kind: 'masked-language-model' }
  | { readonly kind: 'sequence-classification'; readonly labelCount: number }
  | { readonly kind: 'token-classification'; readonly labelCount: number };
