import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { describeSystemError } from '#core/base/describe-system-error.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { listRuns } from '#core/study/plan/list-runs.ts';
import { planJsonSchema } from '#core/study/plan/plan-schema.ts';
import { readPlan } from '#core/study/plan/read-plan.ts';
import { requireEngineName } from '#hosts/composition/engines.ts';
import { outputOf } from '../output.ts';

export function addPlanCommands(program: Command): void {
  const plan = program.command('plan').description('look at plan files');
  plan
    .command('check')
    .description('read a plan and list the runs that it asks for')
    .argument('<file>', 'plan file')
    .action((file: string) => {
      const output = outputOf(program);
      const checked = readPlan(readPlanFile(file), file);
      if (checked.engine !== undefined) requireEngineName(checked.engine);
      const runs = listRuns(checked);
      output.result([...runs.map((run) => run.key), `${runs.length} runs`].join('\n'), {
        runs: runs.map((run) => run.key),
      });
    });
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
