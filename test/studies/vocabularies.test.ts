import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AutoTokenizer, env, pipeline } from '@xenova/transformers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSafetensors } from '#core/model/checkpoint/read-safetensors.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { findModel } from '#core/library/find-model.ts';
import { readModelRecord } from '#core/library/model-record.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { encodeText } from '../fixtures/exported-model/encode-text.ts';
import { runEngine } from '../fixtures/exported-model/run-engine.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/** Studies that train vocabularies of both kinds, extend them, and take the models elsewhere. */
const timeout = 300_000;
const tolerance = 1e-4;
let place: Place;
env.allowRemoteModels = false;

const { general } = smallPlan.models;
const { pretraining } = general;
const extendVocabulary = { corpora: ['clinical'], tokens: 40, minFrequency: 3 };
const plan = {
  ...smallPlan,
  name: 'words',
  vocabularies: {
    ...smallPlan.vocabularies,
    bytes: { algorithm: 'byte-level-bpe', corpora: ['general'], size: 500 },
  },
  models: {
    general,
    wider: {
      start: { kind: 'model', model: 'general' },
      extendVocabulary,
      pretraining: { ...pretraining, corpora: ['clinical'] },
    },
    robust: { start: { ...general.start, vocabulary: 'bytes' }, pretraining },
    'wider-robust': { start: { kind: 'model', model: 'robust' }, extendVocabulary },
  },
  tasks: { screen: { ...smallPlan.tasks.screen, keepModels: true } },
  comparisons: [{ model: 'wider', against: 'general' }],
};

const run = async (...argv: string[]) => {
  const result = await runCommand([...argv, ...place.options]);
  expect(result.exitCode, result.stderr).toBe(0);
  return result;
};
const runStudy = () =>
  run('study', 'run', place.writePlan(plan), '--results', join(place.folder, 'results'));

beforeAll(async () => {
  place = makePlace();
  env.localModelPath = place.folder;
  const { stderr } = await runStudy();
  expect(stderr).toContain('finished extend/wider-robust');
}, timeout);
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

async function readModel(reference: string) {
  const workspace = openWorkspace(join(place.folder, 'workspace'), { passphrase: 'correct horse' });
  try {
    const stored = findModel(workspace, reference);
    const weights = readSafetensors(await workspace.blobs.readWhole(stored.weightsBlobId));
    return {
      ...readModelRecord(stored),
      tokenizer: openTokenizer(stored.tokenizerFiles),
      weights,
    };
  } finally {
    workspace.close();
  }
}

const lines = () =>
  ['general', 'clinical'].flatMap((name) =>
    readFileSync(join(place.folder, 'corpora', `nl-${name}.txt`), 'utf8')
      .split('\n')
      .slice(0, 100),
  );

test.each([
  ['words/general', 'words/wider/extended', 'bert'],
  ['words/robust', 'words/wider-robust/extended', 'roberta'],
])(
  '%s: new tokens begin as the mean of their pieces, all else stays',
  { timeout },
  async (from, to, family) => {
    const before = await readModel(from);
    const after = await readModel(to);
    expect(after.family).toBe(family);
    const size = before.tokenizer.vocabularySize;
    const added = after.tokenizer.vocabularySize - size;
    expect(added).toBeGreaterThan(10);
    expect(added).toBeLessThanOrEqual(extendVocabulary.tokens);
    expect(after.origin).toMatchObject({ kind: 'vocabulary-extension', addedCount: added });
    const hidden = before.encoder.hiddenSize;
    for (const [name, values] of before.weights) {
      expect(after.weights.get(name)?.subarray(0, values.length), name).toEqual(values);
    }
    const rows = (model: typeof before, name: string, width: number) => {
      const values = model.weights.get(name) ?? new Float32Array();
      return (id: number) => values.subarray(id * width, (id + 1) * width);
    };
    for (const [name, width] of [
      ['embeddings.word_embeddings.weight', hidden],
      ['cls.predictions.bias', 1],
    ] as const) {
      const known = rows(before, name, width);
      const learned = rows(after, name, width);
      for (let id = size; id < size + added; id++) {
        const token = after.tokenizer.tokenOf(id);
        // Spelled by the old vocabulary, as it was before: the byte-level one with its space.
        const spelled = family === 'bert' ? token : token.replace(/^Ġ/, ' ');
        if (/[^ a-z]/i.test(spelled)) continue;
        const pieces = [...before.tokenizer.encode(spelled).ids];
        const mean = Array.from({ length: width }, (_, column) =>
          pieces.reduce((sum, piece) => sum + known(piece)[column] / pieces.length, 0),
        );
        expect([...learned(id)]).toEqual(mean.map(Math.fround));
      }
    }
  },
);

test.each([
  ['words/wider', '[MASK]'],
  ['words/robust', '<mask>'],
  ['words/wider-robust/extended', '<mask>'],
])(
  '%s leaves as a folder that cuts and computes the same in transformers.js',
  { timeout },
  async (reference, mask) => {
    const name = reference.replaceAll('/', '-');
    await run('model', 'export', reference, '--to', join(place.folder, name));
    await run('model', 'verify', reference);
    const { encoder, head, weights, tokenizer } = await readModel(reference);
    const theirs = await AutoTokenizer.from_pretrained(name, { local_files_only: true });
    for (const line of lines()) expect(theirs.encode(line)).toEqual(encodeText(tokenizer, line));

    const text = `De patiënt heeft ${mask} en hoest.`;
    const ids = encodeText(tokenizer, text);
    const [logits] = await runEngine({ encoder, head, weights }, [ids]);
    const size = encoder.vocabularySize;
    const at = ids.indexOf(tokenizer.special.mask);
    const row = logits.subarray(at * size, (at + 1) * size);
    const largest = Math.max(...row);
    const sum = row.reduce((total, logit) => total + Math.exp(logit - largest), 0);
    const fill = await pipeline('fill-mask', name, { local_files_only: true, dtype: 'fp32' });
    const found = (await fill(text, { top_k: 5 })) as unknown as { token: number; score: number }[];
    expect(found).toHaveLength(5);
    for (const { token, score } of found) {
      const expected = Math.exp(row[token] - largest) / sum;
      expect(Math.abs(score - expected)).toBeLessThan(tolerance);
    }
  },
);

test('a model with an extended vocabulary knows its line', { timeout }, async () => {
  const { stdout } = await run('model', 'inspect', 'words/screen/wider/fold-1', '--json');
  const { lineage, vocabularyReport } = JSON.parse(stdout) as {
    lineage: { name: string; step: string; data: Record<string, string> }[];
    vocabularyReport: unknown;
  };
  expect(vocabularyReport).toMatchObject({
    vocabulary: { name: 'wider', corpora: [{ corpus: 'general' }, { corpus: 'clinical' }] },
    study: { name: 'words' },
  });
  expect(lineage.map(({ name, step }) => `${step} ${name}`)).toEqual([
    'pre-trained general',
    'extended wider',
    'pre-trained wider',
    'fine-tuned wider',
  ]);
  expect(Object.keys(lineage[1].data)).toEqual(['clinical']);
  expect(lineage[1].data).toEqual(lineage[2].data);
  const list = await run('model', 'list', '--json');
  const references = (JSON.parse(list.stdout) as { reference: string; origin: string }[])
    .filter(({ origin }) => origin === 'extended')
    .map(({ reference }) => reference);
  expect(references.sort()).toEqual(['words/wider-robust/extended', 'words/wider/extended']);
  const removal = await runCommand([
    ...['model', 'remove', 'words/wider-robust/extended'],
    ...place.options,
  ]);
  expect(removal.stderr).toContain('error model.in-use');
});

test('results say how each vocabulary cuts each corpus, before and after', () => {
  const folder = join(place.folder, 'results');
  const { vocabularies, runs } = JSON.parse(
    readFileSync(join(folder, 'results.json'), 'utf8'),
  ) as StudyResults;
  expect(vocabularies.map(({ name, kind }) => [name, kind])).toEqual([
    ['words', 'trained'],
    ['bytes', 'trained'],
    ['wider', 'extended'],
    ['wider-robust', 'extended'],
  ]);
  for (const { kind, size, addedCount, runId, corpora } of vocabularies) {
    expect(runs.map(({ id }) => id)).toContain(runId);
    expect(size).toBeGreaterThan(100);
    expect(addedCount === null).toBe(kind === 'trained');
    expect(corpora.map(({ corpus }) => corpus)).toEqual(['general', 'clinical']);
    const clinical = corpora[1];
    expect(clinical.wordCount).toBeGreaterThan(100);
    expect(clinical.after.tokensPerWord).toBeGreaterThan(1);
    if (kind === 'trained') expect(clinical.before).toBeNull();
    else expect(clinical.after.tokensPerWord).toBeLessThan(clinical.before?.tokensPerWord ?? 0);
  }
  expect(vocabularies[1].corpora[1].after.unknownRate).toBe(0);
  const report = readFileSync(join(folder, 'report.html'), 'utf8');
  expect(report).toContain('Tokens per word');
});

test('every vocabulary is taken over when the study runs again', { timeout }, async () => {
  const { stderr } = await runStudy();
  expect(stderr).not.toContain('finished');
});

test('a study fails with a code where nothing can be added', { timeout }, async () => {
  const rare = { ...extendVocabulary, minFrequency: 100_000 };
  const start = { kind: 'library', model: 'words/general' };
  const wider = { start, extendVocabulary: rare };
  const changed = { ...plan, name: 'rare', models: { wider }, comparisons: [] };
  const result = await runCommand(['study', 'run', place.writePlan(changed), ...place.options]);
  expect(result.stderr).toContain('error tokenise.nothing-to-add');
  expect(result.exitCode).toBe(3);
});

const textOf = (name: string) => join(place.folder, 'corpora', `nl-${name}.txt`);
const fail = async (...argv: string[]) => {
  const { exitCode, stderr } = await runCommand(argv);
  return { exitCode, code: /error (\S+)/.exec(stderr)?.[1] };
};

test('a report compares vocabularies of folders and of the workspace', { timeout }, async () => {
  const folder = join(place.folder, 'for-report');
  await run('model', 'export', 'words/wider', '--to', folder, '--without-onnx');
  const { stdout } = await run(
    ...['vocabulary', 'report', 'words/general', folder, '--json'],
    ...['--text', `notes=${textOf('clinical')}`, textOf('general')],
  );
  const rows = JSON.parse(stdout) as {
    text: string;
    wordCount: number;
    vocabularies: { vocabulary: string; tokensPerWord: number; unknownRate: number }[];
  }[];
  expect(rows.map(({ text }) => text)).toEqual(['notes', 'nl-general']);
  const results = JSON.parse(
    readFileSync(join(place.folder, 'results', 'results.json'), 'utf8'),
  ) as StudyResults;
  const { corpora } = results.vocabularies[2];
  for (const [row, corpus] of [
    [0, 'clinical'],
    [1, 'general'],
  ] as const) {
    const inStudy = corpora.find((each) => each.corpus === corpus);
    expect(rows[row].wordCount).toBe(inStudy?.wordCount);
    const [before, after] = rows[row].vocabularies;
    expect(before).toEqual({ vocabulary: 'words/general', ...inStudy?.before });
    expect(after).toEqual({ vocabulary: folder, ...inStudy?.after });
  }

  // A folder needs no workspace, and the table is for people.
  const alone = await runCommand(['vocabulary', 'report', folder, '--text', textOf('general')]);
  expect(alone.exitCode, alone.stderr).toBe(0);
  expect(alone.stdout).toMatch(/nl-general +[\d,]+ +\d\.\d{3} +[\d.]+ %/);
});

test('a report refuses what is not there, and text without words', { timeout }, async () => {
  const folder = join(place.folder, 'nowhere');
  const text = ['--text', textOf('general')];
  expect(await fail('vocabulary', 'report', folder, ...text)).toEqual({
    exitCode: 3,
    code: 'file.missing',
  });
  expect(await fail('vocabulary', 'report', join(place.folder, 'corpora'), ...text)).toEqual({
    exitCode: 3,
    code: 'tokenise.vocabulary-missing',
  });
  place.writeFile('empty.txt', ' \n\n');
  const empty = join(place.folder, 'empty.txt');
  expect(
    await fail('vocabulary', 'report', 'words/general', '--text', empty, ...place.options),
  ).toEqual({ exitCode: 3, code: 'corpus.empty' });
});

test(
  'a command extends a model of the workspace into one of the library',
  { timeout },
  async () => {
    const extend = (name: string, ...others: string[]) => [
      ...['vocabulary', 'extend', 'words/general', '--as', name],
      ...['--text', `notes=${textOf('clinical')}`, '--min-frequency', '3', ...others],
    ];
    const { stdout } = await run(...extend('general-wide', '--tokens', '20', '--json'));
    const { addedCount, vocabularySize, texts } = JSON.parse(stdout) as {
      addedCount: number;
      vocabularySize: number;
      texts: { before: { tokenCount: number }; after: { tokenCount: number } }[];
    };
    expect(addedCount).toBeGreaterThan(0);
    expect(addedCount).toBeLessThanOrEqual(20);
    expect(texts[0].after.tokenCount).toBeLessThan(texts[0].before.tokenCount);
    await run('model', 'verify', 'general-wide');
    const inspected = await run('model', 'inspect', 'general-wide', '--json');
    expect(JSON.parse(inspected.stdout)).toMatchObject({
      vocabulary: { pieceCount: vocabularySize },
      head: { kind: 'masked-language-model' },
      lineage: [{ step: 'pre-trained' }, { step: 'extended', name: 'general-wide', runId: null }],
      vocabularyReport: {
        vocabulary: { name: 'general-wide', kind: 'extended', addedCount, corpora: texts },
        study: null,
      },
    });
    const shown = await run('model', 'inspect', 'general-wide');
    expect(shown.stdout).toMatch(/^ {2}general-wide +notes +[\d,]+ +\d\.\d{3} +\d\.\d{3} /m);

    expect(await fail(...extend('general-wide'), ...place.options)).toEqual({
      exitCode: 3,
      code: 'model.name-taken',
    });
    expect(await fail(...extend('other', '--tokens', 'many'), ...place.options)).toEqual({
      exitCode: 2,
      code: 'api.invalid-input',
    });
  },
);
