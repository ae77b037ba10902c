import {
  proposeColumns,
  type ProposedColumns,
} from '#core/import/documents/tables/propose-columns.ts';
import type { ImportChoice } from './import-choice.ts';
import { openSource } from './open-source.ts';
import { readHeadText } from './recognise-files.ts';

/**
 * The columns of the first table among files, and what they probably are; null where there is none.
 * @throws file.missing, file.unreadable
 */
export function lookAtTable(
  paths: readonly string[],
  choice: ImportChoice,
): ProposedColumns | null {
  const { files } = openSource(paths, choice);
  const table = files.find(({ format }) => format === 'csv');
  if (table === undefined) return null;
  return proposeColumns(readHeadText(table, choice.options?.encoding), choice.options?.separator);
}
