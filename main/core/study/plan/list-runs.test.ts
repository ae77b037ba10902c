import { expect, test } from 'vitest';
import { hashRun } from './hash-runs.ts';
import { listRuns } from './list-runs.ts';
import { readPlan } from './read-plan.ts';

test('lists vocabularies, then parents before children, then folds for all models', () => {
  const plan = readPlan(
    JSON.stringify({
      name: 'study',
      corpora: { notes: { files: ['a.txt'] } },
      vocabularies: { words: { corpora: ['notes'] } },
      models: {
        adapted: {
          start: { kind: 'model', model: 'general' },
          pretraining: { corpora: ['notes'] },
        },
        general: { start: { kind: 'scratch', vocabulary: 'words' } },
      },
      tasks: {
        screen: { kind: 'classification', folds: 2, data: { format: 'csv', files: ['a.csv'] } },
      },
    }),
    'plan.json',
  );
  expect(listRuns(plan).map((run) => run.key)).toEqual([
    'vocabulary/words',
    'pretrain/adapted',
    'fine-tune/screen/general/fold-1',
    'fine-tune/screen/adapted/fold-1',
    'fine-tune/screen/general/fold-2',
    'fine-tune/screen/adapted/fold-2',
  ]);
});

test('a fold begins with its baselines, and its models are what they are without them', () => {
  const planOf = (baselines: string[]) =>
    readPlan(
      JSON.stringify({
        name: 'study',
        models: { base: { start: { kind: 'checkpoint', folder: 'bert' } } },
        tasks: {
          screen: {
            kind: 'classification',
            folds: 2,
            data: { format: 'csv', files: ['a.csv'] },
            baselines,
          },
        },
      }),
      'plan.json',
    );
  const [without, with_] = [planOf([]), planOf(['tf-idf', 'majority'])];
  expect(listRuns(with_).map(({ key }) => key)).toEqual([
    'baseline/screen/tf-idf/fold-1',
    'baseline/screen/majority/fold-1',
    'fine-tune/screen/base/fold-1',
    'baseline/screen/tf-idf/fold-2',
    'baseline/screen/majority/fold-2',
    'fine-tune/screen/base/fold-2',
  ]);
  const data = { corpora: {}, tasks: { screen: 'data' }, checkpoints: { base: 'weights' } };
  const hashesOf = (plan: typeof without) =>
    new Map(listRuns(plan).map((run) => [run.key, hashRun(plan, run, data)]));
  const [few, many] = [hashesOf(without), hashesOf(with_)];
  for (const [key, hash] of few) expect(many.get(key)).toBe(hash);
  expect(new Set(many.values()).size).toBe(6);
});

test('extends a vocabulary after the parent’s training and before the model’s own', () => {
  const notes = { corpora: ['notes'] };
  const plan = readPlan(
    JSON.stringify({
      name: 'study',
      corpora: { notes: { files: ['a.txt'] } },
      models: {
        wider: {
          start: { kind: 'model', model: 'general' },
          extendVocabulary: notes,
          pretraining: notes,
        },
        general: { start: { kind: 'checkpoint', folder: 'bert' }, pretraining: notes },
        'as-it-is': { start: { kind: 'model', model: 'general' }, extendVocabulary: notes },
      },
      tasks: {},
    }),
    'plan.json',
  );
  expect(listRuns(plan).map((run) => run.key)).toEqual([
    'pretrain/general',
    'extend/wider',
    'pretrain/wider',
    'extend/as-it-is',
  ]);
});
