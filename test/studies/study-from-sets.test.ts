import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StudyResults } from '#core/report/study-results.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** The same data from files and from the documents of the workspace gives the same figures. */
let place: Place;
beforeAll(() => {
  place = makePlace();
});
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

async function run(argv: readonly string[]) {
  const result = await runCommand([...argv, ...place.options]);
  expect(result.exitCode, result.stderr).toBe(0);
  return result;
}

async function runStudy(plan: { readonly name: string }) {
  const folder = join(place.folder, plan.name);
  const { stderr } = await run(['study', 'run', place.writePlan(plan), '--results', folder]);
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const results = JSON.parse(read('results.json')) as StudyResults;
  const figures = results.measurements.map(({ runId, ...figure }) => figure);
  return { results, figures, stderr, report: read('report.html') };
}

const { models, ...rest } = smallPlan;
const adapted = {
  ...rest,
  models: { general: models.general, adapted: models.adapted },
};

test('a study of sets has the figures of the same files', { timeout: 300_000 }, async () => {
  const { screen, entities } = smallPlan.tasks;
  const notes = join(place.folder, screen.data.files[0]);
  const brat = join(place.folder, entities.data.files[0]);
  await run(['collection', 'import', 'notes', notes]);
  await run(['set', 'freeze', 'screened', 'notes']);
  await run(['collection', 'import', 'tumours', brat]);
  await run(['set', 'freeze', 'found', 'tumours']);

  const ofFiles = await runStudy(adapted);
  const data = (set: string) => ({ set, nearDuplicates: 'apart' });
  const plan = {
    ...adapted,
    name: 'of-sets',
    tasks: {
      screen: { ...screen, data: data('screened') },
      entities: { ...entities, data: data('found') },
    },
  };
  const ofSets = await runStudy(plan);
  expect(ofFiles.figures.length).toBeGreaterThan(20);
  expect(ofSets.figures).toEqual(ofFiles.figures);
  expect(ofFiles.results.tasks.map(({ set }) => set)).toEqual([null, null]);
  expect(ofSets.results.tasks.map(({ set }) => set)).toMatchObject([
    { name: 'screened', version: 1 },
    { name: 'found', version: 1 },
  ]);
  expect(ofSets.report).toContain('from set screened version 1');

  // A newer version is not read by a study that has read one.
  await run(['set', 'freeze', 'screened', 'notes']);
  const again = await runStudy(plan);
  expect(again.stderr).toContain('set screened version 1, of which the newest is 2');
  expect(again.stderr).not.toContain('finished fine-tune');

  for (const removal of [
    ['set', 'remove', 'screened', '--yes'],
    ['collection', 'remove', 'notes', '--yes'],
  ]) {
    const { exitCode, stderr } = await runCommand([...removal, ...place.options]);
    expect(exitCode).not.toBe(0);
    expect(stderr).toMatch(/(dataset|collection)\.in-use/);
  }
});
