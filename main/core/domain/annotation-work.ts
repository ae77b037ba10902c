import type { Span } from './text.ts';

export const workStates = ['open', 'done', 'skipped'] as const;
export type WorkState = (typeof workStates)[number];

/** What proposed a label, before a person took it over. */
export const labelSources = ['file', 'model', 'terms', 'marked'] as const;

export interface LabelSource {
  readonly by: (typeof labelSources)[number];
  /** The model, or the list of terms; null where it has no name. */
  readonly name: string | null;
  /** Of a model, from 0 to 1. */
  readonly score: number | null;
  /** The suggestion that was accepted; null for what a document came with. */
  readonly suggestion: string | null;
}

/** Who gave a label, when, and what they had before them. */
export interface LabelGiven {
  /** Id of the person. */
  readonly by: string;
  readonly atMs: number;
  /** Version of the guidelines that was in force. */
  readonly guideline: number;
  /** Null for what the person found without help. */
  readonly from: LabelSource | null;
}

export interface GivenClass {
  readonly label: string;
  readonly given: LabelGiven;
}

export interface GivenSpan {
  /** Unique in the work. */
  readonly id: string;
  readonly type: string;
  /** At least one, in order, not empty, without overlap; UTF-16 units of the document's text. */
  readonly fragments: readonly Span[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly given: LabelGiven;
}

/** What one person has said of one document. Lists are in one order, so that equal works are equal bytes. */
export interface AnnotationWork {
  /** By label. */
  readonly classes: readonly GivenClass[];
  /** By place, then id. */
  readonly spans: readonly GivenSpan[];
  readonly state: WorkState;
  readonly isFlagged: boolean;
  readonly isUnsure: boolean;
  /** What the person remarked on the document; empty for nothing. */
  readonly remark: string;
  /** What became of suggestions, or of conflicts between two works: by their id. */
  readonly verdicts: Readonly<Record<string, string>>;
}

export const untouchedWork: AnnotationWork = {
  classes: [],
  spans: [],
  state: 'open',
  isFlagged: false,
  isUnsure: false,
  remark: '',
  verdicts: {},
};

/** A change of a work that holds all that it takes to undo it. */
export type AnnotationEdit =
  | { readonly kind: 'class-add' | 'class-remove'; readonly class: GivenClass }
  | { readonly kind: 'span-add' | 'span-remove'; readonly span: GivenSpan }
  | { readonly kind: 'span-change'; readonly before: GivenSpan; readonly after: GivenSpan }
  | { readonly kind: 'state'; readonly before: WorkState; readonly after: WorkState }
  | { readonly kind: 'flag' | 'unsure'; readonly before: boolean; readonly after: boolean }
  | { readonly kind: 'remark'; readonly before: string; readonly after: string }
  | {
      readonly kind: 'verdict';
      readonly about: string;
      readonly before: string | null;
      readonly after: string | null;
    };

/** A change as a person asks for it; what is left out of a `span-change` stays. */
export type AskedEdit =
  | { readonly kind: 'class-set' | 'class-clear'; readonly label: string }
  | {
      readonly kind: 'span-add';
      readonly id: string;
      readonly type: string;
      readonly fragments: readonly Span[];
      readonly attributes: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'span-change';
      readonly id: string;
      readonly type?: string | undefined;
      readonly fragments?: readonly Span[] | undefined;
      readonly attributes?: Readonly<Record<string, string>> | undefined;
    }
  | { readonly kind: 'span-remove'; readonly id: string }
  | { readonly kind: 'state'; readonly state: WorkState }
  | { readonly kind: 'flag' | 'unsure'; readonly value: boolean }
  | { readonly kind: 'remark'; readonly text: string }
  /** Of a span, `id` is the one that it gets. */
  | { readonly kind: 'accept'; readonly suggestion: string; readonly id: string }
  | { readonly kind: 'reject'; readonly suggestion: string };

/** A label that a person may accept or reject; no label until then. */
export type Suggestion = { readonly id: string; readonly from: LabelSource } & (
  | { readonly kind: 'class'; readonly label: string }
  | {
      readonly kind: 'span';
      readonly type: string;
      readonly fragments: readonly Span[];
      readonly attributes: Readonly<Record<string, string>>;
    }
);

/** What became of a suggestion: `changed` was accepted and is a label with another place or type. */
export const suggestionVerdicts = ['accepted', 'changed', 'rejected'] as const;
