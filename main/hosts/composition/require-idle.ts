import type { StudySummary } from '#core/api/contract/study.ts';
import type { Api } from '#core/api/create-api.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { asPerson } from '#core/storage/persons.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

const busyStates: readonly StudySummary['state'][] = ['running', 'stopping'];

/**
 * A study that runs would be stopped by leaving its workspace: that must be asked for by itself.
 * @throws workspace.not-idle
 */
export async function requireIdle({
  api,
  workspace,
}: {
  readonly api: Api;
  readonly workspace: Workspace;
}): Promise<void> {
  const owner = asPerson(workspace.persons.first());
  const [studies, task] = await Promise.all([
    api.call('studies.list', {}, owner),
    api.call('models.task', {}, owner),
  ]);
  const running = studies.ok
    ? (studies.value as readonly StudySummary[]).find(({ state }) => busyStates.includes(state))
    : undefined;
  const isTaskRunning =
    task.ok && (task.value as { task: { state: string } | null }).task?.state === 'running';
  if (running === undefined && !isTaskRunning) return;
  throw new AnamnesisError('workspace.not-idle', {
    expected: say('window', 'idleWorkspace'),
    found:
      running === undefined
        ? say('window', 'workOnModel')
        : say('window', 'runningStudy', running.name),
    remedy: running === undefined ? say('window', 'waitUntilDone') : say('window', 'waitOrStop'),
  });
}
