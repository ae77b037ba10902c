import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** A machine that computes something else at the same time may be slow. */
const timeout = 300_000;
/** Which engine a study computes with, and what the program says about it. */
let place: Place;
beforeAll(() => {
  place = makePlace();
}, timeout);
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

const { general } = smallPlan.models;
/** A vocabulary and one short pre-training: what needs an engine. */
const plan = {
  ...smallPlan,
  models: { general },
  tasks: {},
  comparisons: [],
  // Left out of the plan that is written: here the engine is measured.
  engine: undefined,
};
const tiny = ['--layers', '1', '--hidden', '64', '--rows', '2', '--tokens', '16'];
const run = (name: string, changes: object, ...options: string[]) =>
  runCommand([
    'study',
    'run',
    place.writePlan({ ...plan, ...changes, name }),
    ...place.options,
    '--results',
    join(place.folder, name),
    ...options,
  ]);

interface DoctorReport {
  readonly chosen: string;
  readonly engines: readonly { readonly name: string; readonly state: string }[];
}
const readReport = (stdout: string) => JSON.parse(stdout) as DoctorReport;
/** The engines of the runs of a study, with who chose them. */
const enginesOf = (name: string) => {
  const text = readFileSync(join(place.folder, name, 'results.json'), 'utf8');
  const { runs } = JSON.parse(text) as { runs: { engine: string; engineSource: string }[] };
  return [...new Set(runs.map(({ engine, engineSource }) => `${engine} by ${engineSource}`))];
};

describe('an engine', () => {
  test(
    'is measured by the first study of a workspace, and not by the next',
    { timeout },
    async () => {
      const first = await run('first', {});
      expect(first.stderr).toContain('measuring the engines of this machine');
      expect(first.stderr).toMatch(/engine \S+, as measured on this machine/);
      expect(first.exitCode, first.stderr).toBe(0);
      expect(enginesOf('first')).toEqual([expect.stringMatching(/^\S+ by measurement$/)]);
      const second = await run('second', { seed: 8 });
      expect(second.stderr).not.toContain('measuring the engines');
      expect(second.exitCode).toBe(0);
    },
  );

  test(
    'is found and measured by the doctor, who keeps that in a workspace',
    { timeout },
    async () => {
      const doctor = await runCommand(['--json', 'doctor', ...tiny, ...place.options]);
      expect(doctor.exitCode, doctor.stderr).toBe(0);
      const { chosen, engines } = readReport(doctor.stdout);
      expect(engines.find(({ name }) => name === chosen)?.state).toBe('measured');
      expect(JSON.parse(doctor.stdout)).toMatchObject({ stored: true, shape: { hiddenSize: 64 } });
      const audit = await run('third', { seed: 9 });
      expect(audit.stderr).not.toContain('measuring the engines');
      expect(audit.stderr).toContain(`engine ${chosen}, as measured on this machine`);
    },
  );

  test(
    'may be named by the plan or by the command, and the runs keep who did',
    { timeout },
    async () => {
      const { chosen } = readReport((await runCommand(['--json', 'doctor', ...tiny])).stdout);
      const planned = await run('planned', { engine: chosen });
      expect(planned.stderr).toContain(`engine ${chosen}, as the plan says`);
      expect(enginesOf('planned')).toEqual([`${chosen} by plan`]);
      const commanded = await run('commanded', { engine: 'abacus' }, '--engine', chosen);
      expect(commanded.stderr).toContain(`engine ${chosen}, as the command says`);
      expect(enginesOf('commanded')).toEqual([`${chosen} by command`]);
    },
  );

  test(
    'that this version does not have is refused with the names that it has',
    { timeout },
    async () => {
      for (const refused of [
        await run('unknown', {}, '--engine', 'abacus'),
        await run('unknown', { engine: 'abacus' }),
        await runCommand(['plan', 'check', place.writePlan({ ...plan, engine: 'abacus' })]),
      ]) {
        expect(refused.stderr).toContain('error engine.unknown');
        expect(refused.stderr).toMatch(/expected +one of .*onnx-cpu/);
        expect(refused.exitCode).toBe(2);
      }
    },
  );

  test(
    'that computes in float32 only is refused where mixed precision is asked for',
    { timeout },
    async () => {
      const engine = ['--engine', 'onnx-cpu'];
      for (const refused of [
        await run('halved', {}, ...engine, '--precision', 'mixed'),
        await run('halved-plan', { precision: 'mixed' }, ...engine),
      ]) {
        expect(refused.stderr).toContain('error engine.no-half-precision');
        expect(refused.stderr).toMatch(/remedy +.*onnx-webgpu/);
        expect(refused.stderr).not.toContain('corpus general:');
        expect(refused.exitCode).toBe(2);
      }
      const unknown = await run('quartered', {}, '--precision', 'quarter');
      expect(unknown.stderr).toContain('float32, mixed');
      expect(unknown.exitCode).toBe(2);
      const whole = await run('whole', { precision: 'mixed' }, ...engine, '--precision', 'float32');
      expect(whole.exitCode, whole.stderr).toBe(0);
    },
  );

  test.skipIf(process.platform !== 'linux')(
    'that computes in mixed precision is missed before data is read and engines are measured (Linux)',
    { timeout },
    async () => {
      const fresh = makePlace();
      const argv = ['study', 'run', fresh.writePlan({ ...plan, name: 'mixed' }), ...fresh.options];
      vi.stubEnv('VK_DRIVER_FILES', '/nowhere');
      vi.stubEnv('VK_ICD_FILENAMES', '/nowhere');
      const refused = await runCommand([...argv, '--precision', 'mixed']);
      vi.unstubAllEnvs();
      expect(refused.stderr).toContain('error engine.no-half-precision');
      expect(refused.stderr).not.toContain('corpus general:');
      expect(refused.stderr).not.toContain('measuring the engines');
      expect(refused.exitCode).toBe(2);
      rmSync(fresh.folder, { recursive: true });
    },
  );

  test(
    'that this machine lacks is refused with its remedy, before any data is read',
    { timeout },
    async () => {
      const { engines } = readReport((await runCommand(['--json', 'doctor', ...tiny])).stdout);
      const missing = engines.find(({ state }) => state === 'missing');
      expect(missing, 'an engine that is not installed here').toBeDefined();
      const refused = await run('lacking', {}, '--engine', missing!.name);
      expect(refused.stderr).toContain('error runtime.unavailable');
      expect(refused.stderr).toMatch(/remedy +\S/);
      expect(refused.stderr).not.toContain('corpus general:');
      expect(refused.exitCode).toBe(5);
    },
  );
});

test('a study that measures can be stopped, and goes on later', { timeout }, async () => {
  const fresh = makePlace();
  const argv = ['study', 'run', fresh.writePlan({ ...plan, name: 'stopped' }), ...fresh.options];
  let isAsked = false;
  const stopped = await runCommand(argv, (said, running) => {
    if (isAsked || !said.includes('measuring the engines')) return;
    isAsked = true;
    running.kill('SIGINT');
  });
  expect(stopped.exitCode, stopped.stderr).toBe(6);
  const list = await runCommand(['study', 'list', ...fresh.options]);
  expect(list.stdout).toMatch(/^stopped +stopped$/m);
  const resumed = await runCommand(argv);
  expect(resumed.exitCode, resumed.stderr).toBe(0);
  rmSync(fresh.folder, { recursive: true });
});

test('the doctor refuses sizes that are none', { timeout }, async () => {
  for (const [option, size] of [
    ['--layers', '0'],
    ['--hidden', '200'],
  ]) {
    const refused = await runCommand(['doctor', option, size]);
    expect(refused.stderr).toContain(`error api.invalid-input in ${option}`);
    expect(refused.exitCode).toBe(2);
  }
});
