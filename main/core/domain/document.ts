import type { Span } from './text.ts';

/**
 * One text as it came from a hospital's system or a colleague's corpus. The text is decoded once and
 * never changed afterwards: every offset of every annotation counts in it. Whatever is derived
 * (cleaned lines, tagged sentences) is made from it anew.
 */
export interface SourceDocument {
  /** As the source names it; readers make one of file and place where it names none. */
  readonly id: string;
  readonly text: string;
  /** Whose text it is: what must not be split between training and test. */
  readonly patient: string | null;
  /** ISO 8601, as exact as the source is: 2026, 2026-11, 2026-11-30, 2026-11-30T14:05. */
  readonly date: string | null;
  /** As the source gives it, BCP 47, such as "nl"; null where it gives none. */
  readonly language: string | null;
  /** Such as "discharge letter"; whatever the source calls it. */
  readonly kind: string | null;
  /** What the source has beside these, by its own names. */
  readonly columns: Readonly<Record<string, string>>;
  readonly place: DocumentPlace;
  readonly annotations: readonly Annotation[];
  /**
   * What the format holds and we do not use, so that a lossless writer of the same format puts it
   * back: plain JSON, read by that writer alone.
   */
  readonly carried: CarriedParts | null;
}

/** Where a document came from, for people who look for it. */
export interface DocumentPlace {
  /** As reports show it. */
  readonly file: string;
  /** Inside of it: a path in an archive, a sheet; null for the file itself. */
  readonly part: string | null;
  /** 1-based line, row or page at which it begins; null where the format has none. */
  readonly line: number | null;
}

export interface CarriedParts {
  /** The format that understands them. */
  readonly format: string;
  readonly parts: unknown;
}

/** A layer over the text of a document. Kept as it came; only preparation for training flattens. */
export type Annotation = ClassAnnotation | SpanAnnotation;

/** That a document as a whole belongs to a class; a document may have several. */
export interface ClassAnnotation {
  readonly kind: 'class';
  readonly label: string;
  readonly origin: AnnotationOrigin;
}

/** A mention in the text. Spans may overlap, nest and consist of several pieces. */
export interface SpanAnnotation {
  readonly kind: 'span';
  /** As the source names it, unique in the document; null where it names none. */
  readonly id: string | null;
  readonly type: string;
  /** At least one, in order, not empty, without overlap; UTF-16 units of the document's text. */
  readonly fragments: readonly Span[];
  /** Such as negated: "true"; names and values as in the source. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly origin: AnnotationOrigin;
}

/** Who or what made an annotation. */
export interface AnnotationOrigin {
  readonly by: 'file' | 'person' | 'model';
  /** The person or model as the source or the workspace names it; null where unknown. */
  readonly name: string | null;
  /** Of a model, from 0 to 1; null where it gave none. */
  readonly score: number | null;
  readonly atMs: number | null;
  /** Version of the guideline that was followed; null where unknown. */
  readonly guideline: string | null;
}

/** The origin of what stands in a file that says nothing more of it. */
export const fileOrigin: AnnotationOrigin = {
  by: 'file',
  name: null,
  score: null,
  atMs: null,
  guideline: null,
};
