import { hashRun } from './hash-runs.ts';
import type { DataHashes } from './data-hashes.ts';
import { listRuns } from './list-runs.ts';
import type { PlannedRun } from './planned-run.ts';
import type { Plan } from './plan-schema.ts';
import { hashJson } from '#core/storage/hash-json.ts';

/**
 * The runs of a plan whose results another plan for the same study discards: both ask for them, and
 * something that determines them is different. What only the old plan asks for stays in the
 * workspace, and is found again if the plan is changed back. Data counts as changed where the plan
 * says otherwise about it: whether the files themselves were changed is seen when they are read.
 */
export function listLostRuns(before: Plan, after: Plan): PlannedRun[] {
  const hashesBefore = nameData(before);
  const hashesAfter = nameData(after);
  const runsAfter = new Map(listRuns(after).map((run) => [run.key, run]));
  return listRuns(before).filter((run) => {
    const next = runsAfter.get(run.key);
    if (next === undefined) return false;
    return hashRun(before, run, hashesBefore) !== hashRun(after, next, hashesAfter);
  });
}

/** In the place of each hash of data, that of what the plan says about it. */
function nameData(plan: Plan): DataHashes {
  const { lockedSet, heldOut, seed } = plan;
  const division = heldOut && { fraction: heldOut.fraction, seed };
  return {
    corpora: hashEach(plan.corpora, (corpus) => ({ corpus, lockedSet, division })),
    tasks: hashEach(plan.tasks, ({ data }) => ({ data, lockedSet })),
    checkpoints: hashEach(plan.models, ({ start }) => start),
  };
}

function hashEach<Value>(
  named: Readonly<Record<string, Value>>,
  pick: (value: Value) => unknown,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(named).map(([name, value]) => [name, hashJson(pick(value))]),
  );
}
