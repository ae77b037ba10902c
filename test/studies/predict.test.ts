import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explanationMethods, type ExplainedDocument } from '#core/domain/note-explanation.ts';
import type { KeptInsight } from '#core/domain/insight.ts';
import { completeExplanation } from '#core/insight/complete-explanation.ts';
import { keepOrder } from '#core/insight/explanation-order.ts';
import { findModel } from '#core/library/find-model.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { RunStopped } from '#core/study/effects/run-stopped.ts';
import { openEngine } from '#hosts/composition/engines.ts';
import { openModelGradients } from '#hosts/composition/open-model-gradients.ts';
import type { TermSummary } from '#core/domain/term-summary.ts';
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

describe('why a model says what it says', () => {
  const model = 'used/screen/adapted/final';
  const samples = ['--samples', '60', '--seeds', '2', '--words', '4'];

  it('is told of one note, by two models and methods, against terms, the same each time', async () => {
    const [{ id }] = await predict(model, notes());
    const argv = ['--json', 'explain', notes(), '--id', id, '--model', model, ...samples];
    const others = ['--model', 'used/screen/adapted/fold-1', '--terms', 'nl'];
    const said = JSON.parse((await run(...argv, ...others)).stdout) as ExplainedDocument;
    expect(said.id).toBe(id);
    expect(said.explanations.map((each) => each.model)).toEqual([model, others[1]]);
    for (const { words, methods, agreements, probability } of said.explanations) {
      expect(methods.map(({ method }) => method)).toEqual([...explanationMethods]);
      const [lime, occlusion, gradients] = methods;
      expect(lime.bars).toHaveLength(4);
      expect(lime.fit).toMatchObject({ samples: 60, seeds: [1, 2] });
      expect(occlusion.weights).toHaveLength(words.length);
      expect(occlusion.terms?.words).toBe(words.length);
      expect(gradients.weights).toHaveLength(words.length);
      expect(gradients.path).toMatchObject({ isIncomplete: false });
      expect(agreements.map(({ one, other }) => `${one} ${other}`)).toEqual([
        'lime occlusion',
        'lime integrated-gradients',
        'occlusion integrated-gradients',
      ]);
      expect(probability).toBeGreaterThan(0);
    }
    const again = JSON.parse((await run(...argv)).stdout) as ExplainedDocument;
    expect(again.explanations[0].methods[0].bars).toEqual(said.explanations[0].methods[0].bars);
  }, 60_000);

  it('is a table and a picture too', async () => {
    const [{ id }] = await predict(model, notes());
    const argv = ['explain', notes(), '--id', id, '--model', model, ...samples];
    const { stdout } = await run(...argv, '--csv');
    const rows: Record<string, string>[] = parse(stdout, { columns: true });
    expect(new Set(rows.map(({ method }) => method))).toEqual(new Set(explanationMethods));
    expect(rows.filter(({ method, bar }) => method === 'lime' && bar !== '')).toHaveLength(4);
    const { stdout: picture } = await run(...argv, '--svg');
    expect(picture).toMatch(/^<svg[^]*R² [^]*<\/svg>\n$/);
  }, 60_000);

  it('is kept, listed, shown again and removed, and forgotten where nothing is to be kept', async () => {
    place.writeFile('kept/one.txt', 'Pijn op de borst');
    const argv = ['--json', 'explain', join(place.folder, 'kept'), '--model', model, ...samples];
    const { stdout, stderr } = await run(...argv);
    const id = /insight show (\d+)/.exec(stderr)?.[1] ?? '';
    const kept = async () => (await run('--json', 'insight', 'list')).stdout;
    const listed = await kept();
    const [newest] = JSON.parse(listed) as KeptInsight[];
    expect(newest).toMatchObject({ id: Number(id), models: [{ name: model }], seed: 1 });
    expect(listed).not.toContain('borst');
    // The same again is the same run, and what was kept before stays.
    expect((await run(...argv, '--no-keep')).stdout).toBe(stdout);
    expect((await run('insight', 'show', id, '--svg')).stdout).toMatch(/^<svg/);
    await run('insight', 'remove', id);
    expect((await run(...argv, '--no-keep')).stdout).toBe(stdout);
    expect(JSON.parse(await kept())).toHaveLength((JSON.parse(listed) as unknown[]).length - 1);
  }, 60_000);

  it('goes on where it was stopped, and says the same as without a stop', async () => {
    const workspace = openWorkspace(join(place.folder, 'workspace'), {
      passphrase: 'correct horse',
    });
    try {
      const order = {
        notes: [{ id: 'one', number: null, text: 'Pijn op de borst sinds gisteren' }],
        settings: {
          ...({ label: null, methods: explanationMethods, featureCount: 4, unit: 'word' } as const),
          ...{ samples: 700, seedCount: 2, engine: 'onnx-cpu' },
        },
        ...{ seed: 1, terms: null },
        models: [{ name: model, stored: findModel(workspace, model) }],
      };
      const begun = keepOrder(workspace, order);
      const complete = (stopAfter: number) => {
        let told = 0;
        return completeExplanation(workspace, begun, {
          openRuntime: (engine) => openEngine(engine, 'float32'),
          openGradients: openModelGradients,
          advance: () =>
            told++ >= stopAfter ? Promise.reject(new RunStopped()) : Promise.resolve(),
        });
      };
      // Before the second part of the second seed.
      await expect(complete(3)).rejects.toThrow(RunStopped);
      expect(workspace.insights.part(begun.id, 'note 0 model 0/lime 1 from 512')).toHaveLength(188);
      expect(workspace.insights.part(begun.id, 'note 0 model 0/lime 2 from 256')).toBeUndefined();
      const resumed = await complete(Infinity);
      workspace.insights.remove(begun.id);
      expect(keepOrder(workspace, order)).toMatchObject({ id: begun.id + 1, hash: begun.hash });
      workspace.insights.remove(begun.id + 1);
      const anew = keepOrder(workspace, order);
      const whole = await completeExplanation(workspace, anew, {
        openRuntime: (engine) => openEngine(engine, 'float32'),
        openGradients: openModelGradients,
        advance: () => Promise.resolve(),
      });
      expect(resumed).toEqual(whole);
    } finally {
      workspace.close();
    }
  }, 60_000);

  it('is told of all notes of a fold, with terms over all of them, and models compared', async () => {
    // Words that stand in most notes of the sample.
    place.writeFile('own/terms.txt', 'jaar\nverwezen\nmisselijkheid\n');
    const terms = join(place.folder, 'own/terms.txt');
    const argv = ['--json', 'explain', '--fold', 'used/screen/1', '--terms', terms, '--no-keep'];
    const models = [
      '--model',
      'used/screen/adapted/fold-1',
      '--model',
      'used/screen/general/fold-1',
    ];
    const { stdout } = await run(...argv, ...models, '--method', 'occlusion', '--words', '5');
    const lines = stdout.trim().split('\n');
    const { terms: summaries } = JSON.parse(lines.at(-1)!) as { terms: TermSummary[] };
    const documents = lines.slice(0, -1).map((line) => JSON.parse(line) as ExplainedDocument);
    expect(documents.length).toBeGreaterThan(20);
    expect(summaries).toHaveLength(1);
    const [{ models: ofModels, comparisons }] = summaries;
    expect(ofModels.map(({ model: name }) => name)).toEqual([models[1], models[3]]);
    const hits = documents.map(({ explanations }) =>
      explanations.map(({ methods: [{ terms: said }] }) => said!.firstInTerms),
    );
    for (const [index, { firstInTerms, expected, p }] of ofModels.entries()) {
      expect(firstInTerms).toBe(hits.reduce((sum, note) => sum + note[index], 0));
      expect(expected).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(1);
    }
    const [{ difference, notes: compared, groups }] = comparisons;
    const total = hits.reduce((sum, [one, other]) => sum + one - other, 0);
    expect(difference).toBeCloseTo(total / compared, 12);
    // Patients of the sample have more than one note each.
    expect(groups).toBeLessThanOrEqual(compared);
    const { exitCode, stderr } = await runCommand([
      ...['explain', '--fold', 'used/screen', '--model', model, ...place.options],
    ]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('api.invalid-input')]);
  }, 60_000);

  it.each([
    ['a note without a word', ['new/none.txt', '--model', model], 'explanation.no-words'],
    ['a model without classes', ['new/word.txt', '--model', 'used/adapted'], 'no-classes'],
    ['a class that is none', ['new/word.txt', '--model', model, '--class', 'z'], 'unknown-class'],
    [
      'a model of entities',
      ['new/word.txt', '--model', 'used/entities/general/final'],
      'no-classes',
    ],
    [
      'terms that are none',
      ['new/word.txt', '--model', model, '--terms', 'new/none.txt'],
      'term-list',
    ],
  ])('%s is refused', async (_, [file, ...argv], code) => {
    place.writeFile('new/none.txt', ' ... \n');
    place.writeFile('new/word.txt', 'Pijn');
    const there = (each: string) => (each.startsWith('new/') ? join(place.folder, each) : each);
    const { exitCode, stderr } = await runCommand([
      ...['explain', there(file), ...argv.map(there)],
      ...place.options,
    ]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain(code);
  });

  it('is told of a note of one word and of one that is longer than the model', async () => {
    place.writeFile('long/one.txt', 'Pijn');
    place.writeFile('long/none.txt', '...');
    const long = Array.from({ length: 4000 }, (_, word) => `woord${word % 50}`).join(' ');
    place.writeFile('long/two.txt', long);
    const argv = ['--json', 'explain', join(place.folder, 'long'), '--model', model, ...samples];
    const { stdout, stderr } = await run(...argv);
    const lines = stdout.trim().split('\n');
    // A note without a word takes nothing from the others.
    expect(lines).toHaveLength(2);
    expect(stderr).toContain('none.txt: no word to explain, left out');
    const [one, two] = lines.map((line) => JSON.parse(line) as ExplainedDocument);
    expect(one.explanations[0].words).toHaveLength(1);
    const { read, words } = two.explanations[0];
    const [{ start, end }] = read.parts;
    expect(start).toBe(0);
    expect(end).toBeLessThan(long.length);
    for (const { word, spans } of words) {
      for (const span of spans) expect(long.slice(span.start, span.end)).toBe(word);
    }
  }, 60_000);
});
