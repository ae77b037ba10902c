import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePlace, runCommand, type Place } from './command-line.ts';

/** A plan that the terminal wrote from a recipe is one that its check accepts. */
let place: Place;
beforeAll(() => {
  place = makePlace();
  const notes = join(place.folder, 'data', 'notes.csv');
  mkdirSync(join(place.folder, 'data'));
  const rows = Array.from(
    { length: 40 },
    (_, index) => `${index % 2 === 0 ? 'yes' : 'no'},Note ${index} tells about fever and cough.`,
  );
  writeFileSync(notes, ['label,text', ...rows].join('\n'));
  const lines = Array.from({ length: 40 }, (_, index) => `Sentence ${index} of the letters.`);
  writeFileSync(join(place.folder, 'data', 'letters.txt'), lines.join('\n'));
});
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

const inPlace = (path: string) => join(place.folder, path);

test('writes a plan that the check accepts, with paths from where it lies', async () => {
  const file = inPlace('plan.json');
  const argv = [
    ...['plan', 'new', '--recipe', 'adapt-screening', '--name', 'hiv', '--scratch'],
    ...['--classify-files', inPlace('data/notes.csv'), '--text', inPlace('data/letters.txt')],
    ...['--output', file],
  ];
  expect(await runCommand(argv)).toMatchObject({ exitCode: 0, stderr: '' });
  const plan = JSON.parse(readFileSync(file, 'utf8')) as { readonly tasks: object };
  expect(plan).toMatchObject({
    name: 'hiv',
    comparisons: [{ model: 'new-model-adapted', against: 'new-model' }],
  });
  const { stdout, exitCode } = await runCommand(['plan', 'check', file]);
  expect(stdout).toContain('Nothing was found that would end the study.');
  expect(exitCode).toBe(0);
  const again = await runCommand(['--json', ...argv]);
  expect(JSON.parse(again.stderr)).toMatchObject({ error: { code: 'file.unwritable' } });
});

test('prints it where no file is named, with the version of a set', async () => {
  const { stdout } = await runCommand([
    ...['plan', 'new', '--recipe', 'compare', '--entities', 'drugs@3', '--classify', 'x@y'],
    ...['--model', 'a', '--model', 'b'],
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    tasks: { drugs: { data: { set: 'drugs', version: 3 } }, 'x-y': { data: { set: 'x@y' } } },
    comparisons: [{ model: 'b', against: 'a' }],
  });
});

test('a transfer goes from the first task to the second', async () => {
  const { stdout } = await runCommand([
    ...['plan', 'new', '--recipe', 'transfer', '--entities', 'es', '--entities', 'ro'],
    ...['--model', 'a'],
  ]);
  expect(JSON.parse(stdout)).toMatchObject({
    transfers: { 'es-ro': { source: 'es', target: 'ro' } },
  });
});

test.each([
  [['transfer', '--entities', 'es', '--classify', 'ro', '--model', 'a'], 'plan.incomplete'],
  [['compare', '--entities', 'drugs', '--model', 'a'], 'plan.incomplete'],
  [['adapt-only', '--model', 'a'], 'plan.incomplete'],
  [['adapt-only', '--model', 'A B', '--collection', 'x'], 'plan.invalid'],
  [['something', '--model', 'a'], 'api.invalid-input'],
] as const)('says what is missing or wrong: %j', async ([recipe, ...more], code) => {
  const run = await runCommand(['--json', 'plan', 'new', '--recipe', recipe, ...more]);
  expect(run.stdout).toBe('');
  expect(JSON.parse(run.stderr)).toMatchObject({ error: { code } });
  expect(run.exitCode).toBe(2);
});
