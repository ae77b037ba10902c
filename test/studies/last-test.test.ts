import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LastTest } from '#core/evaluation/judgement/last-test.ts';
import type { Prediction } from '#core/prediction/prediction.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** The models that learned all of a task are tested on locked notes: once, and told how often others were. */
const timeout = 300_000;
let place: Place;
const run = async (...argv: string[]) => {
  const ran = await runCommand([...argv, ...place.options]);
  expect(ran.exitCode, ran.stderr).toBe(0);
  return ran;
};

const { general, adapted } = smallPlan.models;
const { screen, entities } = smallPlan.tasks;
const plan = {
  ...smallPlan,
  name: 'tested',
  lockedSet: { set: 'test' },
  models: { general, adapted },
  tasks: {
    screen: {
      ...screen,
      data: { set: 'all' },
      ...{ finalModel: true, epochs: 3, screening: { sensitivity: 0.6 } },
    },
    entities: { ...entities, folds: 2 },
  },
  comparisons: [],
};

interface Row {
  readonly id: string;
  readonly patient_id: string;
  readonly label: string;
}
const csv = screen.data.files[0];
let locked: Row[];

beforeAll(async () => {
  place = makePlace();
  const text = readFileSync(join(place.folder, csv), 'utf8');
  const rows = parse<Row>(text, { columns: true });
  // Every second patient is locked.
  const patients = [...new Set(rows.map(({ patient_id: patient }) => patient))];
  const chosen = new Set(patients.filter((_, at) => at % 2 === 0));
  locked = rows.filter(({ patient_id: patient }) => chosen.has(patient));
  const [header] = text.split('\n');
  const lines = text
    .split('\n')
    .slice(1)
    .filter((line) => line.trim() !== '');
  expect(lines.length, 'a note is a line').toBe(rows.length);
  const ofLocked = lines.filter((_, at) => chosen.has(rows[at].patient_id));
  place.writeFile('locked.csv', [header, ...ofLocked, ''].join('\n'));
  place.writeFile('patients.txt', `${[...chosen].join('\n')}\n`);
  await run('collection', 'import', 'notes', join(place.folder, csv));
  await run('set', 'freeze', 'all', 'notes');
  const patientsFile = join(place.folder, 'patients.txt');
  await run('set', 'freeze', 'test', 'notes', '--patients', patientsFile, '--locked');
  await run('study', 'run', place.writePlan(plan), '--results', join(place.folder, 'results'));
}, timeout);
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

const lastTest = (...argv: string[]) => run('study', 'last-test', 'tested', 'screen', ...argv);
const audited = () => {
  const workspace = openWorkspace(join(place.folder, 'workspace'), { passphrase: 'correct horse' });
  const entries = workspace.audit.entriesOf(['study.last-test', 'set.opened']);
  workspace.close();
  return entries.map(({ action }) => action);
};

test('nothing is opened before somebody says so', { timeout }, async () => {
  const { stdout } = await lastTest('general');
  expect(stdout).toContain(`would open test version 1 (${locked.length} documents)`);
  expect(stdout).toContain('had not been opened for a last test before');
  expect(audited()).toEqual([]);
});

test('the figures are those of what the model says of the locked notes', { timeout }, async () => {
  const told = JSON.parse((await lastTest('general', '--yes', '--json')).stdout) as LastTest;
  expect(told).toMatchObject({ earlier: 0, examples: locked.length, unknownLabels: [] });
  expect(told.groups).toBe(new Set(locked.map(({ patient_id: patient }) => patient)).size);
  expect(audited()).toEqual(['set.opened', 'study.last-test']);

  const predicted = await run(
    ...['predict', 'tested/screen/general/final', join(place.folder, 'locked.csv'), '--json'],
  );
  const said = predicted.stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { readonly prediction: Prediction }).prediction);
  const chosen = said.map((each) => (each.kind === 'classification' ? each : undefined));
  const right = locked.filter(({ label }, at) => chosen[at]?.chosen === label).length;
  const accuracy = told.figures.find(({ name }) => name === 'accuracy');
  expect(accuracy?.value).toBeCloseTo(right / locked.length, 12);
  expect(accuracy?.intervals.length).toBeGreaterThan(0);

  const label = told.rule?.label;
  const positives = locked.filter((each) => each.label === label).length;
  const alerts = locked.filter((_, at) => chosen[at]?.screening?.isAlert === true);
  expect(told.rule?.row).toMatchObject({
    truePositives: alerts.filter((each) => each.label === label).length,
    falsePositives: alerts.filter((each) => each.label !== label).length,
  });
  const row = told.rule?.row;
  expect((row?.truePositives ?? 0) + (row?.falseNegatives ?? 0)).toBe(positives);
});

test(
  'a model is tested once; of another it is told that others were before',
  { timeout },
  async () => {
    const again = JSON.parse((await lastTest('general', '--yes', '--json')).stdout) as LastTest;
    expect(again.earlier).toBe(0);
    expect(audited()).toEqual(['set.opened', 'study.last-test']);
    const { stdout } = await lastTest('adapted', '--yes');
    expect(stdout).toContain('had been opened for 1 last test before');
    expect(audited()).toEqual(['set.opened', 'study.last-test', 'study.last-test']);

    const folder = join(place.folder, 'told');
    const report = await run('study', 'report', 'tested', '--results', folder);
    expect(report.stdout).toContain('Last test of screen on test version 1');
    const results = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as StudyResults;
    expect(results.lastTests?.map(({ model, earlier }) => [model, earlier])).toEqual([
      ['adapted', 1],
      ['general', 0],
    ]);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain(
      'Last test on the locked set',
    );
  },
);

test(
  'the tested model is released, screens each note once, and people decide',
  { timeout },
  async () => {
    const release = [
      ...[
        'release',
        'tested/screen/general/final',
        '--name',
        'offer',
        '--use',
        'an offer of a test',
      ],
      ...['--population', 'adults', '--until', '2199-12-31'],
    ];
    const draft = await run(...release, '--dry-run');
    expect(draft.stdout).toContain('nothing was released');
    expect((await run('screen', 'list')).stdout).toContain('no releases yet');
    const { stdout } = await run(...release);
    expect(stdout).toContain('1  offer');
    expect(stdout).toMatch(/the true class is missing in at most 10 % of the notes of .*notes\)/);

    const files = [join(place.folder, 'locked.csv'), '--collection', 'arrived'];
    const first = await run('screen', 'run', 'offer', ...files);
    expect(first.stdout).toContain(`scored      ${locked.length}`);
    const again = await run('screen', 'run', 'offer', ...files);
    expect(again.stdout).toContain(`before      ${locked.length}`);

    interface Listed {
      readonly entries: readonly { readonly patient: string; readonly notes: number }[];
      readonly counts: Readonly<Record<string, number>>;
    }
    const list = async (filter: string) => {
      const listed = await run('screen', 'worklist', 'offer', '--filter', filter, '--json');
      return JSON.parse(listed.stdout) as Listed;
    };
    const all = await list('all');
    expect(all.entries.reduce((sum, { notes }) => sum + notes, 0)).toBe(locked.length);
    const patients = new Set(locked.map(({ patient_id: patient }) => patient));
    expect(new Set(all.entries.map(({ patient }) => patient))).toEqual(patients);
    const [somebody] = (await list('open')).entries;
    const decided = ['disagree', '--patient', somebody.patient, '--reason', 'past'];
    await run('screen', 'decide', 'offer', ...decided, '--remark', 'was in 2019');
    const after = await list('decided');
    expect(after.entries.map(({ patient }) => patient)).toEqual([somebody.patient]);
    expect(after.counts.open).toBe(all.counts.open - 1);
    const csv = await run('screen', 'worklist', 'offer', '--filter', 'decided', '--csv');
    expect(parse(csv.stdout, { columns: true })).toMatchObject([
      { patient: somebody.patient, decision: 'disagree', reason: 'past', open: 'false' },
    ]);
  },
);

test(
  'the card of the tested model says what the records say, twice the same',
  { timeout },
  async () => {
    const write = async (folder: string) => {
      const to = join(place.folder, folder);
      const card = ['report', 'card', 'tested/screen/general/final', '--to', to];
      await run(...card, '--format', 'html', 'pdf', 'docx', 'csv', '--language', 'nl');
      return readdirSync(to)
        .sort()
        .map((name) => [name, readFileSync(join(to, name))] as const);
    };
    const card = await write('card');
    expect(await write('card-again')).toEqual(card);
    const html = new Map(card).get('report.html')?.toString() ?? '';
    for (const told of ['an offer of a test', 'Laatste test', 'Vrijgave 1: offer', 'onnx-cpu']) {
      expect(html).toContain(told);
    }
    expect(html).toContain('NIET VASTGELEGD');
    const listed = (await run('model', 'list', '--json')).stdout;
    const models = JSON.parse(listed) as { readonly wasExported: boolean }[];
    expect(models.map(({ wasExported }) => wasExported)).not.toContain(true);
  },
);

test('what cannot be tested is told', { timeout }, async () => {
  for (const [task, model, code] of [
    ['entities', 'general', 'study.no-final-model'],
    ['another', 'general', 'record.missing'],
  ]) {
    const { stderr, exitCode } = await runCommand([
      ...['study', 'last-test', 'tested', task, model, '--yes'],
      ...place.options,
    ]);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain(code);
  }
});
