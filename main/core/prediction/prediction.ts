/** What a model says of one text. */
export type Prediction = ClassPrediction | LabelSetPrediction | EntityPrediction;

export interface ClassPrediction {
  readonly kind: 'classification';
  /** In the order of the model's classes; the probabilities add up to 1. */
  readonly classes: readonly { readonly name: string; readonly probability: number }[];
  /** The likeliest. */
  readonly chosen: string;
  /** Of the tokens of the text, those that the model does not see. */
  readonly unreadShare: number;
  /** Null for a model that looks for no class, or of which nothing was learned from folds. */
  readonly screening: ScreeningAnswer | null;
}

/** Of a model that judges each label by itself. */
export interface LabelSetPrediction {
  readonly kind: 'multi-label';
  /** In the order of the model's labels. */
  readonly labels: readonly {
    readonly name: string;
    readonly probability: number;
    /** The probability from which on it is given. */
    readonly threshold: number;
    readonly isGiven: boolean;
  }[];
  /** Of the tokens of the text, those that the model does not see. */
  readonly unreadShare: number;
}

/** What a model says that looks for one class: approximate until a locked set confirms its threshold. */
export interface ScreeningAnswer {
  readonly label: string;
  /** Of the class: calibrated where that could be learned. */
  readonly probability: number;
  readonly isCalibrated: boolean;
  /** An alert from this probability on; null where none can be claimed. */
  readonly threshold: number | null;
  readonly isAlert: boolean | null;
}

export interface EntityPrediction {
  readonly kind: 'entities';
  /** In the order of the text, without overlap. */
  readonly mentions: readonly Mention[];
  /** Mean over the words of the text of the entropy of their tags, in bits; 0 of a text without any. */
  readonly doubt: number;
}

/** An entity that a model found; positions count UTF-16 units of the text, `end` is exclusive. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  /** Mean over its words of the probability of the tag that each was given. */
  readonly score: number;
}
