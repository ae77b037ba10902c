import { createDetectingParser } from '#core/import/begin-csv.ts';
import type { CsvSeparator } from '#core/import/detect-separator.ts';
import type { ColumnMapping } from '../document-format.ts';
import { columnWords } from './column-words.ts';
import { readHeader } from './read-header.ts';
import { suggestMapping } from './suggest-mapping.ts';

/** The columns of a table and what they probably are. */
export interface ProposedColumns {
  readonly columns: readonly string[];
  readonly mapping: ColumnMapping;
}

const usualNames = Object.values(columnWords).flatMap((words) => words.split(' '));

/** Looks at the first rows of a table; null where they hold no row. The last may be cut. */
export function proposeColumns(
  head: string,
  separator: CsvSeparator | undefined,
): ProposedColumns | null {
  const parser = createDetectingParser({
    file: 'table',
    textLength: head.length,
    columns: usualNames,
    ...(separator === undefined ? {} : { separator }),
    longestRecord: head.length + 1,
  });
  const rows = [...parser.push(head).records, ...parser.finish().records];
  const [first] = rows;
  if (first === undefined) return null;
  const header = readHeader({ line: first.line, cells: first.fields }, 'table');
  const below = (header.isData ? rows : rows.slice(1)).map(({ fields }) => fields);
  return { columns: header.names, mapping: suggestMapping(header.names, below) };
}
