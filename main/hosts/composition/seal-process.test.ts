import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** What a sealed process prints that does `work`, and how it ends. */
function runSealed(work: string): Promise<{ printed: string; exitCode: number | null }> {
  const script = `
    const { sealProcess } = await import('#hosts/composition/seal-process.ts');
    sealProcess();
    ${work}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  return new Promise((resolve) => {
    child.on('close', (exitCode) => {
      resolve({ printed, exitCode });
    });
  });
}

describe('a sealed process', () => {
  it.each([
    ['in a callback', `setImmediate(() => JSON.parse('fever of Jan'));`],
    ['in a promise', `void Promise.reject(new Error('fever of Jan', { cause: 'fever' }));`],
    ['that is no error', `setImmediate(() => { throw { note: 'fever of Jan' }; });`],
  ])('prints no message of an error that nobody caught, %s', async (_where, work) => {
    const { printed, exitCode } = await runSealed(work);
    expect(printed).toContain('error program.fault: a defect of the program');
    expect(printed).not.toContain('fever');
    expect(exitCode).toBe(1);
  });

  it.skipIf(process.platform === 'win32')('opens no debugger at a signal', async () => {
    const { printed, exitCode } = await runSealed(`
      const { url } = await import('node:inspector');
      // One listener in Node's place; a second says when the signal was heard.
      process.stdout.write(process.listenerCount('SIGUSR1') + ' listener, ');
      process.on('SIGUSR1', () => {
        process.stdout.write('debugger at ' + url());
        clearTimeout(wait);
      });
      const wait = setTimeout(() => undefined, 60_000);
      process.kill(process.pid, 'SIGUSR1');`);
    expect(printed).toBe('1 listener, debugger at undefined');
    expect(exitCode).toBe(0);
  });
});
