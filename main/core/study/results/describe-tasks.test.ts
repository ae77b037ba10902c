import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { loadTask } from '../data/load-task.ts';
import { recordReading } from '../data/readings.ts';
import { listRuns } from '../plan/list-runs.ts';
import { planSchema } from '../plan/plan-schema.ts';
import { describeTasks } from './describe-tasks.ts';
import { findRunsOfPlan } from './runs-of-plan.ts';

interface Given {
  readonly kind: 'classification' | 'entities';
  readonly data: object;
  readonly file: string;
  readonly content: string;
  /** Of each fold that is finished, by each model. */
  readonly repeated?: readonly number[];
}

function describeTask({ kind, data, file, content, repeated = [] }: Given) {
  const path = join(temporaryFolder(), file);
  writeFileSync(path, content);
  const workspace = newWorkspace();
  const start = { kind: 'checkpoint', folder: '/checkpoint' };
  const plan = planSchema.parse({
    name: 'plan',
    models: { one: { start }, two: { start } },
    tasks: { task: { kind, data: { ...data, files: [path] }, folds: 2 } },
  });
  const { id } = workspace.studies.create({ name: 'plan', planJson: JSON.stringify(plan) });
  let datasetHash = '';
  loadTask(workspace, 'task', {
    plan: plan.tasks.task,
    seed: 1,
    onRead: (hash) => {
      datasetHash = hash;
      recordReading(workspace, { studyId: id, of: 'task', name: 'task', hash });
    },
  });
  for (const { key, kind: runKind, model, task, fold } of listRuns(plan)) {
    const identity = { key, kind: runKind, model, task, fold, configurationHash: 'a'.repeat(64) };
    const run = workspace.runs.ensure(id, identity);
    const repeatedCount = repeated[fold ?? 0];
    if (fold === null || repeatedCount === undefined) continue;
    workspace.runs.setState(run.id, 'running', { engine: 'onnx-cpu', engineSource: 'plan' });
    const summary = { datasetHash, cutCount: 0, trainCount: 2, testCount: 2, repeatedCount };
    workspace.runs.finish(run.id, { metrics: [], summary });
  }
  const { rows, warnings } = describeTasks(workspace, {
    id,
    plan,
    runs: findRunsOfPlan(workspace, id, plan),
  });
  return { groupedBy: rows[0].groupedBy, warnings: warnings.map(({ text }) => inEnglish(text)) };
}

const notes = {
  kind: 'classification',
  file: 'notes.csv',
  content: 'text,label,patient\na,x,1\nb,x,2\nc,y,3\nd,y,4\n',
} as const;
const byPatient = { format: 'csv', groupColumn: 'patient' };

describe('what is said of a task', () => {
  it('names what is kept together, and nothing where nothing was asked for', () => {
    expect(describeTask({ ...notes, data: byPatient })).toEqual({
      groupedBy: 'patient',
      warnings: [],
    });
    expect(describeTask({ ...notes, data: { format: 'csv' } })).toEqual({
      groupedBy: null,
      warnings: [],
    });
  });

  it('does not promise documents that the files do not know', () => {
    const words = ['koorts B-DISO', 'hoest B-DISO', 'pijn B-DISO', 'ogen B-DISO'];
    const content = words.map((word) => `${word}\n`).join('\n');
    const bio = { kind: 'entities', data: { format: 'bio' }, file: 'words.bio' } as const;
    expect(describeTask({ ...bio, content })).toEqual({
      groupedBy: null,
      warnings: [
        'None of the sentences names its document: they were put into folds one by one, so that what belongs together may be learned from and tested.',
      ],
    });
    const half = `${content}\n-DOCSTART- O\n\n${words.map((word) => `${word}\n`).join('\n')}`;
    expect(describeTask({ ...bio, content: half })).toMatchObject({
      groupedBy: 'document',
      warnings: [expect.stringMatching(/^4 of the sentences do not name their document: /)],
    });
  });

  it('adds up tested texts that were learned from, once for all models', () => {
    const { warnings } = describeTask({ ...notes, data: byPatient, repeated: [1, 2] });
    expect(warnings).toEqual([
      '3 of the tested notes have the same text as one that was learned from in that fold: the figures are better than those of new text would be.',
    ]);
    expect(describeTask({ ...notes, data: byPatient, repeated: [0, 0] }).warnings).toEqual([]);
  });
});
