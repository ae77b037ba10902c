import type { ExplanationMethod } from './note-explanation.ts';

/** Over many notes: how many of the first words of their explanations are in a term list. */
export interface PooledTerms {
  /** Notes with a word that speaks for the class, and those of them that hold a term at all. */
  readonly notes: number;
  readonly notesWithTerms: number;
  readonly first: number;
  readonly firstInTerms: number;
  /** How many chance would give, drawing as many words of each note. */
  readonly expected: number;
  /** How likely chance gives as many or more; null without a note. */
  readonly p: number | null;
}

/** Whether one model looks at terms more than another. */
export interface TermComparison {
  readonly notes: number;
  readonly groups: number;
  /** Terms among the first words of a note, a's minus b's, on average. */
  readonly difference: number;
  /** 95 %, by drawing groups anew; null below 10 groups, and where nothing differs. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** Two-sided and exact: of all ways to swap the models in whole groups. */
  readonly p: number;
}

/** Over all notes, whether models look at terms, by one method. */
export interface TermSummary {
  readonly method: ExplanationMethod;
  readonly models: readonly (PooledTerms & { readonly model: string })[];
  /** Between each two models. */
  readonly comparisons: readonly (TermComparison & { readonly a: string; readonly b: string })[];
}
