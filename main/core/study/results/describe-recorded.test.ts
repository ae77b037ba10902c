import { expect, it } from 'vitest';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { recordReading } from '../data/readings.ts';
import { planSchema } from '../plan/plan-schema.ts';
import { describeRecorded } from './describe-recorded.ts';

const plan = planSchema.parse({
  name: 'plan',
  seed: 7,
  corpora: { notes: { format: 'text', files: ['a.txt'] } },
  models: {
    ours: {
      start: { kind: 'checkpoint', folder: '/checkpoint' },
      pretraining: { corpora: ['notes'], batchSize: 8, accumulation: 4 },
    },
  },
  tasks: { test: { kind: 'classification', data: { format: 'csv', files: ['a.csv'] } } },
});

function newStudy() {
  const workspace = newWorkspace();
  const { id } = workspace.studies.create({ name: 'plan', planJson: JSON.stringify(plan) });
  return { workspace, id };
}

it('the last reading counts, of this study, with its hash and date', () => {
  const { workspace, id } = newStudy();
  expect(describeRecorded(workspace, id).readings).toEqual([]);
  for (const [studyId, hash] of [
    [id, 'a'],
    [id, 'b'],
    ['another', 'c'],
  ])
    recordReading(workspace, { studyId, of: 'task', name: 'test', hash });
  const [, last] = workspace.audit.entriesOf(['study.data-read']);
  expect(describeRecorded(workspace, id).readings).toEqual([
    { of: 'task', name: 'test', hash: 'b', atMs: last.atMs },
  ]);
});

it('settings and seed are told of a finished study, and of no other', () => {
  const { workspace, id } = newStudy();
  expect(describeRecorded(workspace, id).settings).toBeNull();
  workspace.studies.setState(id, 'running');
  expect(describeRecorded(workspace, id).settings).toBeNull();
  workspace.studies.setState(id, 'finished');
  expect(describeRecorded(workspace, id).settings).toEqual({
    seed: 7,
    pretraining: {
      ours: { epochs: 5, batchSize: 32, learningRate: 2e-5, maxTokens: 512, maskedFraction: 0.15 },
    },
    fineTuning: { test: { epochs: 4, batchSize: 16, learningRate: 2e-5, maxTokens: 512 } },
  });
});
