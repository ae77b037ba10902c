/** In which order documents come: as they were chosen, or drawn by a seed. */
export type QueueOrder =
  { readonly kind: 'listed' } | { readonly kind: 'random'; readonly seed: number };

/** How a project is worked on. */
export interface ProjectSettings {
  readonly order: QueueOrder;
  /** Share of the documents that two persons label, from 0 to 1. */
  readonly doubleShare: number;
  /** Documents that are drawn by chance first, for a test; no model ever chooses among them. */
  readonly testCount: number;
  /** With `blind` nobody sees suggestions; in the test slice nobody ever does. */
  readonly suggestions: 'shown' | 'blind';
  /** Whether documents begin with the labels that they have. */
  readonly begin: 'empty' | 'labelled';
}

export interface Annotator {
  /** Id. */
  readonly person: string;
  /** How many documents at most; null is no bound. */
  readonly most: number | null;
}

/** `label`: a person labels. `settle`: a person settles the differences of two others. */
export type WorkPurpose = 'label' | 'settle';

/** A document of a project and who labels it. */
export interface AssignedDocument {
  /** Of the document in the workspace. */
  readonly number: number;
  readonly isTest: boolean;
  /** Ids of one person or two; nobody where no annotator may take more. */
  readonly annotators: readonly string[];
}
