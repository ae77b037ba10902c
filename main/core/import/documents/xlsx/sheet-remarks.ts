import type { ImportAction, ImportProblem, ImportRule } from '#core/domain/import-report.ts';
import type { SheetCounts } from './read-sheet.ts';

const remarks = {
  formulas: {
    rule: 'sheet-formulas',
    action: 'kept',
    what: 'cells hold a formula; its value when the file was saved is read',
  },
  formulasWithoutValue: {
    rule: 'sheet-formulas',
    action: 'left-out',
    what: 'cells hold a formula without a value, and are read as empty: open and save the file in Excel',
  },
  errors: {
    rule: 'sheet-errors',
    action: 'left-out',
    what: 'cells hold an error such as #N/A, and are read as empty',
  },
  cutCells: {
    rule: 'sheet-cell-cut',
    action: 'kept',
    what: 'cells have 32,767 characters, the most that Excel holds: what was longer has been cut before',
  },
  hiddenRows: { rule: 'sheet-hidden', action: 'kept', what: 'rows are hidden, and are read' },
  mergedCells: {
    rule: 'sheet-merged-cells',
    action: 'kept',
    what: 'cells are joined of several: the value is read in the first of them, the others are empty',
  },
  missingTexts: {
    rule: 'sheet-text-missing',
    action: 'left-out',
    what: 'cells name a text that the file does not have, and are read as empty',
  },
} as const satisfies Record<
  keyof SheetCounts,
  { rule: ImportRule; action: ImportAction; what: string }
>;

/** What is said of a sheet beside its rows. */
export function remarkOnSheet(file: string, counts: SheetCounts): ImportProblem[] {
  const kinds = Object.keys(remarks) as (keyof SheetCounts)[];
  return kinds.flatMap((kind) => {
    const { count, row } = counts[kind];
    const { rule, action, what } = remarks[kind];
    if (count === 0) return [];
    return [{ file, line: row, rule, action, detail: `${count} ${what}.` }];
  });
}
