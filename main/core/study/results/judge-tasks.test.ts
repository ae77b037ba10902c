import { describe, expect, it } from 'vitest';
import { foldKey } from '#core/domain/run-keys.ts';
import type { ClassPredictions } from '#core/domain/predictions.ts';
import { RandomStream } from '#core/base/random-stream.ts';
import { foldRequest, newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { RunStopped } from '../effects/run-stopped.ts';
import { readPlan } from '../plan/read-plan.ts';
import { collectReport, collectResults } from './collect-results.ts';
import { judgeTasks } from './judge-tasks.ts';

const planOf = (screening?: object, margin?: number) => ({
  name: 'hiv',
  models: {
    ours: { start: { kind: 'checkpoint', folder: '/bert' } },
    theirs: { start: { kind: 'checkpoint', folder: '/bert' } },
    third: { start: { kind: 'checkpoint', folder: '/bert' } },
  },
  tasks: {
    screening: {
      kind: 'classification',
      folds: 2,
      data: { format: 'csv', files: ['/a.csv'] },
      ...(screening === undefined ? {} : { screening }),
    },
  },
  comparisons: [{ model: 'ours', against: 'theirs', ...(margin === undefined ? {} : { margin }) }],
});

function predictionsOf(model: string, fold: number): ClassPredictions {
  const random = new RandomStream(1, `${model} ${fold}`);
  return {
    kind: 'classification',
    classes: ['no', 'yes'],
    notes: Array.from({ length: 60 }, (_, item) => {
      const truth = Number(item % 4 === 0);
      const leaning = (truth === 1 ? 1 : -1) * 1.5 + random.normal();
      return {
        id: `${fold}-${item}`,
        groupId: `p${fold}-${item % 20}`,
        truth,
        logits: [0, leaning],
      };
    }),
  };
}

function measured(plan: object): { workspace: Workspace; studyId: string } {
  const workspace = newWorkspace();
  const planJson = JSON.stringify(readPlan(JSON.stringify(plan), 'plan'));
  const { id: studyId } = workspace.studies.create({ name: 'hiv', planJson });
  for (const model of ['ours', 'theirs', 'third']) {
    for (const fold of [0, 1]) {
      const task = 'screening';
      const key = foldKey({ task, model, fold });
      const { id } = workspace.runs.ensure(studyId, foldRequest({ key, task, model, fold }));
      workspace.runs.setState(id, 'running');
      const metrics = [
        { name: 'mcc', entityType: null, value: 0.5 + fold / 10 + model.length / 100 },
      ];
      workspace.runs.finish(id, { metrics, predictions: predictionsOf(model, fold) });
    }
  }
  return { workspace, studyId };
}

const calm = () => Promise.resolve();

describe('judgeTasks', () => {
  it('keeps figures, pairs and rules, which results for files have and others do not', async () => {
    const { workspace, studyId } = measured(planOf({ sensitivity: 0.8, prevalence: 0.02 }));
    expect(collectReport(workspace, studyId).judgements).toEqual([]);
    await judgeTasks(workspace, studyId, calm);
    expect(collectResults(workspace, studyId).judgements).toEqual([]);
    const [judged] = collectReport(workspace, studyId).judgements;
    expect(judged).toMatchObject({ task: 'screening', bootstrap: { groups: 40 } });
    expect(judged.models.map(({ model }) => model)).toEqual(['ours', 'theirs', 'third']);
    expect(judged.pairs[0].pairedPHolm).toBe(judged.pairs[0].paired?.exactP);
    expect(workspace.judgements.ruleOf({ studyId, task: 'screening', model: 'ours' })).toEqual(
      judged.models[0].rule,
    );
    expect(judged.models[0].rule).toMatchObject({ label: 'yes', prevalence: 0.02, positives: 30 });
  });

  it('is done once, and anew when a run or what is looked for has changed', async () => {
    const { workspace, studyId } = measured(planOf());
    let calls = 0;
    const counting = () => {
      calls++;
      return Promise.resolve();
    };
    await judgeTasks(workspace, studyId, counting);
    const once = calls;
    expect(once).toBeGreaterThan(0);
    await judgeTasks(workspace, studyId, counting);
    expect(calls).toBe(once);
    const [run] = workspace.runs.listByStudy(studyId);
    const { key, model, task, fold } = run;
    const configurationHash = 'b'.repeat(64);
    workspace.runs.ensure(studyId, foldRequest({ key, model, task, fold, configurationHash }));
    expect(collectReport(workspace, studyId).judgements).toEqual([]);
    await judgeTasks(workspace, studyId, counting);
    expect(calls).toBeGreaterThan(once);
    const [judged] = collectReport(workspace, studyId).judgements;
    expect(judged.bootstrap?.folds).toEqual([1]);
  });

  it('hears a stop, and finds nothing where no fold has finished', async () => {
    const { workspace, studyId } = measured(planOf());
    let told: number[] = [];
    const stopping = (what: string, share: number) => {
      expect(what).toBe('judging the scores of single examples of screening');
      told.push(share);
      return share > 0.5 ? Promise.reject(new RunStopped()) : Promise.resolve();
    };
    await expect(judgeTasks(workspace, studyId, stopping)).rejects.toThrow(RunStopped);
    expect(told.at(-1)).toBeGreaterThan(0.5);
    expect(told.at(-1)).toBeLessThan(0.51);
    expect(collectReport(workspace, studyId).judgements).toEqual([]);
    // What was not judged is, when it is gone on with.
    told = [];
    await judgeTasks(workspace, studyId, calm);
    expect(collectReport(workspace, studyId).judgements).toHaveLength(1);
    const empty = newWorkspace();
    const planJson = JSON.stringify(readPlan(JSON.stringify(planOf()), 'plan'));
    const { id } = empty.studies.create({ name: 'hiv', planJson });
    await judgeTasks(empty, id, calm);
    expect(collectReport(empty, id).judgements).toMatchObject([{ models: [], pairs: [] }]);
  });
});

describe('results', () => {
  it('test a margin that the plan states, and rank three models', () => {
    const { workspace, studyId } = measured(planOf(undefined, 0.5));
    const { comparisons, ranks } = collectResults(workspace, studyId);
    // The difference is the same in both folds: it is certain, and within the margin.
    expect(comparisons[0].equivalence).toMatchObject({ margin: 0.5, noWorsePHolm: 0 });
    expect(ranks).toMatchObject([
      { over: 'folds', task: 'screening', models: ['ours', 'theirs', 'third'], blocks: 2 },
    ]);
    expect(ranks[0].meanRanks).toEqual([3, 1, 2]);
    const plain = measured(planOf());
    expect(collectResults(plain.workspace, plain.studyId).comparisons[0].equivalence).toBeNull();
  });

  it('of examples that are divided several times judges pairs on the first division alone', async () => {
    const { tasks, ...others } = planOf();
    const repeated = (repeats: number | undefined) => ({
      ...others,
      tasks: { screening: { ...tasks.screening, ...(repeats === undefined ? {} : { repeats }) } },
    });
    const once = measured(repeated(undefined));
    const twice = measured(repeated(2));
    // The second division tests the same examples again, and there one model is always right.
    for (const model of ['ours', 'theirs', 'third']) {
      for (const fold of [2, 3]) {
        const task = 'screening';
        const key = foldKey({ task, model, fold });
        const { runs } = twice.workspace;
        const { id } = runs.ensure(twice.studyId, foldRequest({ key, task, model, fold }));
        runs.setState(id, 'running');
        const said = predictionsOf(model, fold - 2);
        const predictions =
          model === 'ours'
            ? { ...said, notes: said.notes.map((n) => ({ ...n, logits: [0, 9 * n.truth - 4] })) }
            : said;
        runs.finish(id, { metrics: [{ name: 'mcc', entityType: null, value: 0.6 }], predictions });
      }
    }
    await judgeTasks(once.workspace, once.studyId, calm);
    await judgeTasks(twice.workspace, twice.studyId, calm);
    const [of, again] = [once, twice].map(
      ({ workspace, studyId }) => collectReport(workspace, studyId).judgements[0],
    );
    expect(again.bootstrap?.folds).toEqual([0, 1]);
    expect(of.pairs[0].paired).not.toBeNull();
    expect(again.pairs).toEqual(of.pairs);
    expect(again.models).toEqual(of.models);
  });
});
