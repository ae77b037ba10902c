/**
 * What a model said of the examples of a test fold: enough to derive every figure of the fold anew,
 * and nothing of their texts.
 */
export type FoldPredictions = ClassPredictions | LabelSetPredictions | EntityPredictions;

export interface ClassPredictions {
  readonly kind: 'classification';
  /** The order of a note's logits. */
  readonly classes: readonly string[];
  readonly notes: readonly PredictedNote[];
}

export interface PredictedNote {
  readonly id: string;
  /** What must not be split between train and test, usually the patient. */
  readonly groupId: string | null;
  /** Index of the class that a person gave. */
  readonly truth: number;
  /** One per class, before the softmax; the largest is the class that the model gave. */
  readonly logits: readonly number[];
}

/** Of notes that may have several labels, or none. */
export interface LabelSetPredictions {
  readonly kind: 'multi-label';
  /** The order of a note's logits. */
  readonly labels: readonly string[];
  /** [labels] the probability from which on a note is given the label. */
  readonly thresholds: readonly number[];
  readonly notes: readonly PredictedLabels[];
}

export interface PredictedLabels {
  readonly id: string;
  /** What must not be split between train and test, usually the patient. */
  readonly groupId: string | null;
  /** Indices of the labels that a person gave, in ascending order. */
  readonly truth: readonly number[];
  /** One per label, before the sigmoid. */
  readonly logits: readonly number[];
}

export interface EntityPredictions {
  readonly kind: 'entities';
  readonly sentences: readonly PredictedSentence[];
}

export interface PredictedSentence {
  readonly id: string;
  /** The document or patient it belongs to. */
  readonly groupId: string | null;
  readonly wordCount: number;
  readonly truth: readonly WordSpan[];
  readonly predicted: readonly ScoredWordSpan[];
  /**
   * What is thought of each word, to find labels that are wrong; left out by what finds entities
   * otherwise than word by word, and by earlier versions.
   */
  readonly beliefs?: WordBeliefs;
}

/** Of each word of a sentence. Whether it begins a mention or goes on with it makes no difference. */
export interface WordBeliefs {
  /** The likeliest type; null for none. */
  readonly found: readonly (string | null)[];
  /** The probability of what a person gave it: a type, or none. */
  readonly given: readonly number[];
}

/** An entity in a sentence; positions count words from 0, `end` is exclusive. */
export interface WordSpan {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

export interface ScoredWordSpan extends WordSpan {
  /** Mean over its words of the probability of the tag that the word was given. */
  readonly score: number;
}
