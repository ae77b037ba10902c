import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** Far more than a pipe holds, which is 64 KiB on Linux. */
const characterCount = 1_000_000;

/** A process that does `work`; what it writes is not read before somebody listens. */
function start(work: string): ChildProcess {
  const script = `
    const { leaveProcess } = await import('#hosts/composition/leave-process.ts');
    const { sealProcess } = await import('#hosts/composition/seal-process.ts');
    ${work}`;
  return spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** What it wrote, told after it was let wait for a while as a busy reader lets it. */
async function readLate(child: ChildProcess): Promise<{ sizes: number[]; exitCode: number }> {
  const ended = new Promise<number>((resolve) => child.once('close', resolve));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const sizes = [child.stdout, child.stderr].map((stream) => {
    const read = { size: 0 };
    stream?.on('data', (bytes: Buffer) => (read.size += bytes.length));
    return read;
  });
  const exitCode = await ended;
  return { sizes: sizes.map(({ size }) => size), exitCode };
}

describe('a process that leaves', () => {
  it('has written all that it said, however late it is read', async () => {
    const child = start(`
      process.stdout.write('o'.repeat(${characterCount}));
      process.stderr.write('e'.repeat(${characterCount}));
      await leaveProcess(7);`);
    expect(await readLate(child)).toEqual({
      sizes: [characterCount, characterCount],
      exitCode: 7,
    });
  });

  it('has written it also where nobody caught an error', async () => {
    const child = start(`
      sealProcess();
      process.stdout.write('o'.repeat(${characterCount}));
      setImmediate(() => { throw new Error('none of ours'); });`);
    const { sizes, exitCode } = await readLate(child);
    expect(sizes[0]).toBe(characterCount);
    expect(exitCode).toBe(1);
  });

  it('does not wait for ever for whoever does not read', async () => {
    const child = start(`
      process.stdout.write('o'.repeat(${characterCount}));
      await leaveProcess(7, 100);`);
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
    child.stdout?.destroy();
  });

  it('leaves where the reader has left', async () => {
    const child = start(`
      sealProcess();
      process.stdout.on('error', () => undefined);
      setTimeout(() => {
        process.stdout.write('o'.repeat(${characterCount}));
        process.stderr.write('e'.repeat(${characterCount}));
        void leaveProcess(7, null);
      }, 200);`);
    child.stdout?.destroy();
    child.stderr?.destroy();
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(7);
  });
});
