import type { ImportAction, ImportProblem, ImportRule } from '#core/domain/import-report.ts';

/** What was wrong in one input: of each rule told in full up to a number, then counted. */
export interface ProblemList {
  /** Whether anything was told so far. */
  readonly isTold: boolean;
  readonly tell: (
    line: number,
    rule: ImportRule,
    action: ImportAction,
    detail: string,
    label?: string,
  ) => void;
  add(problems: readonly ImportProblem[]): void;
  /** What was told since the last time. */
  take(): ImportProblem[];
  /** The same, and how many of each rule were counted only. */
  finish(): ImportProblem[];
}

export function createProblemList(file: string, mostInFull: number): ProblemList {
  let told: ImportProblem[] = [];
  const counts = new Map<string, number>();
  const uncounted = new Map<string, { last: ImportProblem; count: number }>();

  function add(problem: ImportProblem): void {
    const kind = `${problem.rule} ${problem.action}`;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= mostInFull) {
      told.push(problem);
      return;
    }
    uncounted.set(kind, { last: problem, count: (uncounted.get(kind)?.count ?? 0) + 1 });
  }
  function take(): ImportProblem[] {
    const taken = told;
    told = [];
    return taken;
  }

  return {
    get isTold() {
      return counts.size > 0;
    },
    tell(line, rule, action, detail, label) {
      const problem = { file, line: Math.max(1, line), rule, action, detail };
      add(label === undefined ? problem : { ...problem, label });
    },
    add(problems) {
      for (const problem of problems) add(problem);
    },
    take,
    finish() {
      const more = [...uncounted.values()].map(({ last, count: times }): ImportProblem => {
        const { file: where, line, rule, action } = last;
        const detail = `${times} more of this kind, the last on this line, are not told one by one.`;
        return { file: where, line, rule, action, detail };
      });
      uncounted.clear();
      return [...take(), ...more];
    },
  };
}
