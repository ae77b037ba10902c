import { expect, it } from 'vitest';
import { durationOf } from './run-duration.ts';
import { foldRequest, newWorkspace } from './testing/temporary-workspace.ts';

it('A run takes all parts of its training, and its last part where its summary says no more', () => {
  let nowMs = 1_000;
  const workspace = newWorkspace({ nowMs: () => nowMs });
  const { id: studyId } = workspace.studies.create({ name: 'study', planJson: '{}' });
  const { id } = workspace.runs.ensure(studyId, foldRequest());
  workspace.runs.setState(id, 'running');
  expect(durationOf(workspace, workspace.runs.get(id))).toBeNull();
  nowMs += 500;
  const finished = workspace.runs.finish(id, { metrics: [], summary: {} });
  expect(durationOf(workspace, finished)).toBe(500);
  const summaryOf = () => ({ training: { elapsedMs: 900 } });
  const later = { ...workspace, runs: { ...workspace.runs, summaryOf } };
  expect(durationOf(later, finished)).toBe(900);
});
