import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** A study that is run again with other settings leaves models that nobody needs. */
const timeout = 300_000;
let place: Place;

const run = async (...argv: string[]) => {
  const result = await runCommand([...argv, '--json', ...place.options]);
  expect(result.exitCode, result.stderr).toBe(0);
  return JSON.parse(result.stdout.trim().split('\n').at(-1) ?? '') as unknown;
};

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly origin: string;
  readonly reference: string;
}
interface Shown {
  readonly models: readonly { readonly id: string; readonly name: string }[];
  readonly unusedFiles: { readonly count: number };
  readonly bytes: number;
  readonly keptCount: number;
}

const { general, adapted } = smallPlan.models;
const planWith = (vocabularySize: number) => ({
  ...smallPlan,
  vocabularies: { words: { corpora: ['general', 'clinical'], size: vocabularySize } },
  models: { general, adapted },
  tasks: { screen: { ...smallPlan.tasks.screen, keepModels: true } },
});
const results = () => join(place.folder, 'results');
const runStudy = (vocabularySize: number) =>
  run('study', 'run', place.writePlan(planWith(vocabularySize)), '--results', results());

beforeAll(async () => {
  place = makePlace();
  await runStudy(500);
  await runStudy(480);
}, timeout);
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

test(
  'the models of the first run are shown, removed, and the study stays whole',
  async () => {
    const list = async () => (await run('model', 'list')) as Listed[];
    const before = await list();
    const superseded = before.filter(({ origin }) => origin === 'superseded');
    // Two stages and two folds of two models, twice.
    expect(before).toHaveLength(12);
    expect(superseded).toHaveLength(6);

    // The oldest: the stage from which all others were made, and which was made from none.
    const chosen = superseded.findLast(({ name }) => name === 'general');
    expect(chosen).toBeDefined();
    await run('model', 'keep', chosen?.id ?? '');
    const shown = (await run('model', 'prune', '--dry-run')) as Shown;
    const idsOf = (models: readonly { readonly id: string }[]) => models.map(({ id }) => id).sort();
    expect(idsOf(shown.models)).toEqual(idsOf(superseded).filter((id) => id !== chosen?.id));
    // The vocabulary of the first run is a file that nothing refers to any more.
    expect(shown.unusedFiles.count).toBe(1);
    expect(await list()).toEqual(await list());
    expect(await list()).toHaveLength(12);

    await run('model', 'release', chosen?.id ?? '');
    const all = (await run('model', 'prune', '--dry-run')) as Shown;
    expect(idsOf(all.models)).toEqual(idsOf(superseded));
    expect(all.keptCount).toBe(6);
    const pruned = (await run('model', 'prune')) as { result: object };
    expect(pruned.result).toMatchObject({ models: 6, files: 7, filesBytes: all.bytes });
    expect(await list()).toEqual(before.filter(({ origin }) => origin !== 'superseded'));
    expect(await run('model', 'prune', '--dry-run')).toMatchObject({ models: [], bytes: 0 });

    for (const { reference } of await list()) {
      expect(await run('model', 'verify', reference)).toMatchObject({ sound: true });
    }
    expect(await run('workspace', 'verify')).toMatchObject({ sound: true });
    // Nothing that the study needs is gone: asked to run again, it has nothing to do.
    const ids = (await list()).map(({ id }) => id);
    await runStudy(480);
    expect((await list()).map(({ id }) => id)).toEqual(ids);
  },
  timeout,
);
