import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Command } from 'commander';
import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { AnamnesisError } from '#core/base/error.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { lookAtPlan } from '#core/study/check/look-at-plan.ts';
import { listRuns } from '#core/study/plan/list-runs.ts';
import { planJsonSchema } from '#core/study/plan/plan-schema.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { resolvePaths } from '#core/study/plan/resolve-paths.ts';
import { surroundingsOfCheck } from '#hosts/composition/check-surroundings.ts';
import { describeError } from '../describe-error.ts';
import { addNewPlanCommand } from './new-plan.ts';
import { describeOutlook } from '../describe-outlook.ts';
import { exitCodeOf } from '../exit-codes.ts';
import { folderName } from '../folder-name.ts';
import { outputOf } from '../output.ts';
import {
  addPassphraseOptions,
  withWorkspace,
  type WorkspaceOptions,
} from '../workspace-options.ts';

export function addPlanCommands(program: Command, setExitCode: (code: number) => void): void {
  const plan = program.command('plan').description('write plan files and look at them');
  addPassphraseOptions(
    plan
      .command('check')
      .description('look at a plan and all that it names, and say what would become of it')
      .argument('<file>', 'plan file')
      .option(
        '-w, --workspace <folder>',
        'the workspace in which it would run: its models, its measured engines, room on its disk',
        folderName,
      ),
  ).action(async (file: string, options: Partial<WorkspaceOptions>) => {
    const text = readPlanFile(file);
    const checked = resolvePaths(readPlan(text, file), dirname(resolve(file)));
    const look = (workspace: Workspace | null) =>
      lookAtPlan(checked, surroundingsOfCheck(workspace));
    const { workspace } = options;
    const outlook = await (workspace === undefined
      ? look(null)
      : withWorkspace({ ...options, workspace }, look));
    const runs = listRuns(checked);
    const { faults, ...found } = outlook;
    const output = outputOf(program);
    output.result(describeOutlook(outlook, runs).join('\n'), {
      runs: runs.map(({ key }) => key),
      faults: faults.map(({ code, message }) => ({ code, message })),
      ...found,
    });
    for (const fault of faults) process.stderr.write(describeError(fault, output.json));
    if (faults.length > 0) setExitCode(exitCodeOf(faults[0].code));
  });
  addNewPlanCommand(plan, program);
  plan
    .command('schema')
    .description('print the JSON schema of plan files')
    .action(() => {
      const { json } = program.opts<{ json: boolean }>();
      process.stdout.write(`${JSON.stringify(planJsonSchema(), null, json ? 0 : 2)}\n`);
    });
}

/** @throws file.missing, file.unreadable */
export function readPlanFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new AnamnesisError(isMissing ? 'file.missing' : 'file.unreadable', {
      expected: `a plan file at ${path}`,
      found: describeSystemError(cause),
      remedy: 'Correct the path of the plan.',
      cause,
    });
  }
}
