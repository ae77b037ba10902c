import type { Run, Study } from '#core/domain/run.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { say } from '#core/wording/say.ts';

/**
 * A study that got another plan or began anew keeps the results it had until its data is read: only
 * then is it known which of them still hold. Where that was never reached, their reader must know.
 */
export function warnOfOldResults(
  workspace: Workspace,
  study: Study,
  runs: readonly Run[],
): StudyResults['warnings'] {
  if (study.state === 'finished' || !runs.some(({ state }) => state === 'finished')) return [];
  if (wereRunsCompared(workspace, study.id)) return [];
  const text = say('warnings', 'oldResults');
  return [{ kind: 'old-results', about: study.name, text }];
}

/** Executing a study compares all its runs before the first of them begins, or is discarded. */
function wereRunsCompared(workspace: Workspace, studyId: string): boolean {
  const runIds = new Set(workspace.runs.listByStudy(studyId).map(({ id }) => id));
  const last = workspace.audit
    .entriesOf(['study.revised', 'study.state', 'run.state', 'run.discarded'])
    .findLast(
      ({ action, detail }) =>
        runIds.has(String(detail.runId)) ||
        (detail.studyId === studyId && (action === 'study.revised' || detail.to === 'running')),
    );
  return last !== undefined && runIds.has(String(last.detail.runId));
}
