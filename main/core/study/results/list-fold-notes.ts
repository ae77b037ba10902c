import { AnamnesisError } from '#core/base/error.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import { findNote } from './find-example.ts';

/** A note that no model of a fold has learned from, with its text. */
export interface FoldNote {
  readonly id: string;
  readonly text: string;
  /** Usually the patient. */
  readonly groupId: string | null;
}

/** The test notes of one fold of a task, counted from 0. @throws record.missing */
export function listFoldNotes(
  workspace: Workspace,
  {
    studyId,
    task,
    fold,
  }: { readonly studyId: string; readonly task: string; readonly fold: number },
): FoldNote[] {
  const tested = workspace.runs
    .listByStudy(studyId)
    .filter((run) => run.task === task && run.fold === fold && run.state === 'finished')
    .flatMap(({ id }) => workspace.runs.predictionsOf(id) ?? [])
    .find((predictions) => predictions.kind === 'classification');
  if (tested === undefined) {
    throw new AnamnesisError('record.missing', {
      expected: say('scores', 'testedExample'),
      found: say('scores', 'none'),
      remedy: say('scores', 'lookAnew'),
      place: `${task}, fold ${fold + 1}`,
    });
  }
  return tested.notes.map(({ id, groupId, truth }) => {
    const label = tested.classes[truth];
    return {
      id,
      groupId,
      text: findNote(workspace, { studyId, task }, { id, groupId, label }).example.text,
    };
  });
}
