import type { ImportProblem } from '#core/domain/import-report.ts';

/** What an import found wrong, short enough to be kept with the data. */
export interface ProblemSummary {
  readonly count: number;
  /** How often each rule was applied. */
  readonly byRule: Readonly<Record<string, number>>;
  /** The first problems in full; `count` says how many there were. */
  readonly first: readonly ImportProblem[];
}

const keptProblems = 500;

export function summariseProblems(problems: readonly ImportProblem[]): ProblemSummary {
  const byRule: Record<string, number> = {};
  for (const { rule } of problems) byRule[rule] = (byRule[rule] ?? 0) + 1;
  return { count: problems.length, byRule, first: problems.slice(0, keptProblems) };
}
