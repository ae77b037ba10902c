import type { DocumentFormatName } from '#core/import/documents/document-formats.ts';
import type { ReadOptions } from '#core/import/documents/document-format.ts';
import type { ReadPdf } from '#core/import/documents/pdf/pdf-text.ts';
import { defaultLimits } from '#core/import/documents/read-limits.ts';

/** How a person wants a source to be read; what is left out is recognised. Kept as JSON. */
export interface ImportChoice {
  /** Recognised file by file unless given. */
  readonly format?: DocumentFormatName;
  /** Of all documents whose source names none, BCP 47; recognised text by text unless given. */
  readonly language?: string;
  readonly options?: Omit<ReadOptions, 'limits' | 'readPdf'>;
}

/** What reading needs of whoever asks for it. */
export interface ReadEffects {
  /** Once it aborts, no PDF is read any more. */
  readonly signal?: AbortSignal;
  /** Without it PDF files are told and left out. */
  readonly readPdf?: ReadPdf;
}

export function readOptionsOf(
  { options }: ImportChoice,
  { readPdf, signal }: ReadEffects = {},
): ReadOptions {
  const chosen = { ...options, limits: defaultLimits };
  if (readPdf === undefined) return chosen;
  return { ...chosen, readPdf: (bytes, limits) => readPdf(bytes, limits, signal) };
}
