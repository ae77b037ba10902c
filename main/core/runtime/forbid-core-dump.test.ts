import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const script = `
  const { readFileSync } = await import('node:fs');
  const { forbidCoreDump } = await import('#core/runtime/forbid-core-dump.ts');
  const tell = () => /Max core file size *(\\S+) *(\\S+)/.exec(readFileSync('/proc/self/limits', 'utf8'));
  const before = tell();
  await forbidCoreDump();
  process.stdout.write(before[1] + ' becomes ' + tell().slice(1).join());`;

describe.skipIf(process.platform !== 'linux')('a core dump (Linux)', () => {
  it('is forbidden, for now and later', () => {
    const program = [process.execPath, '--input-type=module', '--eval', script];
    // As large as this user may make it.
    const shell = ['-c', 'ulimit -S -c $(ulimit -H -c); exec "$@"', 'sh', ...program];
    const said = execFileSync('/bin/sh', shell, { cwd: import.meta.dirname, encoding: 'utf8' });
    expect(said).toMatch(/^\S+ becomes 0,0$/);
  });
});
