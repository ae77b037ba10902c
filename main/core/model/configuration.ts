/** The shape of a BERT, DistilBERT or RoBERTa encoder, in the terms of Hugging Face's `config.json`. */
export interface EncoderConfiguration {
  readonly vocabularySize: number;
  readonly hiddenSize: number;
  readonly layerCount: number;
  readonly headCount: number;
  readonly intermediateSize: number;
  readonly maxPositions: number;
  /** 0 for DistilBERT, which has none. */
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

/** DistilBERT, the family without token types, classifies texts through ReLU where BERT has tanh. */
export function poolerActivationOf(encoder: EncoderConfiguration): 'relu' | 'tanh' {
  return encoder.tokenTypeCount === 0 ? 'relu' : 'tanh';
}

/** Of the layer before the output matrix: RoBERTa has GELU there, whatever its encoder has. */
export function transformActivationOf(
  encoder: EncoderConfiguration,
): EncoderConfiguration['hiddenActivation'] {
  return isRobertaShaped(encoder) ? 'gelu' : encoder.hiddenActivation;
}

/** Whether it is of RoBERTa's family, the one that counts positions from an offset. */
export function isRobertaShaped(encoder: EncoderConfiguration): boolean {
  return encoder.positionOffset > 0;
}

/** What stands on top of the encoder. */
export type Head =
  | {
      readonly kind: 'masked-language-model';
      /** Its output matrix is one of its own; else it is the word embeddings. */
      readonly untied?: true;
    }
  | {
      readonly kind: 'sequence-classification';
      readonly labelCount: number;
      /** Each label is judged by itself, so that a text may have several, or none; two labels or more. */
      readonly severalLabels?: true;
    }
  | { readonly kind: 'token-classification'; readonly labelCount: number };

/** What of a model a graph computes: all; the states that a head would be given; the head on such states. */
export type ModelPart = 'whole' | 'encoder' | 'head';

/** How many answers a target has: of several labels one for each, 0 or 1; else one, which is a class. */
export function labelsPerTarget(head: Head): number {
  return holdsSeveralLabels(head) ? head.labelCount : 1;
}

/** Whether its labels are judged each by itself. */
export function holdsSeveralLabels(
  head: Head | null,
): head is Extract<Head, { kind: 'sequence-classification' }> {
  return head?.kind === 'sequence-classification' && head.severalLabels === true;
}

/** Whether it is a language model with an output matrix that is not the word embeddings. */
export function isUntied(head: Head | null): boolean {
  return head?.kind === 'masked-language-model' && head.untied === true;
}
