import { AnamnesisError } from '#core/base/error.ts';
import type { Run } from '#core/domain/run.ts';
import { nameSome } from '#core/wording/name-some.ts';
import { say } from '#core/wording/say.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { listRuns } from '../plan/list-runs.ts';
import { readPlan } from '../plan/read-plan.ts';

/** What a person may decide about a run of a study. */
export type RunDecision = 'first' | 'leave-out' | 'put-back' | 'retry';

/**
 * Keeps what a person decides about a run; a trainer at work hears of it before its next run. A
 * finished study to which a run is put back is queued again.
 * @throws record.missing for a study or a run of its plan, run.state-refused for a run that is under
 * way or finished, or has not failed and should be tried again
 */
export function decideRun(
  workspace: Workspace,
  studyId: string,
  { key, decision }: { readonly key: string; readonly decision: RunDecision },
): void {
  const { studies, runs, runChoices } = workspace;
  const study = studies.get(studyId);
  requireKey(
    listRuns(readPlan(study.planJson, study.name)).map((run) => run.key),
    key,
  );
  const run = runs.listByStudy(studyId).find((each) => each.key === key);
  requireState(run, decision);
  workspace.transaction(() => {
    switch (decision) {
      case 'first':
        runChoices.bringForward(studyId, key);
        break;
      case 'leave-out':
        runChoices.leaveOut(studyId, key);
        break;
      case 'put-back':
        runChoices.putBack(studyId, key);
        if (study.state === 'finished') studies.revise(studyId, study.planJson);
        break;
      case 'retry':
        if (runChoices.list(studyId).get(key)?.isLeftOut === true) runChoices.putBack(studyId, key);
        runChoices.bringForward(studyId, key);
        if (run !== undefined) runs.setState(run.id, 'queued');
    }
  });
}

function requireKey(known: readonly string[], key: string): void {
  if (known.includes(key)) return;
  throw new AnamnesisError('record.missing', {
    expected: say('plan', 'oneOfRuns', nameSome(known)),
    found: key,
    remedy: say('plan', 'seeRuns'),
  });
}

function requireState(run: Run | undefined, decision: RunDecision): void {
  const state = run?.state ?? 'queued';
  const isAllowed =
    decision === 'retry'
      ? state === 'failed' || state === 'stopped'
      : !['running', 'stopping', 'finished'].includes(state);
  if (isAllowed) return;
  throw new AnamnesisError('run.state-refused', {
    expected: say('plan', decision === 'retry' ? 'failedRun' : 'waitingRun'),
    found: state,
    remedy: say('workspace', 'mayChangeState'),
  });
}
