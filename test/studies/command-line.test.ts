import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** What holds for every command: help, versions, mistakes in the arguments, readers that leave. */
let place: Place;
beforeAll(() => {
  place = makePlace();
});
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

const entry = fileURLToPath(new URL('../../main/hosts/cli/main.ts', import.meta.url));

test('every command says that it can print JSON', async () => {
  const { stdout, exitCode } = await runCommand(['study', 'run', '--help']);
  expect(stdout).toContain('--json');
  expect(exitCode).toBe(0);
});

test('help marks the options without which a command cannot run', async () => {
  const { stdout } = await runCommand(['vocabulary', 'extend', '--help']);
  expect(stdout).toContain('folder of the workspace (required)');
  expect(stdout).toContain('name of the new model in the library (required)');
  expect(stdout).not.toMatch(/mode 0600\s+\(required\)/);
});

test('runs from any folder, through links, with the open files of its caller', () => {
  const folder = join(place.folder, 'un dossier é');
  mkdirSync(join(folder, 'sub'), { recursive: true });
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(smallPlan));
  symlinkSync(
    fileURLToPath(new URL('../../bin/anamnesis', import.meta.url)),
    join(folder, 'first'),
  );
  symlinkSync('../first', join(folder, 'sub', 'second'));
  const options = { cwd: folder, encoding: 'utf8' } as const;
  expect(
    spawnSync(join(folder, 'sub', 'second'), ['plan', 'check', 'plan.json'], options),
  ).toMatchObject({
    stdout: expect.stringContaining('11 runs') as string,
    stderr: expect.stringContaining('error file.missing') as string,
    status: 3,
  });
  expect(spawnSync(join(folder, 'first'), ['plan', 'check', 'none'], options)).toMatchObject({
    status: 3,
  });

  const passphrase = openSync(join(place.folder, 'passphrase'), 'r');
  const argv = ['workspace', 'verify', '-w', '../workspace', '--passphrase-fd', '3'];
  const stdio = ['ignore', 'pipe', 'pipe', passphrase] as const;
  expect(spawnSync(join(folder, 'first'), argv, { ...options, stdio: [...stdio] })).toMatchObject({
    stdout: expect.stringContaining('unbroken') as string,
    status: 0,
  });
  closeSync(passphrase);
});

test('tells its version', async () => {
  const { stdout } = await runCommand(['--version']);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

describe('with --json, standard error is JSON too', () => {
  test.for([
    ['for an unknown command', ['study', 'lst'], 'api.invalid-input'],
    ['for an unknown option', ['plan', 'check', 'x', '--loud'], 'api.invalid-input'],
    ['for an argument that is missing', ['plan', 'check'], 'api.invalid-input'],
    ['for a plan that is missing', ['plan', 'check', '/nowhere.json'], 'file.missing'],
    ['for a folder without a name', ['workspace', 'create', '-w', ''], 'api.invalid-input'],
    ['for a port that is none', ['serve', '-w', 'x', '--port', '99999'], 'api.invalid-input'],
    ['for a plan that is a folder', ['plan', 'check', '/'], 'file.unreadable'],
  ] as const)('%s', async ([, argv, code]) => {
    const { stdout, stderr, exitCode } = await runCommand(['--json', ...argv]);
    expect(stdout).toBe('');
    expect(JSON.parse(stderr)).toMatchObject({ error: { code } });
    expect(exitCode).not.toBe(0);
  });
});

/** Runs the program with its standard output (1) or error (2) going where the test says. */
function runInto(argv: readonly string[], target: { stdout?: number; stderr?: number }) {
  const child = spawn(process.execPath, [entry, ...argv], {
    stdio: ['ignore', target.stdout ?? 'pipe', target.stderr ?? 'pipe'],
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<{ exitCode: number | null; stderr: string }>((resolve) => {
    child.on('close', (exitCode) => {
      resolve({ exitCode, stderr });
    });
  });
  return { child, ended };
}

describe('a reader that leaves', () => {
  test('ends no command with a fault', async () => {
    const { child, ended } = runInto(['plan', 'schema'], {});
    child.stdout?.destroy();
    expect(await ended).toEqual({ exitCode: 0, stderr: '' });
  });

  test('leaves a study to go on to its end', async () => {
    const plan = place.writePlan({ ...smallPlan, name: 'alone' });
    const { child, ended } = runInto(['study', 'run', plan, ...place.options], {});
    child.stderr?.once('data', () => child.stderr?.destroy());
    child.stdout?.resume();
    expect(await ended).toMatchObject({ exitCode: 0 });
    expect(existsSync(join(place.folder, 'alone-results', 'report.html'))).toBe(true);
  });

  test('whose report is written as every format, and is the same bytes when it is written again', async () => {
    const write = async (name: string) => {
      const folder = join(place.folder, name);
      const argv = ['report', 'alone', ...place.options, '--to', folder, '--language', 'ro'];
      const formats = ['--format', 'html', 'pdf', 'docx', 'latex', 'csv'];
      const { exitCode, stdout } = await runCommand(['--json', ...argv, ...formats]);
      expect(exitCode).toBe(0);
      const told = JSON.parse(stdout) as { files: string[]; numberCount: number };
      expect(told).toMatchObject({ contradictions: [] });
      expect(told.numberCount).toBeGreaterThan(20);
      return told.files.map((file) => [
        file.slice(folder.length),
        readFileSync(file).toString('hex'),
      ]);
    };
    const once = await write('report-once');
    expect(once.map(([name]) => name)).toContain('/report.pdf');
    expect(await write('report-again')).toEqual(once);
  });

  test.skipIf(!existsSync('/dev/full'))(
    'is told from a disk that is full (needs /dev/full)',
    async () => {
      const full = openSync('/dev/full', 'w');
      const { exitCode, stderr } = await runInto(['plan', 'schema'], { stdout: full }).ended;
      expect(stderr).toContain('error file.unwritable in standard output\n');
      expect(stderr).toContain('ENOSPC');
      expect(exitCode).toBe(3);
      const told = await runInto(['--json', 'plan', 'schema'], { stdout: full }).ended;
      expect(JSON.parse(told.stderr)).toMatchObject({ error: { code: 'file.unwritable' } });
      closeSync(full);
    },
  );
});

describe('a result folder that cannot be written', () => {
  test('as one inside the workspace, where files would be swept away, is refused', async () => {
    const plan = place.writePlan({ ...smallPlan, name: 'inside' });
    const inside = join(place.folder, 'workspace', 'blobs', 'results');
    const argv = ['--json', 'study', 'run', plan, ...place.options, '--results', inside];
    const { exitCode, stderr } = await runCommand(argv);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'file.unwritable' } });
    expect(exitCode).toBe(3);
    expect(existsSync(inside)).toBe(false);
  });

  test('is known before the study begins', async () => {
    const plan = place.writePlan({ ...smallPlan, name: 'nowhere' });
    const taken = join(place.folder, 'taken');
    writeFileSync(taken, 'mine');
    const argv = ['study', 'run', plan, ...place.options, '--results', join(taken, 'results')];
    const { stderr, exitCode } = await runCommand(argv);
    expect(stderr).toContain('error file.unwritable');
    expect(stderr).toContain('--results');
    expect(stderr).not.toContain('engine');
    expect(exitCode).toBe(3);
    expect(readFileSync(taken, 'utf8')).toBe('mine');
  });
});
