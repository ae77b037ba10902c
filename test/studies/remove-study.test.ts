import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** How a hospital gets rid of a study and of its patients' text, as the terminal offers it. */
let place: Place;
beforeAll(() => {
  place = makePlace();
});
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

const run = (...argv: string[]) => runCommand([...argv, ...place.options]);

async function listJson(...argv: string[]): Promise<unknown> {
  return JSON.parse((await run('--json', ...argv)).stdout);
}

test('a study goes whole, after a look at what that is', { timeout: 300_000 }, async () => {
  const plan = place.writePlan(smallPlan);
  expect((await run('study', 'run', plan)).stderr).toContain('took');
  const corpora = await run('corpus', 'list');
  expect(corpora.stdout).toMatch(/corpus general, [\d,]+ lines, read .*; read by small/);
  const refused = await run('--json', 'corpus', 'remove', 'general', '--yes');
  expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: 'corpus.in-use' } });
  expect(refused.exitCode).toBe(3);

  const shown = await run('study', 'remove', 'small');
  expect(shown.exitCode).toBe(0);
  expect(shown.stdout).toContain('would remove study small: 11 runs');
  expect(shown.stdout).toContain('  model small/adapted\n');
  expect(shown.stdout).toContain('  labelled set screen, ');
  expect(shown.stdout).toContain('--yes removes it for good');
  expect(await listJson('study', 'list')).toHaveLength(1);

  const removed = await run('--json', 'study', 'remove', 'small', '--yes');
  expect(removed.stderr).toBe('');
  expect(JSON.parse(removed.stdout)).toMatchObject({ removed: true, study: 'small', runCount: 11 });
  for (const group of ['study', 'model', 'corpus', 'dataset']) {
    expect(await listJson(group, 'list')).toEqual([]);
  }
  expect(readdirSync(join(place.folder, 'workspace', 'blobs'))).toEqual([]);
  expect((await run('workspace', 'verify')).exitCode).toBe(0);

  const again = await run('study', 'remove', 'small', '--yes');
  expect(again.stderr).toContain('error record.missing');
  expect(again.exitCode).toBe(2);
});
