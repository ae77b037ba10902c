import type { ImportAction, ImportProblem, ImportRule } from '#core/domain/import-report.ts';

/** What is remarked on a column as a whole, with how often it was met. */
const gapRules = {
  'row-id-empty': { action: 'repaired', what: 'have no id and got their file and line as id' },
  'row-label-absent': { action: 'kept', what: 'have no label' },
  'row-patient-empty': {
    action: 'kept',
    what: 'name no patient: each stands for itself when texts are divided by patient',
  },
  'row-language-unknown': {
    action: 'kept',
    what: 'name a language that is not known; the cell is kept as a further column',
  },
  'row-date-short-year': {
    action: 'repaired',
    what: 'have a date with a year of two digits, read as one from 1950 to 2049',
  },
} as const satisfies Partial<Record<ImportRule, { action: ImportAction; what: string }>>;

export type GapRule = keyof typeof gapRules;

/** Counts rows that lack something, so that a column half of which is empty is one remark. */
export interface GapCount {
  see(rule: GapRule, line: number, isSound: boolean): void;
  finish(): ImportProblem[];
}

export function countGaps(file: string): GapCount {
  const counts = new Map<GapRule, { all: number; missing: number; line: number }>();
  return {
    see(rule, line, isSound) {
      const count = counts.get(rule) ?? { all: 0, missing: 0, line };
      count.all++;
      if (!isSound && ++count.missing === 1) count.line = line;
      counts.set(rule, count);
    },
    finish: () =>
      [...counts].flatMap(([rule, { all, missing, line }]) => {
        if (missing === 0) return [];
        const { action, what } = gapRules[rule];
        const of = rule === 'row-date-short-year' ? '' : ` of ${all}`;
        const detail = `${missing}${of} rows, the first on this line, ${what}.`;
        return [{ file, line, rule, action, detail }];
      }),
  };
}
