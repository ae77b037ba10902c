import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { describeProcess, isAbandoned, isProcessGone } from './process-identity.ts';

const [host, , start] = describeProcess().split('/');

describe('the identity of a process', () => {
  it('is the same at every look, and alive', () => {
    expect(describeProcess()).toBe(describeProcess());
    expect(isProcessGone(describeProcess())).toBe(false);
  });

  it('is gone when the process ended', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    const identity = `${host}/${child.pid!}/`;
    expect(isProcessGone(identity)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(isProcessGone(identity)).toBe(true);
  });

  it.skipIf(start === '')('is gone when it ended though nobody buried it (Linux)', async () => {
    // The shell becomes a program that never asks for the end of its child.
    const parent = spawn('sh', ['-c', 'sleep 0.05 & echo $!; exec sleep 60']);
    const [said] = (await once(parent.stdout, 'data')) as [Buffer];
    await expect.poll(() => isProcessGone(`${host}/${said.toString().trim()}/`)).toBe(true);
    expect(process.kill(Number(said), 0), 'its id is still taken').toBe(true);
    parent.kill('SIGKILL');
  });

  it.skipIf(start === '')('is gone when another process has its id by now (Linux)', () => {
    expect(isProcessGone(`${host}/${process.pid}/1`)).toBe(true);
  });

  it('is not known to be gone when it is of another machine; after a day it counts as such', () => {
    const identity = 'another/4194305/1';
    expect(isProcessGone(identity)).toBe(false);
    expect(isAbandoned(identity, { startedAtMs: 0, nowMs: 3_600_000 })).toBe(false);
    expect(isAbandoned(identity, { startedAtMs: 0, nowMs: 25 * 3_600_000 })).toBe(true);
  });
});
