import type { SourceDocument } from '#core/domain/document.ts';
import { noBytes } from './document-writer.ts';

/** The first columns of a table of documents. */
export const tableFacts = ['id', 'patient', 'date', 'language', 'kind', 'labels'] as const;

/** Classes of a document in one cell; several are separated by " | ". */
function labelsOf({ annotations }: SourceDocument): string {
  return annotations.flatMap((each) => (each.kind === 'class' ? [each.label] : [])).join(' | ');
}

/** A column of a document that is called as one of ours has no place beside it. */
const isHidden = (name: string) => ['text', ...tableFacts].includes(name);

/** Columns of a document that a table leaves out. */
export const countHiddenColumns = ({ columns }: SourceDocument): number =>
  Object.keys(columns).filter(isHidden).length;

/** The header of a table of documents: facts and classes, further columns, the text. Yields no bytes. */
export function* tableColumns(
  documents: Iterable<SourceDocument>,
): Generator<Uint8Array, { readonly columns: string[]; readonly documentCount: number }> {
  const further = new Set<string>();
  let documentCount = 0;
  for (const { columns } of documents) {
    for (const name of Object.keys(columns)) if (!isHidden(name)) further.add(name);
    documentCount++;
    yield noBytes;
  }
  return { columns: [...tableFacts, ...further, 'text'], documentCount };
}

/** The cells of a document below such a header. */
export function tableRow(document: SourceDocument, header: readonly string[]): string[] {
  const { id, patient, date, language, kind, columns, text } = document;
  const values = [patient, date, language, kind].map((value) => value ?? '');
  const further = header.slice(tableFacts.length, -1).map((name) => columns[name] ?? '');
  return [id, ...values, labelsOf(document), ...further, text];
}
