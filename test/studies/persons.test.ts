import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makePlace, runCommand, type CommandResult } from './command-line.ts';

test(
  'persons are added, act by their role, and are locked and removed',
  { timeout: 600_000 },
  async () => {
    const { folder, options } = makePlace();
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const fileOf = (name: string, passphrase: string): string => {
      const file = join(folder, name);
      writeFileSync(file, `${passphrase}\n`, { mode: 0o600 });
      return file;
    };
    const workspace = ['-w', join(folder, 'workspace')];
    const ben = fileOf('ben', 'ben’s horse');
    const asBen = [...workspace, '--passphrase-file', ben];
    const expectOk = (result: CommandResult, said: string) => {
      expect(result.stderr).toBe('');
      expect(result.stdout).toContain(said);
      expect(result.exitCode).toBe(0);
    };
    const expectRefused = (result: CommandResult, code: string) => {
      expect(result.stderr).toContain(`error ${code}`);
      expect(result.exitCode).not.toBe(0);
    };
    const run = (...argv: string[]) => runCommand(argv);

    expectOk(await run('person', 'list', ...options), '(whoever has the passphrase) · owner');
    const add = ['person', 'add', 'Ben', '--role', 'reviewer', '--new-passphrase-file', ben];
    expectRefused(await run(...add, ...options), 'person.name-missing');
    expectOk(await run(...add, '--own-name', 'Ana', ...options), 'added Ben as reviewer');
    expectRefused(await run(...add, ...options), 'person.name-taken');
    // Who was alone goes on with the same command; others with theirs, with or without their name.
    expectOk(await run('study', 'list', ...options), '');
    expectOk(await run('study', 'list', ...asBen), '');
    expectOk(await run('study', 'list', ...asBen, '--person', 'ben'), '');
    expectRefused(await run('study', 'list', ...asBen, '--person', 'Ana'), 'person.unknown');
    expectRefused(await run('person', 'list', ...asBen), 'person.not-permitted');
    expectRefused(await run('person', 'role', 'Ana', 'reader', ...options), 'person.last-owner');
    expectRefused(await run('person', 'role', 'Ben', 'boss', ...options), 'api.invalid-input');
    expectRefused(await run('person', 'lock', 'Eve', ...options), 'record.missing');
    expectOk(await run('person', 'role', 'Ben', 'analyst', ...options), 'Ben is analyst');

    expectOk(await run('person', 'lock', 'Ben', ...options), 'locked Ben');
    expectRefused(await run('study', 'list', ...asBen), 'person.locked');
    expectOk(await run('person', 'unlock', 'Ben', ...options), 'unlocked Ben');
    const second = fileOf('second', 'second horse');
    const change = ['workspace', 'change-passphrase', '--new-passphrase-file', second];
    expectOk(await run(...change, ...asBen), 'The new passphrase opens the workspace.');
    expectRefused(await run('study', 'list', ...asBen), 'workspace.wrong-key');
    const reset = ['person', 'reset-passphrase', 'Ben', '--new-passphrase-file', ben];
    expectOk(await run(...reset, ...options), 'Ben has another passphrase');
    expectOk(await run('study', 'list', ...asBen), '');

    const made = await run('--json', 'person', 'recovery', ...options);
    const { recoveryKey } = JSON.parse(made.stdout) as { recoveryKey: string };
    const lost = [...workspace, '--recovery-key', '--passphrase-file', fileOf('key', recoveryKey)];
    expectOk(await run('person', 'list', ...lost), '(recovery key) · owner');
    expectOk(await run('person', 'remove', 'Ben', ...lost), 'An earlier copy of workspace.json');
    expectRefused(await run('study', 'list', ...asBen), 'workspace.wrong-key');
    expectOk(await run('workspace', 'verify', ...options), 'unbroken');
  },
);
