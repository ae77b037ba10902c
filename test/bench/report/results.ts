/** What a bench run leaves: JSON in test/bench/results, tables in docs/performance.md. */

export interface Row {
  readonly name: string;
  readonly medianMs: number;
  readonly fastestMs: number;
  readonly slowestMs: number;
  /** Median over the rounds of this contestant's time to ours; null for ours. */
  readonly ratio: number | null;
  /** Median time of the optimiser's part, where a step was measured. */
  readonly updateMs?: number;
  /** Peak memory of a process that did only this. */
  readonly peakBytes?: number | null;
}

/** What was set out to be reached against one contestant. */
export interface Target {
  readonly against: string;
  readonly ratio: number;
}

/** Contestants that did the same work in the same rounds. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly title: string;
  /** How much each contestant did, such as 1024 tokens; times are for all of it. */
  readonly work: { readonly amount: number; readonly unit: string };
  readonly rounds: number;
  readonly rows: readonly Row[];
  readonly targets: readonly Target[];
  /** Shares and the like, by what they say. */
  readonly facts: Readonly<Record<string, number | string>>;
}

/** Figures that are no race. */
export interface Figures {
  readonly kind: 'figures';
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  readonly facts: Readonly<Record<string, number | string>>;
}

export type Table = Comparison | Figures;

export interface CaseResult {
  readonly tables: readonly Table[];
}

export interface StoredCase extends CaseResult {
  readonly title: string;
  readonly measuredAt: string;
  /** Share of the processors' time that others used just before. */
  readonly othersBefore: number;
  readonly quick: boolean;
}

export interface Results {
  readonly machine: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly cases: Readonly<Record<string, StoredCase>>;
}
