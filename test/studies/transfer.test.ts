import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import type { StudyResults } from '#core/report/study-results.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** A task that is learned in Spanish and tested in Romanian, by the whole product. */
const places: Place[] = [];
afterAll(() => {
  for (const { folder } of places) rmSync(folder, { recursive: true });
});

const { entities } = smallPlan.tasks;
const training = { epochs: 8, batchSize: 4, learningRate: 5e-3, dropout: 0 };
const of = (language: string) => ({
  ...{ ...entities, ...training },
  data: { format: 'brat', files: [`entities/${language}-brat`] },
  labels: { ANAT: null, PROC: null },
});
const plan = {
  ...smallPlan,
  name: 'transfer',
  corpora: {
    general: { files: ['corpora/es-general.txt'] },
    clinical: { files: ['corpora/ro-clinical.txt'] },
  },
  tasks: {
    es: { ...of('es'), baselines: ['dictionary'] },
    ro: { ...of('ro'), labels: { ANAT: null, PROC: null, DISO: 'illness', CHEM: 'drug' } },
  },
  transfers: {
    'es-ro': {
      source: 'es',
      target: 'ro',
      labels: { DISO: 'illness', CHEM: 'drug' },
      fewShot: { examples: [6, 'all'], epochs: 3 },
    },
  },
};

function makeStudy() {
  const place = makePlace();
  places.push(place);
  const results = join(place.folder, 'results');
  const argv = ['study', 'run', place.writePlan(plan), ...place.options, '--results', results];
  const read = (name: string) => readFileSync(join(results, name), 'utf8');
  return { place, argv, read };
}

const withoutRuns = (csv: string) =>
  csv.split('\n').map((line) => line.split(',').slice(0, -1).join(','));

type Row = Readonly<Record<string, string>>;

test(
  'a transfer that is killed twice ends with the results of an undisturbed one',
  { timeout: 600_000 },
  async () => {
    const whole = makeStudy();
    const undisturbed = await runCommand(whole.argv);
    expect(undisturbed.exitCode, undisturbed.stderr).toBe(0);
    expect(undisturbed.stderr).toContain(
      'transfer es-ro: Labels of es are learned as: CHEM → drug, DISO → illness.',
    );

    const rows: Row[] = parse(whole.read('transfers.csv'), { columns: true });
    const overall = rows.filter(
      ({ metric, entity_type: type }) => metric === 'f1-micro' && type === '',
    );
    const counts = Map.groupBy(overall, ({ model, condition, shots }) =>
      [model, condition, shots].join(' '),
    );
    const ofModels = ['general', 'adapted'].flatMap((model) => [
      [`${model} target-only all`, 2],
      [`${model} zero-shot 0`, 2],
      [`${model} few-shot 6`, 10],
      [`${model} few-shot all`, 2],
      [`${model} alone 6`, 10],
    ]);
    expect(Object.fromEntries(Array.from(counts, ([key, each]) => [key, each.length]))).toEqual(
      Object.fromEntries([...ofModels, ['dictionary zero-shot 0', 2]]),
    );
    const found = overall.filter(({ value }) => Number(value) > 0);
    expect(found.length).toBeGreaterThan(overall.length / 2);

    const { transfers = [], measurements } = JSON.parse(whole.read('results.json')) as StudyResults;
    expect(new Set(measurements.map(({ task }) => task))).toEqual(new Set(['es', 'ro']));
    const [{ comparisons, labels }] = transfers;
    expect(labels).toEqual([
      { source: 'CHEM', target: 'drug' },
      { source: 'DISO', target: 'illness' },
    ]);
    // Of each model three, and the pair of the plan; one family.
    expect(comparisons).toHaveLength(7);
    expect(new Set(comparisons.map(({ result }) => result.familySize))).toEqual(new Set([7]));
    expect(undisturbed.stdout).toContain('es-ro: learned on es, tested on the folds of ro');
    expect(undisturbed.stdout).toMatch(/adapted +source \+ 6 examples +10/);
    expect(whole.read('report.html')).toContain('source (zero-shot)');

    const killed = makeStudy();
    for (const moment of [
      'finished transfer/es-ro/general/source',
      'finished transfer/es-ro/adapted/6-shot/draw-4',
    ]) {
      let isKilled = false;
      const crashed = await runCommand(killed.argv, (said, running) => {
        if (isKilled || !said.includes(moment)) return;
        isKilled = true;
        process.kill(running.trainerPid(), 'SIGKILL');
      });
      expect(crashed.exitCode).toBe(5);
    }
    const resumed = await runCommand(killed.argv);
    expect(resumed.exitCode, resumed.stderr).toBe(0);
    expect(resumed.stderr).not.toContain('finished transfer/es-ro/general/');
    for (const name of ['transfers.csv', 'results.csv']) {
      expect(withoutRuns(killed.read(name))).toEqual(withoutRuns(whole.read(name)));
    }

    const { options } = whole.place;
    const predicted = await runCommand([
      ...['predict', 'transfer/es-ro/adapted/source', join(whole.place.folder, 'entities/ro-brat')],
      ...[...options, '--json'],
    ]);
    expect(predicted.exitCode, predicted.stderr).toBe(0);
    expect(predicted.stdout).toMatch(/"type":"(illness|drug)"/);
  },
);

test('a mapping that leaves a type unlearned is known by the check, before anything is trained', async () => {
  const place = makePlace();
  places.push(place);
  const labels = { DISO: 'illness', CHEM: null };
  const wrong = { ...plan, transfers: { 'es-ro': { ...plan.transfers['es-ro'], labels } } };
  const checked = await runCommand(['plan', 'check', place.writePlan(wrong)]);
  expect(checked.exitCode).not.toBe(0);
  expect(checked.stdout + checked.stderr).toContain('transfer.label-unlearned');
  expect(checked.stdout + checked.stderr).toContain('none that becomes “drug”');
});
