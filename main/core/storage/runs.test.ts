import type { FoldPredictions } from '#core/domain/predictions.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runTransitions } from '#core/domain/run.ts';
import type { Metric, RunState } from '#core/domain/run.ts';
import { refusing } from './testing/refusing.ts';
import { foldRequest, newWorkspace } from './testing/temporary-workspace.ts';

const metrics: Metric[] = [
  { name: 'f1-micro', entityType: null, value: 0.75 },
  { name: 'f1', entityType: 'DISEASE', value: Number.NaN },
  { name: 'f1', entityType: 'DRUG', value: 1 },
];

function workspaceWithStudy() {
  const workspace = newWorkspace();
  const study = workspace.studies.create({ name: 'study', planJson: '{}' });
  return { ...workspace, studyId: study.id };
}

function workspaceWithRun() {
  const workspace = workspaceWithStudy();
  return { ...workspace, run: workspace.runs.ensure(workspace.studyId, foldRequest()) };
}

describe('ensuring a run', () => {
  it('makes it once', () => {
    const { runs, studyId, run } = workspaceWithRun();
    expect(run).toEqual({
      ...foldRequest(),
      id: run.id,
      studyId,
      state: 'queued',
      engine: null,
      engineSource: null,
      startedAtMs: null,
      finishedAtMs: null,
      errorCode: null,
      errorMessage: null,
    });
    expect(runs.ensure(studyId, foldRequest())).toEqual(run);
    expect(runs.listByStudy(studyId)).toEqual([run]);
  });

  it('keeps a finished one while its configuration is equal', () => {
    const { runs, studyId, run } = workspaceWithRun();
    runs.setState(run.id, 'running');
    const finished = runs.finish(run.id, { metrics });
    expect(runs.ensure(studyId, foldRequest())).toEqual(finished);
    expect(runs.metricsOf(run.id)).toEqual(metrics);
  });

  it('discards the result and queues again when the configuration differs', async () => {
    const { runs, studyId, run, blobs, models } = workspaceWithRun();
    runs.setState(run.id, 'running', { engine: 'onnx-cpu' });
    runs.recordProgress({
      runId: run.id,
      atMs: 1,
      step: 1,
      stepCount: 2,
      loss: 3,
      tokensPerSecond: 4,
    });
    const weights = await blobs.write([new Uint8Array(3)]);
    const model = models.put({
      studyId,
      name: 'adapted',
      parentModelId: null,
      runId: run.id,
      configuration: {},
      tokenizerFiles: {},
      weightsBlobId: weights.id,
    });
    runs.finish(run.id, { metrics, summary: { rows: 3 } });

    const again = runs.ensure(studyId, foldRequest({ configurationHash: 'b', model: 'other' }));
    expect(again).toEqual({ ...run, configurationHash: 'b', model: 'other' });
    expect(runs.metricsOf(run.id)).toEqual([]);
    expect(runs.curveOf(run.id)).toEqual([]);
    expect(runs.progressOf(run.id)).toBeUndefined();
    expect(runs.summaryOf(run.id)).toBeNull();
    expect(models.listByRun(run.id)).toEqual([]);
    expect(models.get(model.id).runId).toBeNull();
  });

  it('does not pull a running one from under its trainer', () => {
    const { runs, studyId, run } = workspaceWithRun();
    runs.setState(run.id, 'running');
    refusing('run.state-refused', () =>
      runs.ensure(studyId, foldRequest({ configurationHash: 'b' })),
    );
  });

  it('belongs to a study that exists', () => {
    const { runs } = newWorkspace();
    refusing('record.missing', () => runs.ensure('none', foldRequest()));
  });

  it('keeps the order in which runs were asked for', () => {
    const { runs, studyId } = workspaceWithStudy();
    const keys = ['z', 'a', 'm'];
    for (const key of keys) runs.ensure(studyId, foldRequest({ key }));
    runs.ensure(studyId, foldRequest({ key: 'a', configurationHash: 'b' }));
    expect(runs.listByStudy(studyId).map(({ key }) => key)).toEqual(keys);
  });
});

describe('the state of a run', () => {
  it('brings times, engine and error with it', () => {
    const { runs, run } = workspaceWithRun();
    const running = runs.setState(run.id, 'running', {
      engine: 'onnx-cpu',
      engineSource: 'plan',
    });
    expect(running).toMatchObject({
      state: 'running',
      engine: 'onnx-cpu',
      engineSource: 'plan',
      finishedAtMs: null,
    });
    expect(running.startedAtMs).not.toBeNull();
    const failed = runs.setState(run.id, 'failed', {
      errorCode: 'corpus.empty',
      errorMessage: 'empty',
    });
    expect(failed).toMatchObject({
      engine: 'onnx-cpu',
      engineSource: 'plan',
      startedAtMs: running.startedAtMs,
      errorCode: 'corpus.empty',
      errorMessage: 'empty',
    });
    expect(failed.finishedAtMs).not.toBeNull();
    expect(runs.setState(run.id, 'queued')).toEqual(run);
  });

  it('follows the closed table of transitions, whatever is asked for', () => {
    const { runs, studyId } = workspaceWithStudy();
    const states = Object.keys(runTransitions) as RunState[];
    let count = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { maxLength: 12 }), (wishes) => {
        const { id } = runs.ensure(studyId, foldRequest({ key: `run-${count++}` }));
        let state: RunState = 'queued';
        for (const wish of wishes) {
          const move = () =>
            wish === 'finished' ? runs.finish(id, { metrics }) : runs.setState(id, wish);
          if (runTransitions[state].includes(wish)) {
            expect(move().state).toBe(wish);
            state = wish;
          } else {
            refusing('run.state-refused', move);
          }
          expect(runs.get(id).state).toBe(state);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the result of a run', () => {
  it('comes with its last state, in one transaction', () => {
    const { runs, run } = workspaceWithRun();
    runs.setState(run.id, 'running');
    refusing('program.fault', () =>
      runs.finish(run.id, { metrics, summary: { rows: Number.POSITIVE_INFINITY } }),
    );
    expect(runs.get(run.id).state).toBe('running');
    expect(runs.metricsOf(run.id)).toEqual([]);

    runs.finish(run.id, { metrics, summary: { rows: 3 } });
    expect(runs.get(run.id).state).toBe('finished');
    expect(runs.metricsOf(run.id)).toEqual(metrics);
    expect(runs.summaryOf(run.id)).toEqual({ rows: 3 });
  });

  it('keeps what the model said of each example, until the run is asked for anew', () => {
    const { runs, run } = workspaceWithRun();
    const predictions: FoldPredictions = {
      kind: 'classification',
      classes: ['no', 'yes'],
      notes: [{ id: '1', groupId: null, truth: 0, logits: [Math.fround(0.1), -1e-30] }],
    };
    expect(runs.predictionsOf(run.id)).toBeNull();
    runs.setState(run.id, 'running');
    runs.finish(run.id, { metrics, predictions });
    expect(runs.predictionsOf(run.id)).toEqual(predictions);
    const { studyId, key, kind, model, task, fold } = run;
    runs.ensure(studyId, { key, kind, model, task, fold, configurationHash: 'another' });
    expect(runs.predictionsOf(run.id)).toBeNull();
  });

  it('keeps every digit of a value, and one that is not defined', () => {
    const { runs, run } = workspaceWithRun();
    const values = [
      0.1 + 0.2,
      Number.MIN_VALUE,
      1 / 3,
      1e308,
      Number.NEGATIVE_INFINITY,
      Number.NaN,
    ];
    const exact = values.map((value) => ({ name: 'x', entityType: null, value }));
    runs.recordMetrics(run.id, exact);
    expect(runs.metricsOf(run.id)).toEqual(exact);
  });

  it('can be replaced until the run is finished', () => {
    const { runs, run } = workspaceWithRun();
    runs.setState(run.id, 'running');
    runs.recordMetrics(run.id, metrics);
    runs.recordMetrics(run.id, metrics.slice(0, 1));
    expect(runs.metricsOf(run.id)).toEqual(metrics.slice(0, 1));
    runs.finish(run.id, { metrics });
    refusing('run.state-refused', () => {
      runs.recordMetrics(run.id, []);
    });
  });
});
