import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makePlace, runCommand } from './command-line.ts';

test(
  'a passphrase is changed, and then the new one opens the workspace',
  { timeout: 600_000 },
  async () => {
    const { folder, options } = makePlace();
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const workspace = ['-w', join(folder, 'workspace')];
    const newFile = join(folder, 'new-passphrase');
    writeFileSync(newFile, 'wrong battery\n', { mode: 0o600 });

    const change = ['workspace', 'change-passphrase'];
    const changed = await runCommand([...change, ...options, '--new-passphrase-file', newFile]);
    expect(changed.stderr).toBe('');
    expect(changed.stdout).toContain('The new passphrase opens the workspace.');
    expect(changed.exitCode).toBe(0);

    const withNew = await runCommand(['study', 'list', ...workspace, '--passphrase-file', newFile]);
    expect(withNew.exitCode).toBe(0);

    const again = await runCommand([...change, ...options, '--new-passphrase-file', newFile]);
    expect(again.stderr).toContain('error workspace.wrong-key');
    expect(again.exitCode).toBe(4);
  },
);
