import { describe, expect, it } from 'vitest';
import type { ClassPredictions, EntityPredictions } from '#core/domain/predictions.ts';
import { foldKey } from '#core/domain/run-keys.ts';
import { foldRequest, newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { recordReading } from '#core/study/data/readings.ts';
import { registerStudy } from '#core/study/execution/register-study.ts';
import { classScoresSchema, errorsSchema, testedExampleSchema } from '../contract/scores.ts';
import { createScoreService } from './score-service.ts';

const plan = JSON.stringify({
  name: 'hiv',
  models: { ours: { title: 'Our model', start: { kind: 'checkpoint', folder: 'bert' } } },
  tasks: {
    screening: {
      kind: 'classification',
      title: 'Screening',
      folds: 2,
      baselines: ['majority'],
      data: { format: 'csv', files: ['a.csv'] },
    },
    entities: { kind: 'entities', folds: 2, data: { format: 'bio', files: ['a.bio'] } },
  },
});

const noteCount = 80;

/** Every third note is a positive one, found but for a few. */
function predictionsOf(fold: number): ClassPredictions {
  return {
    kind: 'classification',
    classes: ['no', 'yes'],
    notes: Array.from({ length: noteCount }, (_, place) => {
      const truth = Number(place % 3 === 0);
      const leaning = place % 10 === 0 ? -1 - place / 100 : 1 + place / 100;
      return {
        id: `${fold}-${place}`,
        groupId: `patient ${Math.floor(place / 2)}`,
        truth,
        logits: truth === 1 ? [0, leaning] : [leaning, 0],
      };
    }),
  };
}

function finish(workspace: Workspace, studyId: string, request: Parameters<typeof foldRequest>[0]) {
  const { id } = workspace.runs.ensure(studyId, foldRequest(request));
  workspace.runs.setState(id, 'running');
  return id;
}

function screened() {
  const workspace = newWorkspace();
  const { id: studyId } = registerStudy(workspace, { text: plan, fileName: 'plan', folder: '/p' });
  for (const fold of [0, 1]) {
    const task = 'screening';
    const key = foldKey({ task, model: 'ours', fold });
    const runId = finish(workspace, studyId, { key, task, model: 'ours', fold });
    workspace.runs.finish(runId, { metrics: [], predictions: predictionsOf(fold) });
  }
  return { workspace, studyId, service: createScoreService(workspace) };
}

const asked = {
  ...{ task: 'Screening', model: 'Our model', label: null, fold: null, isCalibrated: false },
  ...{ prevalence: null, sensitivity: null, threshold: null },
};

describe('scores of a class', () => {
  it('come of the rarer class by the titles that the window shows, as the contract wants them', async () => {
    const { service, studyId } = screened();
    const found = await service.ofClass({ ...asked, studyId, prevalence: 0.02, threshold: 0.5 });
    expect(classScoresSchema.parse(found)).toEqual(found);
    expect(found).toMatchObject({
      ...{ labels: ['no', 'yes'], label: 'yes', folds: [0, 1], notes: 160, positives: 54 },
      ...{ groups: 40, prevalence: 0.02, isCalibrated: false, wanted: null },
    });
    expect(found.roc?.[0]).toEqual({ threshold: null, sensitivity: 0, falsePositiveRate: 0 });
    expect(found.chosen).toMatchObject({ truePositives: 48, falseNegatives: 6, threshold: 0.5 });
    expect(found.thresholds.length).toBeGreaterThan(50);
    expect(found.decisionCurve).toHaveLength(99);
    expect(JSON.stringify(found).length).toBeLessThan(200_000);
  });

  it('are of one fold, calibrated, with the threshold for a wanted sensitivity', async () => {
    const { service, studyId } = screened();
    const all = { ...asked, studyId, isCalibrated: true };
    const found = await service.ofClass({ ...all, fold: 1, sensitivity: 0.5 });
    expect(found).toMatchObject({ notes: 80, positives: 27, isCalibrated: true });
    expect(found.wanted).toMatchObject({ threshold: { state: 'claimed' } });
    expect(found.wanted?.row?.sensitivity.value).toBeGreaterThanOrEqual(0.5);
    const none = await service.ofClass({ ...all, sensitivity: 0.95 });
    expect(none.wanted).toMatchObject({
      threshold: { state: 'cannot-be-claimed', neededPositives: 59 },
      row: null,
    });
  });

  it('are refused for names that the study does not have, and before a fold has finished', async () => {
    const { service, studyId } = screened();
    const ask = (changes: object) => service.ofClass({ ...asked, studyId, ...changes });
    await expect(ask({ task: 'other' })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(ask({ model: 'other' })).rejects.toMatchObject({ code: 'record.missing' });
    await expect(ask({ model: 'majority' })).rejects.toMatchObject({ code: 'evaluation.empty' });
    await expect(ask({ fold: 7 })).rejects.toMatchObject({ code: 'evaluation.empty' });
    await expect(ask({ label: 'x' })).rejects.toMatchObject({ code: 'evaluation.unknown-label' });
    for (const wrong of [{ prevalence: 1 }, { prevalence: 0 }, { sensitivity: 1 }]) {
      await expect(ask(wrong)).rejects.toMatchObject({ code: 'evaluation.out-of-range' });
    }
  });
});

describe('errors', () => {
  it('come in pages, worst first, and one example with its text', async () => {
    const { service, workspace, studyId } = screened();
    const ask = { studyId, task: 'Screening', of: 'Our model', offset: 0, limit: 3 };
    const found = await service.errors(ask);
    expect(errorsSchema.parse(found)).toEqual(found);
    expect(found).toMatchObject({ kind: 'classification', total: 16 });
    expect(found.errors.map(({ id }) => id)).toEqual(['0-70', '1-70', '0-60']);
    const second = await service.errors({ ...ask, offset: 1, limit: 1 });
    expect(second.errors.map(({ id }) => id)).toEqual(['1-70']);
    const example = { studyId, task: 'Screening', fold: 1, place: 70 };
    await expect(service.example(example)).rejects.toMatchObject({ code: 'record.missing' });

    const note = { id: '1-70', text: 'Geen koorts.', label: 'no', groupId: 'patient 35' };
    workspace.datasets.put({
      ...{ name: 'screening', kind: 'labelled-notes', sourceHash: 'hash' },
      examples: [{ ...note, label: 'yes', text: 'other' }, note],
      statistics: () => ({}),
    });
    recordReading(workspace, { studyId, of: 'task', name: 'screening', hash: 'hash' });
    const shown = await service.example(example);
    expect(testedExampleSchema.parse(shown)).toEqual(shown);
    expect(shown).toMatchObject({ text: 'Geen koorts.', truth: 'no', alike: 1, isCut: false });
    expect(shown.models).toMatchObject([{ model: 'Our model', classes: [{ name: 'yes' }, {}] }]);
    await expect(service.example({ ...example, place: 99 })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });

  it('of entities have their places in the text', async () => {
    const { service, workspace, studyId } = screened();
    const truth = [{ start: 0, end: 2, type: 'DISEASE' }];
    const predictions: EntityPredictions = {
      kind: 'entities',
      sentences: [
        {
          ...{ id: 's:1', groupId: null, wordCount: 3, truth },
          predicted: [{ start: 2, end: 3, type: 'DRUG', score: 0.7 }],
        },
      ],
    };
    const key = foldKey({ task: 'entities', model: 'ours', fold: 0 });
    const runId = finish(workspace, studyId, { key, task: 'entities', model: 'ours', fold: 0 });
    workspace.runs.finish(runId, { metrics: [], predictions });
    const words = [
      { start: 0, end: 8 },
      { start: 9, end: 15 },
      { start: 16, end: 21 },
    ];
    workspace.datasets.put({
      ...{ name: 'entities', kind: 'tagged-sentences', sourceHash: 'sentences' },
      examples: [
        {
          ...{ id: 's:1', text: 'Diabetes mellit. ASA 1', words, groupId: 'document' },
          tags: ['B-DISEASE', 'I-DISEASE', 'O'],
        },
      ],
      statistics: () => ({}),
    });
    recordReading(workspace, { studyId, of: 'task', name: 'entities', hash: 'sentences' });
    const found = await service.errors({
      studyId,
      task: 'entities',
      of: null,
      offset: 0,
      limit: 9,
    });
    expect(found).toMatchObject({ kind: 'entities', total: 1 });
    const shown = await service.example({ studyId, task: 'entities', fold: 0, place: 0 });
    expect(shown).toMatchObject({
      spans: [{ start: 0, end: 15, type: 'DISEASE' }],
      models: [{ spans: [{ start: 16, end: 21, type: 'DRUG', score: 0.7 }] }],
    });
    const figures = await service.figures({ studyId, task: 'entities', model: 'Our model' });
    expect(figures.folds).toEqual([0]);
    expect(figures.figures.length).toBeGreaterThan(20);
    await expect(service.ofClass({ ...asked, studyId, task: 'entities' })).rejects.toMatchObject({
      code: 'record.missing',
    });
  });
});
