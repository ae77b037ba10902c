import type { Span } from './text.ts';

export const explanationMethods = ['lime', 'occlusion', 'integrated-gradients'] as const;
export type ExplanationMethod = (typeof explanationMethods)[number];

/** Why a classifier says what it says of one note. Offsets are UTF-16 units of the whole note. */
export interface NoteExplanation {
  readonly model: string;
  /** The class that is explained, and how likely the model takes it to be for the whole note. */
  readonly label: string;
  readonly probability: number;
  /** What is explained: the note, or of a long one what the model reads, or reads most from. */
  readonly read: ReadParts;
  readonly words: readonly { readonly word: string; readonly spans: readonly Span[] }[];
  readonly methods: readonly MethodExplanation[];
  /** Between each two methods. */
  readonly agreements: readonly MethodAgreement[];
}

export interface ReadParts {
  readonly parts: readonly Span[];
  /** Of notes read in windows that one in which the class is likeliest, counted from 1. */
  readonly window: { readonly number: number; readonly count: number } | null;
  /** What the model says of these parts alone. */
  readonly probability: number;
}

export interface MethodExplanation {
  readonly method: ExplanationMethod;
  /** [words] what each adds to the probability of the class by standing there. */
  readonly weights: readonly number[];
  /** The strongest words for and against, the strongest first. */
  readonly bars: readonly WordBar[];
  /** Of LIME; null for methods that do not draw by chance. */
  readonly fit: SurrogateFit | null;
  /** Of integrated gradients; null for other methods. */
  readonly path: GradientPath | null;
  /** Against a term list; null where none was given. */
  readonly terms: TermAgreement | null;
}

export interface WordBar {
  readonly word: number;
  readonly value: number;
  /** Over seeds, 95 %; null where there is one. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** In how many seeds it was among the chosen; null for methods that do not draw by chance. */
  readonly chosenIn: number | null;
}

/** How far the linear model that LIME fits can be trusted. */
export interface SurrogateFit {
  readonly samples: number;
  readonly seeds: readonly number[];
  /** Weighted R² of the first seed, and the lowest of all; null where nothing varies. */
  readonly r2: number | null;
  readonly lowestR2: number | null;
  /** Mean over pairs of seeds of what their first five words share (Jaccard). */
  readonly overlap: number | null;
  /** The linear model says little of what the classifier does: R² below 0.5. */
  readonly isWeak: boolean;
}

/** How far the attributions of integrated gradients add up. */
export interface GradientPath {
  /** Points on the way from the baseline, the note with [PAD] in place of its tokens. */
  readonly steps: number;
  /** Of the class, for the baseline. */
  readonly baselineProbability: number;
  /** What the sum of all attributions misses, as a share; null where nothing changes on the way. */
  readonly completenessError: number | null;
  /** More than 5 % is missing. */
  readonly isIncomplete: boolean;
}

export interface MethodAgreement {
  readonly one: ExplanationMethod;
  readonly other: ExplanationMethod;
  /** Spearman's over all words; null where one of them says the same of all. */
  readonly correlation: number | null;
  /** Of the bars of both. */
  readonly commonBars: number;
}

/** How many of the first words of an explanation are in a term list, against chance. */
export interface TermAgreement {
  /** Words that speak for the class, the strongest first: at most as many as were asked for. */
  readonly first: number;
  readonly firstInTerms: number;
  readonly words: number;
  readonly inTerms: number;
  /** Of the first words the share in the list; null where no word speaks for the class. */
  readonly precision: number | null;
  /** The share that words drawn by chance would have. */
  readonly byChance: number;
  /** How likely chance gives as many or more (hypergeometric). */
  readonly p: number | null;
}

/** A note, by its own id, as models explain it. */
export interface ExplainedDocument {
  readonly id: string;
  /** Whose notes depend on each other, usually the patient; left out or null: it stands alone. */
  readonly group?: string | null;
  readonly explanations: readonly NoteExplanation[];
}

/** Notes that were explained, and the ids of those without a word. */
export interface ExplainedDocuments {
  readonly documents: readonly ExplainedDocument[];
  readonly wordless: readonly string[];
}
