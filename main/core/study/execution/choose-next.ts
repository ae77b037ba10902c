import type { RunState } from '#core/domain/run.ts';

/** A run of a plan, as far as the order of execution depends on it. */
export interface WaitingRun {
  readonly key: string;
  /** Keys of the runs that must be finished before it. */
  readonly needs: readonly string[];
  readonly state: RunState;
  readonly isLeftOut: boolean;
  /** Those with one come first, the smallest first; null for the place in the plan. */
  readonly position: number | null;
}

/**
 * The run to execute next, of runs in the order of the plan: the first that a person brought
 * forward, else the first of the plan; what it needs comes before it. Those that are left out or
 * have failed are passed over, with all that needs them. Null where nothing is left to do.
 */
export function chooseNext(
  runs: readonly WaitingRun[],
  hasFailed: (key: string) => boolean,
): string | null {
  const byKey = new Map(runs.map((run) => [run.key, run]));
  const blocked = new Set<string>();
  /** The run itself, or the first that it waits for; null where that cannot be. */
  const findBeginning = ({ key, needs, isLeftOut }: WaitingRun): string | null => {
    if (blocked.has(key)) return null;
    if (!isLeftOut && !hasFailed(key)) {
      const missing = needs.flatMap((need) => {
        const run = byKey.get(need);
        return run === undefined || run.state === 'finished' ? [] : run;
      });
      if (missing.length === 0) return key;
      const beginning = findBeginning(missing[0]);
      if (beginning !== null) return beginning;
    }
    blocked.add(key);
    return null;
  };
  const inOrder = runs.toSorted(
    (one, other) => (one.position ?? Infinity) - (other.position ?? Infinity) || 0,
  );
  for (const run of inOrder) {
    if (run.state === 'finished') continue;
    const beginning = findBeginning(run);
    if (beginning !== null) return beginning;
  }
  return null;
}
