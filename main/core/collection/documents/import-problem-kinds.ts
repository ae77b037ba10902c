import type { ImportAction, ImportProblem, ImportRule } from '#core/domain/import-report.ts';

/** Problems of one kind, with the place of the first. */
export interface ProblemKind {
  readonly rule: ImportRule;
  readonly action: ImportAction;
  readonly count: number;
  readonly example: ImportProblem;
}

/** Counts problems by kind as they come. */
export class ProblemKinds {
  readonly #kinds = new Map<string, ProblemKind>();

  add(problems: readonly ImportProblem[]): void {
    for (const problem of problems) {
      const { rule, action } = problem;
      const key = `${rule}\0${action}`;
      const known = this.#kinds.get(key) ?? { rule, action, count: 0, example: problem };
      this.#kinds.set(key, { ...known, count: known.count + 1 });
    }
  }

  /** The most frequent first. */
  list(): ProblemKind[] {
    return [...this.#kinds.values()].sort((a, b) => b.count - a.count);
  }
}
