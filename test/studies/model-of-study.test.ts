import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env, pipeline } from '@xenova/transformers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorkspace } from '#core/storage/workspace.ts';
import { findModel } from '#core/library/find-model.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import { readSafetensors } from '#core/model/checkpoint/read-safetensors.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { encodeText } from '../fixtures/exported-model/encode-text.ts';
import { runEngine } from '../fixtures/exported-model/run-engine.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** A study that keeps its models: they leave as folders, and come back as starts of other studies. */
const timeout = 300_000;
const texts = ['De patiënt heeft koorts en hoest.', 'Geen test op hiv gedaan.'];
const tolerance = 1e-4;

let place: Place;
env.allowRemoteModels = false;

const run = async (...argv: string[]) => {
  const result = await runCommand([...argv, ...place.options]);
  expect(result.exitCode, result.stderr).toBe(0);
  return result;
};

const { general, adapted } = smallPlan.models;
const { screen, entities } = smallPlan.tasks;
const keepingPlan = {
  ...smallPlan,
  models: { general, adapted },
  tasks: { screen: { ...screen, keepModels: true }, entities: { ...entities, keepModels: true } },
};

beforeAll(async () => {
  place = makePlace();
  env.localModelPath = place.folder;
  await run(
    'study',
    'run',
    place.writePlan(keepingPlan),
    '--results',
    join(place.folder, 'results'),
  );
}, timeout);
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

/** What our engine makes of the texts with a model as the workspace holds it. */
async function computeInEngine(reference: string, inputs: readonly string[]) {
  const workspace = openWorkspace(join(place.folder, 'workspace'), { passphrase: 'correct horse' });
  try {
    const stored = findModel(workspace, reference);
    const { encoder, head, labels } = readModelRecord(stored);
    const tokenizer = openTokenizer(stored.tokenizerFiles);
    const weights = readSafetensors(await workspace.blobs.readWhole(stored.weightsBlobId));
    const ids = inputs.map((text) => encodeText(tokenizer, text));
    const outputs = await runEngine({ encoder, head, weights }, ids);
    return { outputs, ids, labels: labels ?? [], tokenizer };
  } finally {
    workspace.close();
  }
}

function softmax(values: Float32Array): number[] {
  const largest = Math.max(...values);
  const powers = Array.from(values, (value) => Math.exp(value - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

test('lists what it keeps by the names that other commands take', { timeout }, async () => {
  const { stdout } = await run('model', 'list', '--json');
  const references = (JSON.parse(stdout) as { reference: string }[]).map(
    (model) => model.reference,
  );
  const folds = ['screen', 'entities'].flatMap((task) =>
    ['general', 'adapted'].flatMap((model) =>
      [1, 2].map((fold) => `small/${task}/${model}/fold-${fold}`),
    ),
  );
  expect(references.sort()).toEqual(['small/general', 'small/adapted', ...folds].sort());
  const verified = await run('model', 'verify', 'small/screen/adapted/fold-2');
  expect(verified.stdout).toContain('sound');
});

test('a language model fills masks in transformers.js as in our engine', { timeout }, async () => {
  await run('model', 'export', 'small/adapted', '--to', join(place.folder, 'adapted'));
  const masked = ['De patiënt heeft [MASK] en hoest.', 'Geen [MASK] gedaan.'];
  const { outputs, ids, tokenizer } = await computeInEngine('small/adapted', masked);
  const fill = await pipeline('fill-mask', 'adapted', { local_files_only: true, dtype: 'fp32' });
  const found = (await fill(masked, { top_k: 8 })) as unknown as {
    token: number;
    score: number;
  }[][];
  expect(found).toHaveLength(2);
  found.forEach((candidates, row) => {
    const size = tokenizer.vocabularySize;
    const at = ids[row].indexOf(tokenizer.special.mask);
    const scores = softmax(outputs[row].subarray(at * size, (at + 1) * size));
    expect(candidates).toHaveLength(8);
    for (const { token, score } of candidates) {
      expect(Math.abs(score - scores[token])).toBeLessThan(tolerance);
    }
    const best = scores.indexOf(Math.max(...scores));
    expect(candidates[0].score).toBeCloseTo(scores[best], 4);
  });
});

test('a classifier sorts texts in transformers.js as in our engine', { timeout }, async () => {
  const reference = 'small/screen/adapted/fold-1';
  await run('model', 'export', reference, '--to', join(place.folder, 'screen'));
  const { outputs, labels } = await computeInEngine(reference, texts);
  expect(labels.length).toBeGreaterThan(1);
  const classify = await pipeline('text-classification', 'screen', {
    local_files_only: true,
    dtype: 'fp32',
  });
  const found = (await classify(texts, { top_k: labels.length })) as unknown as {
    label: string;
    score: number;
  }[][];
  found.forEach((classes, row) => {
    const scores = softmax(outputs[row]);
    expect(classes.map(({ label }) => label).sort()).toEqual([...labels].sort());
    for (const { label, score } of classes) {
      expect(Math.abs(score - scores[labels.indexOf(label)])).toBeLessThan(tolerance);
    }
  });
});

test('an int8 form is refused where little text is given to judge it by', { timeout }, async () => {
  const sampleFile = join(place.folder, 'few.txt');
  writeFileSync(sampleFile, `${texts.join('\n')}\n`);
  const folder = join(place.folder, 'screen-int8');
  const argv = ['model', 'export', 'small/screen/adapted/fold-1', '--to', folder];
  const attempt = (...more: string[]) => runCommand([...argv, ...more, ...place.options]);
  const refused = await attempt('--quantise', sampleFile);
  expect(refused.stderr).toContain('error model.sample-insufficient');
  expect(refused.exitCode).toBe(3);
  const both = await attempt('--quantise', sampleFile, '--without-onnx');
  expect(both.exitCode).toBe(2);
  expect(existsSync(folder)).toBe(false);
});

test('a tagger marks tokens in transformers.js as in our engine', { timeout }, async () => {
  const reference = 'small/entities/general/fold-2';
  await run('model', 'export', reference, '--to', join(place.folder, 'tagger'));
  const { outputs, labels } = await computeInEngine(reference, texts);
  expect(labels[0]).toBe('O');
  const tag = await pipeline('token-classification', 'tagger', {
    local_files_only: true,
    dtype: 'fp32',
  });
  const found = (await tag(texts, { ignore_labels: [] })) as unknown as {
    entity: string;
    score: number;
    index: number;
  }[][];
  found.forEach((tokens, row) => {
    expect(tokens.length).toBeGreaterThan(4);
    for (const { entity, score, index } of tokens) {
      const size = labels.length;
      const scores = softmax(outputs[row].subarray(index * size, (index + 1) * size));
      expect(Math.abs(score - scores[labels.indexOf(entity)])).toBeLessThan(tolerance);
      expect(score).toBeCloseTo(Math.max(...scores), 4);
    }
  });
});

interface Results {
  readonly measurements: readonly {
    readonly model: string;
    readonly task: string;
    readonly fold: number;
    readonly runId: string;
    readonly metric: {
      readonly name: string;
      readonly value: number;
      readonly entityType: unknown;
    };
  }[];
  readonly corpora: readonly { readonly name: string }[];
}

test('the card names line, corpora by hash, and metrics with their runs', { timeout }, async () => {
  const folder = join(place.folder, 'with-card');
  await run('model', 'export', 'small/adapted', '--to', folder, '--without-onnx');
  const card = readFileSync(join(folder, 'README.md'), 'utf8');
  const { stdout } = await run('model', 'inspect', 'small/adapted', '--json');
  const { lineage } = JSON.parse(stdout) as {
    lineage: { name: string; step: string; runId: string; data: Record<string, string> }[];
  };
  expect(lineage).toMatchObject([
    { name: 'general', step: 'pre-trained' },
    { name: 'adapted', step: 'pre-trained' },
  ]);
  // Its vocabulary was made of both: they count as read.
  expect(Object.keys(lineage[0].data).sort()).toEqual(['clinical', 'general']);
  expect(Object.keys(lineage[1].data)).toEqual(['clinical']);
  for (const { runId, data } of lineage) {
    expect(card).toContain(runId);
    for (const hash of Object.values(data)) expect(card).toContain(hash);
  }
  const results = JSON.parse(
    readFileSync(join(place.folder, 'results', 'results.json'), 'utf8'),
  ) as Results;
  const measured = results.measurements.filter(
    ({ model, metric }) => model === 'adapted' && metric.entityType === null,
  );
  expect(measured.length).toBeGreaterThan(4);
  for (const { runId, metric } of measured) {
    const line = card.split('\n').find((row) => row.includes(runId));
    if (Number.isFinite(metric.value)) expect(line).toContain(metric.value.toFixed(4));
  }
  expect(card).toContain('was not examined');
});

test(
  'a kept model starts another study, from the library or from its folder',
  { timeout },
  async () => {
    await run('model', 'export', 'small/adapted', '--to', join(place.folder, 'start'));
    const plan = {
      name: 'again',
      models: {
        known: { start: { kind: 'library', model: 'small/adapted' } },
        brought: { start: { kind: 'checkpoint', folder: 'start' } },
      },
      tasks: { screen },
    };
    const results = join(place.folder, 'again-results');
    await run('study', 'run', place.writePlan(plan), '--results', results);
    const { measurements } = JSON.parse(
      readFileSync(join(results, 'results.json'), 'utf8'),
    ) as Results;
    const valuesOf = (model: string) =>
      measurements
        .filter((each) => each.model === model)
        .map(({ task, fold, metric }) => [task, fold, metric.name, metric.value]);
    expect(valuesOf('known').length).toBeGreaterThan(4);
    expect(valuesOf('brought')).toEqual(valuesOf('known'));
    // What a study read from a folder is in the library from then on.
    const inspected = await run('model', 'inspect', 'start', '--json');
    expect(JSON.parse(inspected.stdout)).toMatchObject({ lineage: [{ step: 'imported' }] });
    const folds = await runCommand([
      'model',
      'export',
      'again/screen/known/fold-1',
      '--to',
      join(place.folder, 'none'),
      ...place.options,
    ]);
    expect(folds.stderr).toContain('error model.not-kept');
    expect(folds.exitCode).toBe(3);
  },
);
