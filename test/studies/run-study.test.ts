import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  makePlace,
  runCommand,
  smallPlan,
  type CommandResult,
  type Place,
  type RunningCommand,
} from './command-line.ts';

/** The whole product as a user meets it: a plan, one command, three files. */
let place: Place;
beforeAll(() => {
  place = makePlace();
});
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

const resultsCsv = (folder: string) =>
  readFileSync(join(folder, 'results.csv'), 'utf8')
    .split('\n')
    .map((line) => line.split(',').slice(0, -1).join(','))
    .join('\n');

test(
  'a study killed at any run goes on and ends with the results of an undisturbed one',
  { timeout: 300_000 },
  async () => {
    const undisturbed = makePlace();
    const whole = await runCommand([
      'study',
      'run',
      undisturbed.writePlan(smallPlan),
      ...undisturbed.options,
      '--results',
      join(undisturbed.folder, 'results'),
    ]);
    expect(whole.stderr).toContain('finished fine-tune/entities/adapted/fold-2');
    expect(whole.exitCode).toBe(0);
    expect(whole.stdout).toContain('adapted');
    for (const name of ['results.csv', 'results.json', 'report.html']) {
      expect(existsSync(join(undisturbed.folder, 'results', name)), name).toBe(true);
    }

    const results = join(place.folder, 'results');
    const argv = [
      'study',
      'run',
      place.writePlan(smallPlan),
      ...place.options,
      '--results',
      results,
    ];
    // A crash of the trainer: the host says so.
    const crashed = await killAt('finished pretrain/general', argv, (running) => {
      process.kill(running.trainerPid(), 'SIGKILL');
    });
    expect(crashed.stderr).toContain('error trainer.crashed');
    expect(crashed.exitCode).toBe(5);
    // A crash of the host: its trainer notices and ends after the step at hand.
    const orphaned = await killAt('finished fine-tune/screen/adapted/fold-1', argv, (running) => {
      running.kill('SIGKILL');
    });
    expect(orphaned.exitCode).toBeNull();
    const resumed = await resumeWhenFree(argv);
    expect(resumed.stderr).not.toContain('finished pretrain/general');
    expect(resumed.exitCode, resumed.stderr).toBe(0);
    expect(resultsCsv(results)).toBe(resultsCsv(join(undisturbed.folder, 'results')));

    const again = await runCommand(argv);
    expect(again.exitCode).toBe(0);
    expect(again.stderr, 'every result is taken over').not.toContain('finished');
    rmSync(undisturbed.folder, { recursive: true });
  },
);

/** Runs a command and acts once, as soon as it has said something. */
function killAt(
  moment: string,
  argv: readonly string[],
  act: (running: RunningCommand) => void,
): Promise<CommandResult> {
  let acted = false;
  return runCommand(argv, (said, running) => {
    if (acted || !said.includes(moment)) return;
    acted = true;
    act(running);
  });
}

/** A trainer whose host was killed ends after its step; until then the workspace is in use. */
async function resumeWhenFree(argv: readonly string[]) {
  for (;;) {
    const result = await runCommand(argv);
    if (!result.stderr.includes('workspace.trainer-active')) return result;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

test('an interrupt stops cleanly with its own exit code', { timeout: 300_000 }, async () => {
  const plan = { ...smallPlan, name: 'stopped', seed: 9 };
  const argv = ['study', 'run', place.writePlan(plan), ...place.options];
  const result = await killAt('finished vocabulary/words', argv, (running) => {
    running.kill('SIGINT');
  });
  expect(result.stderr).toContain('stopping after this step');
  expect(result.exitCode).toBe(6);
  const list = await runCommand(['study', 'list', ...place.options, '--json']);
  expect(list.stdout).toContain('"name":"stopped","state":"stopped"');
});

test('a study killed with its host is listed as interrupted', { timeout: 300_000 }, async () => {
  const argv = ['study', 'run', place.writePlan({ ...smallPlan, name: 'killed', seed: 10 })];
  await killAt('finished vocabulary/words', [...argv, ...place.options], (running) => {
    const trainer = running.trainerPid();
    running.kill('SIGKILL');
    process.kill(trainer, 'SIGKILL');
  });
  const list = await runCommand(['study', 'list', ...place.options]);
  expect(list.stdout).toMatch(/^interrupted killed\n.* the same command/);
  const asJson = await runCommand(['study', 'list', ...place.options, '--json']);
  expect(asJson.stdout).toContain('"name":"killed","state":"interrupted"');
});
