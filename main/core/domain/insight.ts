/** What models were looked into for: an explanation of notes, similarity of entities, and so on. */
export type InsightKind = string;

/** A model that was looked into, as it was: the entry may be gone, or be another of the same name. */
export interface InsightModel {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of its weights. */
  readonly hash: string;
}

/** What is found out of models, and all that decides what comes out. */
export interface InsightOutline {
  readonly kind: InsightKind;
  /** What is looked at, for a list: ids and names, never text of a note. */
  readonly subject: string;
  /** Anything JSON can hold; read back as it was given. */
  readonly settings: unknown;
  readonly seed: number;
  readonly models: readonly InsightModel[];
}

/** One that is kept, without its result. */
export interface KeptInsight extends InsightOutline {
  /** Counted from 1, never used again. */
  readonly id: number;
  /** Of all that decides what comes out: the same again is the same run. */
  readonly hash: string;
  /** Id of who began it; null where nobody is known. */
  readonly person: string | null;
  readonly createdAtMs: number;
  /** Null for one that has not ended: it can be gone on with. */
  readonly finishedAtMs: number | null;
}
