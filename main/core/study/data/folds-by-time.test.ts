import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { freezeSet } from '#core/collection/sets/freeze-set.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { planSchema } from '../plan/plan-schema.ts';
import { describeTraining } from '../results/describe-training.ts';
import type { DatasetRecord } from './dataset-record.ts';
import { drawExamples } from './draw-examples.ts';
import { loadTask } from './load-task.ts';
import { sidesOf } from './sides-of.ts';
import { splitInner } from './split-inner.ts';

/** Nine notes, one a month; those of March and September are of one patient, one has no date. */
async function freezeDated(workspace: Workspace): Promise<void> {
  const rows = Array.from({ length: 9 }, (_, month) => {
    const patient = month === 2 || month === 8 ? 'P' : `p${month}`;
    return `n${month},${patient},2025-0${month + 1}-15,note ${month},${month % 2 ? 'yes' : 'no'}`;
  });
  const file = join(temporaryFolder(), 'notes.csv');
  const header = 'id,patient,date,text,label';
  writeFileSync(file, [header, ...rows, 'n9,p9,,note 9,yes', ''].join('\n'));
  await importDocuments(
    workspace,
    { collection: 'set', paths: [file], choice: {} },
    { nowMs: () => 0 },
  );
  freezeSet(workspace, 'set', { collections: ['set'] });
}

function load(workspace: Workspace, task: object) {
  const plan = planSchema.parse({
    ...{ name: 'plan', models: {} },
    tasks: { task: { kind: 'classification', folds: 2, data: { set: 'set' }, ...task } },
  }).tasks.task;
  let hash = '';
  const onRead = (read: string) => (hash = read);
  return { plan, task: loadTask(workspace, 'task', { plan, seed: 1, onRead }), hash };
}

const namesOf = (side: Iterable<number>) => [...side].sort((one, other) => one - other);

it('each fold tests a stretch of months and learns from what is earlier, of other patients', async () => {
  const workspace = newWorkspace();
  await freezeDated(workspace);
  const { plan, task, hash } = load(workspace, { foldsBy: 'time' });
  const sides = [0, 1].map((fold) => sidesOf(task, fold));
  expect(sides.map(({ train, test }) => [namesOf(train), namesOf(test)])).toEqual([
    [
      [0, 1, 2],
      [3, 4, 5],
    ],
    // Not 2, which is of the patient of 8; and 9 has no date.
    [
      [0, 1, 3, 4, 5],
      [6, 7, 8],
    ],
  ]);
  expect(namesOf(sidesOf(task, null).train)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(task.warnings.map(inEnglish)).toEqual([
    '1 of 10 notes have no date: folds are periods, and these are neither learned from nor tested.',
  ]);
  const record = workspace.datasets.findByHash(hash)?.statistics as DatasetRecord;
  const told = describeTraining(workspace, { name: 'task', task: plan, runs: [], record });
  expect(told.map(inEnglish)).toEqual([
    'Folds are periods: each tests one and learns from all that is earlier, but for patients that it tests. Only learned from: 2025-01-15 to 2025-03-15 (3 examples). Tested, fold by fold: 2025-04-15 to 2025-06-15 (3 examples); 2025-07-15 to 2025-09-15 (3 examples).',
    '1 of 10 notes have no date: folds are periods, and these are neither learned from nor tested.',
  ]);
});

it('examples drawn for a transfer, and those held back, are of what a fold learns from', async () => {
  const workspace = newWorkspace();
  await freezeDated(workspace);
  const { task } = load(workspace, { foldsBy: 'time' });
  const draw = { seed: 1, transfer: 'there', draw: 0, shots: 100 };
  expect(namesOf(drawExamples(task, { ...draw, fold: 0 }))).toEqual([0, 1, 2]);
  expect(namesOf(drawExamples(task, { ...draw, fold: 1 }))).toEqual([0, 1, 3, 4, 5]);
  const foldItems = () =>
    (task.kind === 'classification' ? task.notes : []).map(({ label, groupId }) => ({
      ...{ labels: [label], groupId },
    }));
  const train = [...sidesOf(task, 1).train];
  const inner = splitInner(task, { share: 0.2, fold: 1, seed: 1 }, { foldItems, train });
  expect(namesOf([...inner.learned, ...inner.heldBack])).toEqual(train);
});

it('data that is read with its dates is not taken for data that was read without', async () => {
  const workspace = newWorkspace();
  await freezeDated(workspace);
  const before = load(workspace, {});
  const timed = load(workspace, { foldsBy: 'time' });
  expect(timed.hash).not.toBe(before.hash);
  expect(before.task.learned).toBe(null);
  expect(load(workspace, {}).hash).toBe(before.hash);
});
