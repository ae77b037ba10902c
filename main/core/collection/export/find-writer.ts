import type { DocumentWriter } from '#core/export/document-writer.ts';
import { documentWriters } from '#core/export/document-writers.ts';

/** The writer of a format, for those who see this room and not the formats. */
export function findWriter(format: keyof typeof documentWriters): DocumentWriter {
  return documentWriters[format];
}
