import type { UndefinedAgreement } from '#core/domain/annotation-agreement.ts';
import type { Span } from '#core/domain/text.ts';

/** What one person said of a document. */
export interface Rating {
  readonly person: string;
  readonly classes: readonly string[];
  readonly spans: readonly RatedSpan[];
}

export interface RatedSpan {
  readonly type: string;
  readonly fragments: readonly Span[];
}

/** A document that several persons labelled without knowing of each other. */
export interface RatedDocument {
  /** What is drawn together in the bootstrap: the document, or its patient. */
  readonly group: string;
  readonly ratings: readonly Rating[];
}

export type AgreementValue =
  | { readonly value: number; readonly undefinedBecause: null }
  | { readonly value: null; readonly undefinedBecause: UndefinedAgreement };

export const notDefined = (undefinedBecause: UndefinedAgreement): AgreementValue => ({
  value: null,
  undefinedBecause,
});
export const defined = (value: number): AgreementValue => ({ value, undefinedBecause: null });
