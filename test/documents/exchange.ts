import type { SourceDocument } from '#core/domain/document.ts';
import type { DocumentWriter } from '#core/export/document-writer.ts';
import type { DocumentFormat, ReadOptions } from '#core/import/documents/document-format.ts';
import { readDocuments } from '#core/import/testing/read-documents.ts';

/** The bytes of each file that a writer makes of documents. */
export function writeDocuments(
  writer: DocumentWriter,
  documents: readonly SourceDocument[],
): Record<string, Uint8Array> {
  const files = Array.from(writer.write(documents), (file) => [
    file.name,
    new Uint8Array(Buffer.concat([...file.pieces()])),
  ]);
  return Object.fromEntries(files) as Record<string, Uint8Array>;
}

/** Of documents what must survive: all but where they lay, and what only their format reads. */
export const essence = (documents: readonly SourceDocument[]) =>
  documents.map(({ place, carried, ...rest }) => rest);

/** Documents and what was wrong, without the names of files: the written ones may have others. */
export async function readAgain(
  format: DocumentFormat,
  files: Readonly<Record<string, string | Uint8Array>>,
  options: Partial<ReadOptions> = {},
  pieceBytes = 7,
) {
  const { documents, problems } = await readDocuments(format, files, options, pieceBytes);
  return { documents, problems: problems.map(({ file, ...rest }) => rest) };
}
