import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { DatasetRecord } from '#core/study/data/dataset-record.ts';
import { loadTask } from '#core/study/data/load-task.ts';
import { planSchema } from '#core/study/plan/plan-schema.ts';
import { caseFolder } from './case-folder.ts';

const folder = caseFolder('21-nested-types');

describe.skipIf(folder === null)('entities of one type within those of another', () => {
  /** One sentence makes no folds; what was read of it is kept, and said in the refusal. */
  const read = (choice: object) => {
    const data = { format: 'brat', files: [join(folder ?? '', 'brat')] };
    const task = { kind: 'entities', data, folds: 2, ...choice };
    const plan = planSchema.parse({ name: 'plan', models: {}, tasks: { task } }).tasks.task;
    const workspace = newWorkspace();
    let refusal = '';
    try {
      loadTask(workspace, 'task', { plan, seed: 1, onRead: () => undefined });
    } catch (error) {
      refusal = String(error);
    }
    const { labels } = workspace.datasets.list()[0].statistics as DatasetRecord;
    return { labels, refusal };
  };

  test('lose what overlaps, and it is told by type', () => {
    const { labels, refusal } = read({});
    expect(labels).toEqual([{ label: 'Phrase', count: 1 }]);
    expect(refusal).toContain(
      '3 of 4 entities (75 %) left out: brat-overlap 3. Nothing is left of “DISO” (2), “Coord” (1).',
    );
  });

  test('lose nothing where the plan names one type', () => {
    expect(read({ types: ['DISO'] }).labels).toEqual([{ label: 'DISO', count: 2 }]);
  });
});
