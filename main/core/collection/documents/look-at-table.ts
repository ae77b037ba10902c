import {
  proposeColumns,
  type ProposedColumns,
} from '#core/import/documents/tables/propose-columns.ts';
import type { ImportChoice } from './import-choice.ts';
import type { OpenedSource } from './open-source.ts';
import { readHeadText } from './recognise-inputs.ts';

/** The columns of the first table of a source, and what they probably are; null where there is none. */
export function lookAtTable(
  { recognised }: OpenedSource,
  { options }: ImportChoice,
): ProposedColumns | null {
  const table = recognised.find(({ format }) => format === 'csv');
  if (table === undefined) return null;
  return proposeColumns(readHeadText(table.input, options?.encoding), options?.separator);
}
