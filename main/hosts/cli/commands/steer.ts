import type { Command } from 'commander';
import type { Workspace } from '#core/storage/workspace.ts';
import { decideRun, type RunDecision } from '#core/study/execution/decide-run.ts';
import { findRunsOfPlan } from '#core/study/results/runs-of-plan.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { listRuns } from '#core/study/plan/list-runs.ts';
import { findStudy } from '../find-study.ts';
import { outputOf } from '../output.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

const decisions = {
  first: ['first', 'begin a step of a study before all others, after what it needs'],
  'leave-out': ['leave-out', 'leave a step of a study out, and what needs it'],
  'put-back': ['put-back', 'put a step back that was left out'],
  retry: ['retry', 'try a step that failed again, before all others'],
} as const satisfies Record<RunDecision, readonly [string, string]>;

/** How the steps of a study are looked at and steered, also while it runs. */
export function addSteering(study: Command, program: Command): void {
  addWorkspaceOptions(
    study
      .command('runs')
      .description('list the steps of a study with what became of each')
      .argument('<name>', 'name of the study'),
  ).action((name: string, options: WorkspaceOptions) =>
    withWorkspace(options, (workspace) => {
      const rows = listSteps(workspace, name);
      const lines = rows.map(({ key, state, isLeftOut, isForward, errorCode, errorMessage }) =>
        [
          `${(isLeftOut && state !== 'finished' ? 'left out' : state).padEnd(9)} ${key}`,
          ...(isForward && state !== 'finished' ? ['(brought forward)'] : []),
          ...(errorCode === null ? [] : [`\n          ${errorMessage ?? ''} [${errorCode}]`]),
        ].join(' '),
      );
      outputOf(program).result(lines.join('\n'), rows);
    }),
  );

  for (const [decision, [command, description]] of Object.entries(decisions)) {
    addWorkspaceOptions(
      study
        .command(command)
        .description(description)
        .argument('<name>', 'name of the study')
        .argument('<step>', 'as "study runs" names it'),
    ).action((name: string, key: string, options: WorkspaceOptions) =>
      withWorkspace(options, (workspace) => {
        const { id } = findStudy(workspace, name);
        decideRun(workspace, id, { key, decision: decision as RunDecision });
        outputOf(program).result(`${command}: ${key}`, { study: name, key, decision });
      }),
    );
  }

  addWorkspaceOptions(
    study
      .command('pause')
      .description('let a study that runs end when the step at hand has; "study run" goes on')
      .argument('<name>', 'name of the study')
      .option('--end', 'let it go on after all'),
  ).action((name: string, options: WorkspaceOptions & { readonly end?: true }) =>
    withWorkspace(options, (workspace) => {
      const isPaused = options.end !== true;
      workspace.runChoices.setPaused(findStudy(workspace, name).id, isPaused);
      const text = isPaused ? 'ends when the step at hand has' : 'goes on';
      outputOf(program).result(`${name} ${text}`, { study: name, isPaused });
    }),
  );
}

/** Every step of the plan, also before it is known to the workspace. */
function listSteps(workspace: Workspace, name: string) {
  const { id, planJson } = findStudy(workspace, name);
  const plan = readPlan(planJson, name);
  const runs = new Map(findRunsOfPlan(workspace, id, plan).map((run) => [run.key, run]));
  const choices = workspace.runChoices.list(id);
  return listRuns(plan).map(({ key }) => {
    const run = runs.get(key);
    const choice = choices.get(key);
    return {
      key,
      state: run?.state ?? 'queued',
      isLeftOut: choice?.isLeftOut ?? false,
      isForward: (choice?.position ?? null) !== null,
      errorCode: run?.errorCode ?? null,
      errorMessage: run?.errorMessage ?? null,
    };
  });
}
