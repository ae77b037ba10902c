import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Prediction } from '#core/prediction/prediction.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** From a plan to a model that says something of new texts. */
const { screen, entities } = smallPlan.tasks;
const { general, adapted } = smallPlan.models;
const plan = {
  ...smallPlan,
  name: 'used',
  models: { general, adapted },
  tasks: {
    screen: { ...screen, keepModels: true, finalModel: true, epochs: 3 },
    entities: {
      ...entities,
      finalModel: true,
      epochs: 10,
      batchSize: 4,
      dropout: 0,
      learningRate: 5e-3,
    },
  },
  comparisons: [],
};

let place: Place;
const run = async (...argv: string[]) => {
  const ran = await runCommand([...argv, ...place.options]);
  expect(ran.exitCode, ran.stderr).toBe(0);
  return ran;
};

beforeAll(async () => {
  place = makePlace();
  const folder = join(place.folder, 'results');
  await run('study', 'run', place.writePlan(plan), '--results', folder);
  await run('study', 'report', 'used', '--results', folder, '--scores');
}, 300_000);
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

interface Said {
  readonly id: string;
  readonly prediction: Prediction;
}
async function predict(model: string, ...argv: string[]): Promise<Said[]> {
  const { stdout } = await run('--json', 'predict', model, ...argv);
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Said);
}

const notes = () => join(place.folder, screen.data.files[0]);

describe('a model that a study made', () => {
  it('says of the notes of its own fold what it said in the study, from its kept weights', async () => {
    const said = await predict('used/screen/adapted/fold-1', notes());
    const rows: Record<string, string>[] = parse(
      readFileSync(join(place.folder, 'results', 'note-scores.csv'), 'utf8'),
      { columns: true },
    );
    const scored = rows.filter(({ model, fold }) => model === 'adapted' && fold === '1');
    expect(scored.length).toBeGreaterThan(20);
    // The file has no column of ids that the plan names: both number its rows in their own way.
    const probabilities = new Set(
      said.flatMap(({ prediction }) =>
        prediction.kind === 'classification'
          ? prediction.classes.map(({ probability }) => probability.toFixed(5))
          : [],
      ),
    );
    const missing = scored.filter(
      ({ probability }) => !probabilities.has(Number(probability).toFixed(5)),
    );
    expect(missing).toEqual([]);
  }, 60_000);

  it('was trained on all labels where the plan asks for it, and stands in the library', async () => {
    const list = await run('model', 'list');
    expect(list.stdout).toContain('used/screen/adapted/final');
    expect(list.stdout).toContain('used/entities/general/final');
    const said = await predict('used/screen/adapted/final', notes());
    expect(said.length).toBeGreaterThan(50);
    for (const { prediction } of said) {
      if (prediction.kind !== 'classification') throw new Error('it was trained on notes');
      const sum = prediction.classes.reduce((total, { probability }) => total + probability, 0);
      expect(sum).toBeCloseTo(1, 9);
      expect(['offer-test', 'no-test']).toContain(prediction.chosen);
    }
  }, 60_000);

  it('finds entities with their places in the text', async () => {
    const folder = join(place.folder, 'entities/es-brat');
    const [name = ''] = readdirSync(folder).filter((each) => each.endsWith('.txt'));
    const text = readFileSync(join(folder, name), 'utf8');
    place.writeFile('new/one.txt', text);
    const [{ prediction }] = await predict(
      'used/entities/general/final',
      join(place.folder, 'new'),
    );
    if (prediction.kind !== 'entities') throw new Error('it was trained on entities');
    expect(prediction.mentions.length).toBeGreaterThan(0);
    for (const { start, end, score } of prediction.mentions) {
      expect(text.slice(start, end)).toMatch(/^\S.*\S$|^\S$/s);
      expect(score).toBeLessThanOrEqual(1);
    }
  }, 60_000);

  it('is refused where it was fine-tuned on nothing', async () => {
    const { exitCode, stderr } = await runCommand([
      ...['predict', 'used/adapted', notes()],
      ...place.options,
    ]);
    expect(exitCode).not.toBe(0);
    expect(stderr).toContain('model.no-classifier');
  }, 60_000);
});
