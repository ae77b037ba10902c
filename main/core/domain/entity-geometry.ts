/** A figure with the interval that resampling documents gives; without one where they are too few. */
export interface ResampledFigure {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** How alike the mentions of one type are to a model: mean cosines of pairs, from −1 to 1. */
export interface TypeLikeness {
  readonly type: string;
  readonly mentions: number;
  /** Patients, or documents where no patient is known. */
  readonly groups: number;
  /** Different texts of its mentions, in lower case. */
  readonly surfaces: number;
  /** Too few to claim anything of it. */
  readonly isThin: boolean;
  /** Of all pairs, as it is usually reported; null for fewer than two mentions. */
  readonly all: number | null;
  /** Of pairs from other documents and of other words; null where there is none. */
  readonly apart: ResampledFigure | null;
  /** By how much that exceeds pairs of random words: models whose vectors all point one way. */
  readonly lift: ResampledFigure | null;
  /** As `apart`, after the mean of random words was taken from all vectors. */
  readonly centred: ResampledFigure | null;
}

/** What the vectors of one model say of all types. */
export interface ModelGeometry {
  readonly model: string;
  /** Counted from 1, the lowest. */
  readonly layer: number;
  readonly layerCount: number;
  readonly size: number;
  /** Random words, pairs from other documents and of other words. */
  readonly baseline: ResampledFigure | null;
  readonly baselineWords: number;
  readonly types: readonly TypeLikeness[];
  /** [types][types] mean cosine of pairs from other documents and of other words; symmetric. */
  readonly between: readonly (readonly (number | null)[])[];
  /** The same of vectors from which the mean of random words was taken. */
  readonly betweenCentred: readonly (readonly (number | null)[])[];
}

/** What one model says of a type less what another says, on the same mentions and resamples. */
export interface LikenessDifference {
  readonly model: string;
  readonly against: string;
  readonly type: string;
  readonly apart: ResampledFigure;
  /** Beyond what random words are more alike in the one model than in the other. */
  readonly lift: ResampledFigure;
  /** Two-sided, of `lift`; null without interval. */
  readonly p: number | null;
  /** Adjusted for all types and models that are compared; null for thin types. */
  readonly adjustedP: number | null;
}

export interface EntityGeometry {
  readonly mentions: number;
  readonly groups: number;
  /** Mentions that a model could not read, left out of all models. */
  readonly unread: number;
  readonly resamples: number;
  readonly seed: number;
  readonly models: readonly ModelGeometry[];
  readonly differences: readonly LikenessDifference[];
}
