import { expect, it } from 'vitest';
import { newWorkspace, reopen } from './testing/temporary-workspace.ts';
import type { Workspace } from './workspace.ts';

function addStudies(workspace: Workspace, names: readonly string[]): string[] {
  const ids = names.map((name) => workspace.studies.create({ name, planJson: '{}' }).id);
  for (const id of ids) workspace.queue.add(id);
  return ids;
}

it('keeps its order, also when the workspace is opened anew', () => {
  const workspace = newWorkspace();
  const ids = addStudies(workspace, ['c', 'a', 'b']);
  workspace.queue.add(ids[0]);
  expect(reopen(workspace.folder).queue.list()).toEqual(ids);
});

it('closes up behind a study that leaves, or is removed', () => {
  const workspace = newWorkspace();
  const ids = addStudies(workspace, ['a', 'b', 'c', 'd']);
  expect(workspace.queue.remove(ids[1])).toBe(true);
  expect(workspace.queue.remove(ids[1])).toBe(false);
  workspace.studies.remove(ids[0]);
  workspace.queue.add(ids[1]);
  expect(workspace.queue.list()).toEqual([ids[2], ids[3], ids[1]]);
  const told = workspace.audit.entriesOf(['study.queued', 'study.left-queue']);
  expect(told.map(({ action }) => action)).toEqual([
    ...new Array<string>(4).fill('study.queued'),
    'study.left-queue',
    'study.queued',
  ]);
});

it('takes no study that is not there', () => {
  const { queue } = newWorkspace();
  expect(() => {
    queue.add('nobody');
  }).toThrow();
  expect(queue.list()).toEqual([]);
});
