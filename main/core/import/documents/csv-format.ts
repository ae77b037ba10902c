import { createDetectingParser } from '../begin-csv.ts';
import { createTextExaminer } from '../examine-text.ts';
import { looksLikeTable } from '../looks-like-table.ts';
import { createTextPieces } from '../piece-reader.ts';
import { createWholeLineEndings } from '../split-lines.ts';
import type { ColumnMapping, DocumentFormat } from './document-format.ts';
import { nameInput } from './name-input.ts';
import { columnWords } from './tables/column-words.ts';
import { createTableReader } from './tables/table-reader.ts';

/** Names by which the separator is told where no mapping says which columns there are. */
const usualNames = Object.values(columnWords).flatMap((words) => words.split(' '));

function namesOf({ text, ...facts }: ColumnMapping): string[] {
  return [...text.map(({ column }) => column), ...Object.values(facts)].filter(
    (name) => name !== null,
  );
}

/** Tables in text, read piece by piece: a file may be larger than memory. */
export const csvFormat: DocumentFormat = {
  description:
    'A table with a header, separated by commas, semicolons or tabs (CSV, TSV): one document per row.',
  extensions: ['.csv', '.tsv', '.tab'],
  recognise: ({ extension, text }) => {
    if (text === '') return 0;
    const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
    const isTable = looksLikeTable(lines);
    if (csvFormat.extensions.includes(extension)) return isTable ? 0.95 : 0.8;
    return isTable ? 0.6 : 0;
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const input of inputs) {
      const file = nameInput(input);
      const examiner = createTextExaminer(file, options.encoding);
      for (const piece of input.pieces()) examiner.add(piece);
      const examined = examiner.finish();
      const table = createTableReader({ ...input, isRagged: false, options });
      yield table.read([], examined.problems);
      if (examined.encoding === null) continue;
      const pieces = createTextPieces(examined, createWholeLineEndings());
      const { mapping, separator, limits } = options;
      const parser = createDetectingParser({
        file,
        textLength: examined.textLength,
        columns: mapping === undefined ? usualNames : namesOf(mapping),
        ...(separator === undefined ? {} : { separator }),
        longestRecord: limits.documentLength,
      });
      const read = ({ records, problems }: ReturnType<typeof parser.finish>) =>
        table.read(
          records.map(({ line, fields }) => ({ line, cells: fields })),
          problems,
        );
      for (const piece of input.pieces()) yield read(parser.push(pieces.read(piece)));
      yield read(parser.push(pieces.finish()));
      yield read(parser.finish());
      yield table.finish();
    }
  },
};
