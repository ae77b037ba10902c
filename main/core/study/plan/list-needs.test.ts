import { expect, it } from 'vitest';
import { listNeeds } from './list-needs.ts';
import { listRuns } from './list-runs.ts';
import { readPlan } from './read-plan.ts';

const start = { kind: 'checkpoint', folder: '/checkpoint' };
const plan = readPlan(
  JSON.stringify({
    name: 'study',
    corpora: { all: { files: ['/c'] } },
    heldOut: {},
    models: {
      base: { start },
      adapted: {
        start: { kind: 'model', model: 'base' },
        pretraining: { corpora: ['all'], epochs: 1 },
      },
    },
    tasks: { notes: { kind: 'entities', data: { format: 'brat', files: ['/t'] }, folds: 2 } },
  }),
  'plan',
);

it('says of every run what must be finished before it', () => {
  const needs = listRuns(plan).map((run) => [run.key, listNeeds(plan, run)]);
  expect(Object.fromEntries(needs)).toEqual({
    'pretrain/adapted': [],
    'perplexity/base': [],
    'perplexity/adapted': ['pretrain/adapted'],
    'fine-tune/notes/base/fold-1': [],
    'fine-tune/notes/base/fold-2': [],
    'fine-tune/notes/adapted/fold-1': ['pretrain/adapted'],
    'fine-tune/notes/adapted/fold-2': ['pretrain/adapted'],
  });
});
