import type { SourceDocument } from '#core/domain/document.ts';

const facts = ['id', 'patient', 'date', 'language', 'kind', 'labels'] as const;

/** Classes of a document in one cell; several are separated by " | ". */
function labelsOf({ annotations }: SourceDocument): string {
  return annotations.flatMap((each) => (each.kind === 'class' ? [each.label] : [])).join(' | ');
}

/** The header of a table of documents: facts and classes, further columns, the text. */
export function tableColumns(documents: readonly SourceDocument[]): string[] {
  const named: readonly string[] = [...facts, 'text'];
  const further = new Set<string>();
  for (const { columns } of documents) {
    for (const name of Object.keys(columns)) if (!named.includes(name)) further.add(name);
  }
  return [...facts, ...further, 'text'];
}

/** The cells of a document below such a header. */
export function tableRow(document: SourceDocument, header: readonly string[]): string[] {
  const { id, patient, date, language, kind, columns, text } = document;
  const values = [patient, date, language, kind].map((value) => value ?? '');
  const further = header.slice(facts.length, -1).map((name) => columns[name] ?? '');
  return [id, ...values, labelsOf(document), ...further, text];
}
