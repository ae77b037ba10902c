import type { SourceDocument } from '#core/domain/document.ts';
import { countLosses } from './count-losses.ts';
import type { DocumentWriter } from './document-writer.ts';

const facts = ['id', 'patient', 'date', 'language', 'kind', 'labels'] as const;

/** RFC 4180: quoted where a separator, a quote or a line break stands in it. */
function toCell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** Classes of a document in one cell; several are separated by " | ". */
function labelsOf({ annotations }: SourceDocument): string {
  return annotations.flatMap((each) => (each.kind === 'class' ? [each.label] : [])).join(' | ');
}

/** A table with a header: facts and classes of each document, its further columns, its text. */
export const csvWriter: DocumentWriter = {
  description: 'A table separated by commas, in UTF-8: facts, classes, further columns and text.',
  losses: (documents) => countLosses(documents, ['spans', 'carried', 'origins']),
  write(documents) {
    const all = [...documents];
    const further = [...new Set(all.flatMap(({ columns }) => Object.keys(columns)))].filter(
      (name) => ![...facts, 'text'].includes(name),
    );
    const encoder = new TextEncoder();
    const toRow = (cells: readonly string[]) =>
      encoder.encode(`${cells.map(toCell).join(',')}\r\n`);
    return [
      {
        name: 'documents.csv',
        *pieces() {
          yield toRow([...facts, ...further, 'text']);
          for (const document of all) {
            const { id, patient, date, language, kind, columns, text } = document;
            const values = [patient, date, language, kind].map((value) => value ?? '');
            const others = further.map((name) => columns[name] ?? '');
            yield toRow([id, ...values, labelsOf(document), ...others, text]);
          }
        },
      },
    ];
  },
};
