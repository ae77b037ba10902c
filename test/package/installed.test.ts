import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSampleFiles } from '#core/sample/generate.ts';
import { smallPlan } from '../studies/command-line.ts';
import {
  dpkg,
  installed,
  installIntoOwnRoot,
  listMissing,
  surroundings,
  withoutNetwork,
} from './own-root.ts';

const missing = listMissing();
if (missing.length > 0) {
  process.stderr.write(`skipped, this machine lacks: ${missing.join('; ')}\n`);
}

/** The tests tell one story, in their order. */
describe.skipIf(missing.length > 0)('the package, in a root of its own without network', () => {
  let root: string;
  const options = ['-w', '/root/workspace', '--passphrase-file', '/root/passphrase'];

  function run(...command: readonly string[]) {
    const [program, ...given] = withoutNetwork(root, command);
    const { status, stdout, stderr } = spawnSync(program, given, {
      encoding: 'utf8',
      env: surroundings,
      maxBuffer: 2 ** 28,
    });
    return { status, stdout, stderr };
  }
  const anamnesis = (...given: readonly string[]) => run(...installed(root, ...given));

  beforeAll(() => {
    root = installIntoOwnRoot();
    const write = (path: string, content: string, mode = 0o644) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content, { mode });
    };
    for (const { path, content } of generateSampleFiles({ seed: 3, size: 'small' })) {
      write(join('root/sample', path), content);
    }
    write('root/sample/plan.json', JSON.stringify({ engine: 'onnx-cpu', ...smallPlan }));
    write('root/passphrase', 'correct horse\n', 0o600);
  });
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('is what dpkg knows of it, file by file', () => {
    expect(dpkg(root, '--verify', 'anamnesis')).toBe('');
  });

  it('lists all its commands within a second of computing', () => {
    // The shell tells its own time, then that of what it has started: minutes and seconds, of the
    // program and of the system for it.
    const script = 'anamnesis --help > /root/help; times';
    const { stdout } = run('chroot', root, '/usr/bin/sh', '-c', script);
    expect(readFileSync(join(root, 'root/help'), 'utf8')).toMatch(/\n {2}doctor /);
    const [minutes, seconds] = (stdout.split('\n')[1] ?? '').split(/[ms]/).map(Number);
    expect(60 * minutes + seconds).toBeLessThan(1);
  });

  it('computes on no path that is worse than it could be', () => {
    const small = ['--layers', '1', '--hidden', '64', '--vocabulary', '300'];
    const rows = ['--rows', '2', '--tokens', '16'];
    const { status, stdout } = anamnesis('--json', 'doctor', ...small, ...rows);
    expect(status).toBe(0);
    const { chosen, engines } = JSON.parse(stdout) as {
      chosen: string;
      engines: { name: string; detail: string }[];
    };
    expect(chosen).toBe('onnx-cpu');
    const processor = engines.find(({ name }) => name === 'onnx-cpu');
    expect(processor?.detail).toContain('the library can be called directly');
  });

  it('runs a study, writes it as PDF, and finds the workspace sound', () => {
    expect(anamnesis('workspace', 'create', ...options).status).toBe(0);
    const study = anamnesis('study', 'run', '/root/sample/plan.json', ...options);
    expect(study.stderr).not.toMatch(/error/);
    expect(study.status).toBe(0);
    expect(study.stdout).toMatch(/adapted/);
    const report = anamnesis('report', 'write', 'small', ...options, '--to', '/root/report');
    expect(report.status).toBe(0);
    const [pdf] = readdirSync(join(root, 'root/report')).filter((name) => name.endsWith('.pdf'));
    expect(readFileSync(join(root, 'root/report', pdf), 'latin1')).toMatch(/^%PDF-1\.7/);
    const verified = anamnesis('--json', 'workspace', 'verify', ...options);
    expect(JSON.parse(verified.stdout)).toMatchObject({ sound: true });
  });

  it('makes a workspace of its backup', () => {
    const backup = anamnesis('--json', 'workspace', 'backup', '/root/backup.tar', ...options);
    expect(backup.status).toBe(0);
    const restored = ['-w', '/root/again', ...options.slice(2)];
    expect(anamnesis('workspace', 'restore', '/root/backup.tar', ...restored).status).toBe(0);
    expect(anamnesis('study', 'list', ...restored).stdout).toContain('small');
  });

  it('opens its window in a browser', () => {
    const script = resolve(import.meta.dirname, 'open-window.ts');
    const seen = run(process.execPath, script, root, ...options);
    expect(seen.stderr).toBe('');
    expect(JSON.parse(seen.stdout)).toMatchObject({ complaints: [] });
  });

  it('leaves with dpkg, and of it stays nothing', () => {
    dpkg(root, '--remove', 'anamnesis');
    expect(existsSync(join(root, 'usr/lib/anamnesis'))).toBe(false);
    expect(readdirSync(join(root, 'usr/bin')).sort()).toEqual([
      'dirname',
      'getconf',
      'readlink',
      'sh',
    ]);
    expect(existsSync(join(root, 'root/workspace/workspace.json'))).toBe(true);
  });
});
