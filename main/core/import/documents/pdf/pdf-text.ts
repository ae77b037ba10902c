import type { ReadLimits } from '../read-limits.ts';

/** A page of a PDF as it is read. */
export interface PdfPage {
  /** In the order in which they are read; empty ones part paragraphs. */
  readonly lines: readonly string[];
  /** Characters of fonts that do not say what their signs mean. */
  readonly unknownCount: number;
  /** Buttons of a form, and remarks that were put upon the page. */
  readonly buttonCount: number;
  readonly remarkCount: number;
}

/** Why no more pages came: the first three are said by the file, the others by what became of its reader. */
export type PdfEnd =
  'whole' | 'password' | 'damaged' | 'beyond-limits' | 'too-slow' | 'too-much-memory' | 'crashed';

/** What was read of a PDF, whatever became of it. */
export interface PdfText {
  readonly pages: readonly PdfPage[];
  /** Null where not even that is known. */
  readonly pageCount: number | null;
  readonly title: string | null;
  /** Files that are attached. */
  readonly attachmentCount: number;
  readonly end: PdfEnd;
}

/**
 * Reads the text of a PDF. The library for that may hang, need all memory or end its process on
 * damaged bytes, so that hosts run it in another one. Never rejects for what the bytes are; rejects
 * with the reason of a stop.
 */
export type ReadPdf = (
  bytes: Uint8Array,
  limits: Pick<ReadLimits, 'documentLength'>,
  signal?: AbortSignal,
) => Promise<PdfText>;
