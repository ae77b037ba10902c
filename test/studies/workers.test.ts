import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findOfRun } from '#core/library/model-of-run.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

const timeout = 120_000;
const { general } = smallPlan.models;
const { screen, entities } = smallPlan.tasks;
const plan = {
  ...smallPlan,
  models: { general },
  tasks: { screen: { ...screen, dropout: 0.1, keepModels: true }, entities },
  comparisons: [],
};

let alone: Place;
let apart: Place;
beforeAll(() => {
  alone = makePlace();
  apart = makePlace();
});
afterAll(() => {
  for (const { folder } of [alone, apart]) rmSync(folder, { recursive: true });
});

/** Figures, predictions and bytes of models, by run. */
async function resultsOf({ folder }: Place) {
  const workspace = openWorkspace(join(folder, 'workspace'), { passphrase: 'correct horse' });
  try {
    const study = workspace.studies.findByName('small');
    const runs = workspace.runs.listByStudy(study?.id ?? '');
    const results = runs.map(async ({ id, key, state }) => {
      const model = findOfRun(workspace, id);
      const bytes = model && (await workspace.blobs.readWhole(model.weightsBlobId));
      return {
        ...{ key, state },
        metrics: workspace.runs.metricsOf(id),
        predictions: workspace.runs.predictionsOf(id),
        weights: bytes === undefined ? null : Buffer.from(bytes).toString('base64'),
      };
    });
    return await Promise.all(results);
  } finally {
    workspace.close();
  }
}

describe('A study on two workers', () => {
  test(
    'gives the results of one process, byte for byte, also after a stop, and leaves no key',
    async () => {
      const run = (place: Place, ...more: string[]) => [
        'study',
        'run',
        place.writePlan(plan),
        ...place.options,
        '--results',
        join(place.folder, 'results'),
        ...more,
      ];
      const shared = join(apart.folder, 'shared');
      const onTwo = run(apart, '--on', `folder:${shared}`, '--slots', '2');
      mkdirSync(shared);
      const seen = new Set<string>();
      let isStopped = false;
      const stopped = await runCommand(onTwo, (_, command) => {
        if (isStopped || !existsSync(shared)) return;
        const [study] = readdirSync(shared);
        const names = study === undefined ? [] : readdirSync(join(shared, study));
        for (const name of names) seen.add(name);
        if (!names.some((name) => name.startsWith('fold-'))) return;
        isStopped = true;
        command.kill('SIGINT');
      });
      if (isStopped) expect(stopped.exitCode).toBe(6);
      const ended = await runCommand(onTwo);
      expect(ended.stderr).not.toMatch(/error/);
      expect(ended.exitCode).toBe(0);
      expect((await runCommand(run(alone))).exitCode).toBe(0);
      expect(await resultsOf(apart)).toEqual(await resultsOf(alone));
      expect(readdirSync(shared)).toEqual([]);
      expect(seen.size).toBeGreaterThan(0);
    },
    timeout,
  );

  test(
    'is told of a shared folder that is gone, and makes none in its place',
    async () => {
      const { exitCode, stderr } = await runCommand([
        'study',
        'run',
        apart.writePlan({ ...plan, name: 'other' }),
        ...apart.options,
        ...[
          '--results',
          join(apart.folder, 'other'),
          '--on',
          `folder:${join(apart.folder, 'gone')}`,
        ],
      ]);
      expect(stderr).toContain('bundle.unreachable');
      expect(exitCode).toBe(3);
      expect(existsSync(join(apart.folder, 'gone'))).toBe(false);
    },
    timeout,
  );
});
