import type { ImportProblem } from '#core/domain/import-report.ts';
import { findColumn } from '#core/import/detect-separator.ts';
import type { ColumnMapping } from '../document-format.ts';
import { suggestMapping } from './suggest-mapping.ts';
import type { TableRow } from './table.ts';

/** A mapping whose names are those of the header; null where the table does not have them. */
export interface ResolvedMapping {
  readonly mapping: ColumnMapping | null;
  readonly problems: readonly ImportProblem[];
}

/** Finds the columns of the mapping given, or else proposes one. */
export function resolveMapping(
  names: readonly string[],
  head: readonly TableRow[],
  given: ColumnMapping | undefined,
  { file, line }: { readonly file: string; readonly line: number },
): ResolvedMapping {
  const leaveOut = (detail: string): ResolvedMapping => ({
    mapping: null,
    problems: [{ file, line, rule: 'file-column-missing', action: 'left-out', detail }],
  });
  if (given === undefined) {
    const mapping = suggestMapping(
      names,
      head.map(({ cells }) => cells),
    );
    if (mapping.text.length > 0) return { mapping, problems: [] };
    return leaveOut(`None of the ${names.length} columns looks like text: name the one that is.`);
  }
  const missing: string[] = [];
  const find = (column: string): string => {
    const index = findColumn(names, column);
    if (index === -1) missing.push(`"${column}"`);
    return names[index] ?? column;
  };
  const findFact = (column: string | null) => (column === null ? null : find(column));
  const mapping = {
    text: given.text.map(({ column, heading }) => ({ column: find(column), heading })),
    label: findFact(given.label),
    id: findFact(given.id),
    patient: findFact(given.patient),
    date: findFact(given.date),
    language: findFact(given.language),
    kind: findFact(given.kind),
  };
  if (missing.length === 0) return { mapping, problems: [] };
  return leaveOut(
    `The header has ${names.length} columns, but none named ${missing.join(' or ')}.`,
  );
}
