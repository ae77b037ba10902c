/**
 * What turns the probability that a model gave one class into a calibrated one. Plain data, which is
 * kept as JSON beside the model. All of them rise, so that no order is turned round; isotonic
 * regression makes ties. The list is closed.
 */
export type Calibrator =
  /** σ(z/T), z the log odds: Guo et al., "On calibration of modern neural networks", ICML 2017. */
  | { readonly kind: 'temperature'; readonly temperature: number }
  /** σ(slope·z + intercept): Platt 1999. */
  | { readonly kind: 'platt'; readonly slope: number; readonly intercept: number }
  /**
   * Straight lines between points (Zadrozny and Elkan, KDD 2002), the end values beyond them; both
   * lists rise and are equally long.
   */
  | {
      readonly kind: 'isotonic';
      readonly scores: readonly number[];
      readonly values: readonly number[];
    };

/** A number with its 95 % interval. */
export interface Expected {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * How a model is to be read that looks for one class: its calibration, and from which probability on it
 * alerts. Learned from the scores of the fold models on notes that they had not learned from; for a
 * model that was trained on all notes it is approximate, until a locked set confirms it.
 */
export interface ScreeningRule {
  /** The class that is looked for. */
  readonly label: string;
  readonly notes: number;
  readonly positives: number;
  /** Patients and the like. */
  readonly groups: number;
  /** Of as many models come the scores. */
  readonly folds: number;
  /** Null where none can be learned: then the threshold is of the probability as the model gives it. */
  readonly calibrator: Calibrator | null;
  /** The sensitivity that was asked for, and with which confidence it is claimed, one-sided. */
  readonly wanted: { readonly sensitivity: number; readonly confidence: number };
  /** Null where the wanted sensitivity cannot be claimed of so few positives. */
  readonly threshold: {
    /** An alert from this calibrated probability on. */
    readonly probability: number;
    /** One-sided lower bound of the sensitivity. */
    readonly sensitivityBound: number;
    /** Null where there is no note that it could be measured on. */
    readonly sensitivity: Expected | null;
    readonly specificity: Expected | null;
    /** Null where the prevalence is not known to be between 0 and 1. */
    readonly ppv: Expected | null;
    readonly npv: Expected | null;
    readonly alertsPerThousand: Expected | null;
  } | null;
  /** How many positives that stand alone a claim needs. */
  readonly neededPositives: number;
  /** That of PPV, NPV and alerts: the stated one, else that of the notes. */
  readonly prevalence: number;
  readonly isPrevalenceStated: boolean;
}
