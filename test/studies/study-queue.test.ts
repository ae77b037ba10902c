import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openWorkspace } from '#core/storage/workspace.ts';
import { makePlace, runCommand, smallPlan } from './command-line.ts';

/** A study that was queued in the window, and is run in the terminal. */
test('one that is run waits no longer', { timeout: 120_000 }, async () => {
  const place = makePlace();
  const workspace = openWorkspace(join(place.folder, 'workspace'), { passphrase: 'correct horse' });
  onTestFinished(() => {
    workspace.close();
    rmSync(place.folder, { recursive: true });
  });
  const { studies, queue } = workspace;
  const { corpora } = smallPlan;
  const [other, waiting] = ['other', 'waiting'].map(
    (name) => studies.create({ name, planJson: JSON.stringify({ name, corpora, models: {} }) }).id,
  );
  queue.add(waiting);
  queue.add(other);
  const plan = place.writePlan({ name: 'waiting', corpora, models: {}, tasks: {} });
  const { exitCode, stderr } = await runCommand(['study', 'run', plan, ...place.options]);
  expect(exitCode, stderr).toBe(0);
  expect(studies.get(waiting).state).toBe('finished');
  expect(queue.list()).toEqual([other]);
});
