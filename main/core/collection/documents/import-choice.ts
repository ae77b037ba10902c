import type { DocumentFormatName } from '#core/import/documents/document-formats.ts';
import type { ReadOptions } from '#core/import/documents/document-format.ts';
import { defaultLimits } from '#core/import/documents/read-limits.ts';

/** How a person wants a source to be read; what is left out is recognised. Kept as JSON. */
export interface ImportChoice {
  /** Recognised file by file unless given. */
  readonly format?: DocumentFormatName;
  /** Of all documents whose source names none, BCP 47; recognised text by text unless given. */
  readonly language?: string;
  readonly options?: Omit<ReadOptions, 'limits'>;
}

export function readOptionsOf({ options }: ImportChoice): ReadOptions {
  return { ...options, limits: defaultLimits };
}
