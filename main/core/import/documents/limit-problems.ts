import type { ImportProblem, ImportRule } from '#core/domain/import-report.ts';

/** Passes on the first problems of each rule of an input and counts the others. */
export interface ProblemLimit {
  /** Those that are told in full. */
  take(problems: readonly ImportProblem[]): ImportProblem[];
  /** One problem for each rule of which more were met, with their number. */
  finish(): ImportProblem[];
}

/** A file whose every row is wrong must not become a report as long as itself. */
export function limitProblems(most: number): ProblemLimit {
  const counts = new Map<ImportRule, number>();
  const firstOmitted = new Map<ImportRule, ImportProblem>();
  return {
    take: (problems) =>
      problems.filter((problem) => {
        const count = (counts.get(problem.rule) ?? 0) + 1;
        counts.set(problem.rule, count);
        if (count === most + 1) firstOmitted.set(problem.rule, problem);
        return count <= most;
      }),
    finish: () =>
      [...firstOmitted].map(([rule, { file, line, action }]) => {
        const omitted = (counts.get(rule) ?? 0) - most;
        const detail = `${omitted} more of these, the first on this line, are not told one by one.`;
        return { file, line, rule, action, detail };
      }),
  };
}
