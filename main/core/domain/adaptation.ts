/** How a vocabulary cuts the words of texts. */
export interface WordCuts {
  readonly model: string;
  readonly words: number;
  /** Word pieces of a word, in the mean. */
  readonly fertility: number;
  /** Share of words that are cut in two or more. */
  readonly cutShare: number;
  /** Share of words with a piece that the vocabulary does not know. */
  readonly unknownShare: number;
}

/** Between the states of two models at the same layer, of the same words and mentions. */
export interface LayerDrift {
  readonly layer: number;
  /** Linear CKA: 1 is the same up to turning and scaling. */
  readonly cka: number | null;
}

export interface Adaptation {
  readonly cuts: readonly WordCuts[];
  readonly drift: readonly LayerDrift[];
}
