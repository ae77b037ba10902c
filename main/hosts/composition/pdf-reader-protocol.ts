import type { PdfEnd } from '#core/import/documents/pdf/pdf-text.ts';
import type { PdfEvent } from '#core/import/documents/pdf/read-pdf.ts';

/** What a host asks of the process that reads PDF: one at a time. */
export interface PdfCommand {
  readonly bytes: Uint8Array;
  readonly documentLength: number;
}

/** What it answers: each page as soon as it is read, so that a crash costs what comes after. */
export type PdfReport = PdfEvent | { readonly kind: 'end'; readonly end: PdfEnd };
