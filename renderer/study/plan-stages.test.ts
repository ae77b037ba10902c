import { expect, it } from 'vitest';
import type { RunView } from '#contract/run.ts';
import { groupByStage, shareDone } from './plan-stages.ts';

function run(key: string, more: Partial<RunView> = {}): RunView {
  return {
    id: key,
    key,
    kind: 'fine-tuning',
    state: 'queued',
    model: null,
    task: null,
    fold: null,
    engine: null,
    engineSource: null,
    startedAtMs: null,
    finishedAtMs: null,
    tookMs: null,
    errorCode: null,
    errorMessage: null,
    progress: null,
    isForward: false,
    ...more,
  };
}

it('shows what makes models first, then each task with a row of folds per model', () => {
  const stages = groupByStage([
    run('vocabulary'),
    run('pretrain/base', { model: 'base' }),
    run('a/base/2', { task: 'a', model: 'base', fold: 1 }),
    run('a/base/1', { task: 'a', model: 'base', fold: 0 }),
    run('a/adapted/1', { task: 'a', model: 'adapted', fold: 0 }),
    run('b/base/1', { task: 'b', model: 'base', fold: 0 }),
  ]);
  expect(stages.preparation.map(({ key }) => key)).toEqual(['vocabulary', 'pretrain/base']);
  expect(stages.tasks.map(({ task, foldCount }) => [task, foldCount])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  expect(
    stages.tasks[0].rows.map(({ model, runs }) => [model, runs.map(({ key }) => key)]),
  ).toEqual([
    ['base', ['a/base/1', 'a/base/2']],
    ['adapted', ['a/adapted/1']],
  ]);
});

it('a plan without runs has no stages', () => {
  expect(groupByStage([])).toEqual({ preparation: [], tasks: [] });
});

it('a run is done as far as its steps say, and wholly when it is finished', () => {
  const progress = {
    runId: 'r',
    atMs: 0,
    step: 30,
    stepCount: 120,
    loss: null,
    tokensPerSecond: null,
    heldOut: null,
    estimatedTimeLeftMs: null,
  };
  expect(shareDone(run('r'))).toBe(0);
  expect(shareDone(run('r', { state: 'running', progress }))).toBe(0.25);
  expect(shareDone(run('r', { state: 'finished' }))).toBe(1);
  expect(shareDone(run('r', { progress: { ...progress, stepCount: 0 } }))).toBe(0);
});

it('of a transfer has a row for each setting of a model, with a column for each draw', () => {
  const place = { task: 'es-ro', model: 'base' } as const;
  const { tasks } = groupByStage([
    run('transfer/es-ro/base/zero-shot/fold-1', { ...place, kind: 'zero-shot', fold: 0 }),
    run('transfer/es-ro/base/9-shot/draw-2', { ...place, kind: 'few-shot', fold: 1 }),
    run('transfer/es-ro/base/9-shot/draw-3', { ...place, kind: 'few-shot', fold: 0 }),
    run('transfer/es-ro/base/9-shot/draw-1', { ...place, kind: 'few-shot', fold: 0 }),
  ]);
  const [{ rows, foldCount }] = tasks;
  expect(foldCount).toBe(3);
  expect(rows.map(({ model, runs }) => [model, runs.map(({ key }) => key.slice(-1))])).toEqual([
    ['base · zero-shot', ['1']],
    ['base · 9-shot', ['1', '2', '3']],
  ]);
});
