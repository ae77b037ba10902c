import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { englishThroughout } from '#core/base/phrase.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** What a model has seen through any ancestor is told where a task with it is begun and shown. */
const timeout = 300_000;
const { general, adapted } = smallPlan.models;
const { screen } = smallPlan.tasks;
const csv = screen.data.files[0];
let place: Place;

async function runStudy(plan: object) {
  const results = join(place.folder, 'results');
  const check = await runCommand(['plan', 'check', place.writePlan(plan), ...place.options]);
  const argv = ['study', 'run', place.writePlan(plan), ...place.options, '--results', results];
  const { exitCode, stdout, stderr } = await runCommand(argv);
  expect(exitCode, stderr).toBe(0);
  const { warnings } = JSON.parse(
    readFileSync(join(results, 'results.json'), 'utf8'),
  ) as StudyResults;
  const report = readFileSync(join(results, 'report.html'), 'utf8');
  const found = englishThroughout(warnings.filter(({ kind }) => kind === 'seen-data'));
  const seen = found.map(({ text }) => text);
  for (const { about, text } of found) {
    expect(stderr, 'before training').toContain(text);
    // The weights of a folder are not read by the check: that one was exported from here is not known.
    const isOfFolder = text.startsWith('“back”');
    expect(check.stdout.includes(`warning: task ${about}: ${text}`), text).toBe(!isOfFolder);
    expect(stdout.replaceAll(/\s+/g, ' '), 'at the terminal').toContain(text);
    expect(report.replaceAll(/\s+/g, ' '), 'in the report').toContain(text);
  }
  return seen;
}

/** A study that trains nothing, so that only what is said before training is asked for. */
const library = (model: string) => ({ start: { kind: 'library', model } });
const taskOf = (files: readonly string[]) => ({ ...screen, data: { ...screen.data, files } });

beforeAll(async () => {
  place = makePlace();
  const corpus = smallPlan.corpora.clinical.files[0];
  const read = (path: string) => readFileSync(join(place.folder, path), 'utf8');
  // The notes lie in the corpus: a model that is pre-trained on it has read them.
  place.writeFile(corpus, `${read(corpus)}\n${read(csv)}`);
  const rows = read(csv).trimEnd().split('\n');
  place.writeFile('notes/half.csv', `${rows.slice(0, rows.length >> 1).join('\n')}\n`);
  const { corpora, vocabularies } = smallPlan;
  const tasks = { screen: { ...screen, keepModels: true } };
  const plan = { name: 'small', corpora, vocabularies, models: { general, adapted }, tasks };
  expect(await runStudy(plan)).toEqual([]);
}, timeout);
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

const answers = (model: string, start = 'small/screen/adapted/fold-1') =>
  `“${model}” starts from a model that was fine-tuned, with labels, on “screen” (${start}), the very data of this task: it was told the answers before it is tested, and its figures say nothing of new text.`;

test('a fold of another study was told the answers', { timeout }, async () => {
  const models = { told: library('small/screen/adapted/fold-1') };
  const seen = await runStudy({ name: 'again', models, tasks: { another: screen } });
  expect(seen).toContain(answers('told'));
  expect(seen).toContainEqual(
    expect.stringMatching(
      /^“told” starts from a model that has read “clinical” \(small\/adapted\), which holds most of the words of \d+ of the \d+ notes/,
    ),
  );
});

test('what an ancestor has read is told, also with other files', { timeout }, async () => {
  const models = { read: library('small/adapted'), told: library('small/screen/general/fold-2') };
  const tasks = { half: taskOf(['notes/half.csv']) };
  const seen = await runStudy({ name: 'half', models, tasks });
  expect(seen).toContainEqual(expect.stringMatching(/^“read” starts .* has read “clinical”/));
  expect(seen).toContainEqual(
    expect.stringMatching(
      /^“told” starts .* fine-tuned, with labels, on “screen” \(small\/screen\/general\/fold-2\), which holds most of the words of (\d+) of the \1 notes that were compared/,
    ),
  );
});

test('a model that was exported and imported again knows what it knew', { timeout }, async () => {
  const folder = join(place.folder, 'exported');
  const fold = 'small/screen/adapted/fold-1';
  const { exitCode, stderr } = await runCommand([
    ...['model', 'export', fold, '--to', folder, ...place.options],
  ]);
  expect(exitCode, stderr).toBe(0);
  const models = { back: { start: { kind: 'checkpoint', folder } } };
  const seen = await runStudy({ name: 'back', models, tasks: { another: screen } });
  expect(seen).toContain(answers('back'));
});

test(
  'what the workspace has no more cannot be compared, and that is said',
  { timeout },
  async () => {
    const workspace = openWorkspace(join(place.folder, 'workspace'), {
      passphrase: 'correct horse',
    });
    for (const { id } of workspace.datasets.list()) workspace.datasets.remove(id);
    for (const { id } of workspace.corpora.list()) workspace.corpora.remove(id);
    workspace.close();
    const rows = readFileSync(join(place.folder, csv), 'utf8').trimEnd().split('\n');
    place.writeFile('notes/most.csv', `${rows.slice(0, -2).join('\n')}\n`);
    const models = { told: library('small/screen/general/fold-2') };
    const tasks = { most: taskOf(['notes/most.csv']) };
    const seen = await runStudy({ name: 'gone', models, tasks });
    const gone = 'which the workspace does not have any more';
    expect(seen).toContainEqual(expect.stringMatching(new RegExp(`“screen” .*, ${gone}`)));
    expect(seen).toContainEqual(expect.stringMatching(new RegExp(`“general” .*, ${gone}`)));
    expect(await runStudy({ name: 'same', models, tasks: { screen } })).toContain(
      answers('told', 'small/screen/general/fold-2'),
    );
  },
);
