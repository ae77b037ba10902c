import type { ImportAction, ImportProblem, ImportRule } from '#core/domain/import-report.ts';
import type { Phrase } from '#core/base/phrase.ts';
import { say } from '#core/wording/say.ts';
import { lossUnits, type LossCount } from './losses.ts';

/** What an import found wrong, short enough to be kept with the data. */
export interface ProblemSummary {
  /** How often each rule was applied to each file. */
  readonly counts: readonly {
    readonly file: string;
    readonly rule: ImportRule;
    readonly action: ImportAction;
    readonly count: number;
  }[];
  /** What was left out, by rule and class or type; left out by the first versions. */
  readonly losses?: readonly LossCount[];
  /** The first problems in full; `counts` says how many there were. */
  readonly first: readonly ImportProblem[];
}

/** What may explain that nothing is left: the first thing that was left out, as errors tell it. */
export function describeFirstLoss({ first }: ProblemSummary): Phrase[] {
  const problem = first.find(({ action }) => action !== 'kept') ?? first.at(0);
  if (problem === undefined) return [];
  return [say('losses', 'firstProblem', problem.file, problem.line, problem.detail)];
}

/** Where the first versions kept no labels, the rules alone are known. */
export function lossesOf({ losses, counts }: ProblemSummary): readonly LossCount[] {
  return losses ?? counts.map(({ rule, count }) => ({ rule, label: null, count }));
}

const keptProblems = 500;

/** Counts problems per file, rule and action as they come, and keeps the first 500 in full. */
export class ProblemTally {
  readonly #counts = new Map<string, ProblemSummary['counts'][number]>();
  readonly #losses = new Map<string, LossCount>();
  readonly #first: ImportProblem[] = [];

  add(problems: readonly ImportProblem[]): void {
    for (const problem of problems) {
      const { file, rule, action } = problem;
      const key = `${file}\0${rule}\0${action}`;
      const count = (this.#counts.get(key)?.count ?? 0) + 1;
      this.#counts.set(key, { file, rule, action, count });
      this.#countLoss(problem);
      if (this.#first.length < keptProblems) this.#first.push(problem);
    }
  }

  summary(): ProblemSummary {
    return {
      counts: [...this.#counts.values()],
      losses: [...this.#losses.values()],
      first: [...this.#first],
    };
  }

  #countLoss({ rule, label: named }: ImportProblem): void {
    if (lossUnits[rule] === null) return;
    const label = named ?? null;
    const key = `${rule}\0${label ?? ''}`;
    const count = (this.#losses.get(key)?.count ?? 0) + 1;
    this.#losses.set(key, { rule, label, count });
  }
}

/** The summary of problems that are all at hand. */
export function summariseProblems(problems: readonly ImportProblem[]): ProblemSummary {
  const tally = new ProblemTally();
  tally.add(problems);
  return tally.summary();
}

/** Two summaries of problems by different rules as one; the first problems are those of the first. */
export function joinSummaries(one: ProblemSummary, other: ProblemSummary): ProblemSummary {
  return {
    counts: [...one.counts, ...other.counts],
    losses: [...lossesOf(one), ...lossesOf(other)],
    first: [...one.first, ...other.first].slice(0, keptProblems),
  };
}
