import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openWorkspace } from '#core/storage/workspace.ts';
import { makePlace, smallPlan } from './command-line.ts';

/** The engine is named, so that none is measured first. */
const plan = JSON.stringify({ ...smallPlan, engine: 'onnx-cpu' });
const host = fileURLToPath(new URL('closing-host.ts', import.meta.url));

/** In a process of its own: what nobody catches ends it, as it would end a host. */
function runHost(folder: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [host, folder, plan]);
  const told = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => (told[stream] += text));
  }
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, ...told });
    });
  });
}

it('a host that closes its workspace while a study trains stops the trainer and ends in order', async () => {
  const { folder } = makePlace();
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  expect(await runHost(folder)).toEqual({ code: 0, stdout: 'closed\n', stderr: '' });

  const workspace = openWorkspace(join(folder, 'workspace'), { passphrase: 'correct horse' });
  onTestFinished(() => {
    workspace.close();
  });
  const [study] = workspace.studies.list();
  expect(study.state).toBe('stopped');
  const states = workspace.runs.listByStudy(study.id).map(({ state }) => state);
  expect(states).not.toContain('running');
  expect(states).not.toContain('failed');
}, 120_000);
