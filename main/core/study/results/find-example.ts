import { AnamnesisError } from '#core/base/error.ts';
import type { PredictedNote, PredictedSentence } from '#core/domain/predictions.ts';
import type { LabelledNote, MultiLabelNote, TaggedSentence } from '#core/domain/text.ts';
import { readEntities, type TaggedEntity } from '#core/evaluation/entities/read-entities.ts';
import type { DatasetKind } from '#core/storage/datasets.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';
import { findReading } from '../data/readings.ts';

/** A tested example, as the data set of its task has it. */
export interface FoundExample<Example> {
  readonly example: Example;
  /**
   * How many examples have the same id, group and labels: with more than one it may be another of
   * them, since what is kept of a test fold has no text.
   */
  readonly alike: number;
}

interface OfTask {
  readonly studyId: string;
  readonly task: string;
}

/** The note that was tested. @throws record.missing */
export function findNote(
  workspace: Workspace,
  task: OfTask,
  { id, groupId, label }: Pick<PredictedNote, 'id' | 'groupId'> & { readonly label: string },
): FoundExample<LabelledNote> {
  return firstOf(
    examplesOf(workspace, task, 'labelled-notes', id).filter(
      (note) => note.groupId === groupId && note.label === label,
    ),
  );
}

/** The note that was tested, of a task with several labels. @throws record.missing */
export function findLabels(
  workspace: Workspace,
  task: OfTask,
  {
    id,
    groupId,
    labels,
  }: Pick<PredictedNote, 'id' | 'groupId'> & { readonly labels: readonly string[] },
): FoundExample<MultiLabelNote> {
  const wanted = JSON.stringify(labels);
  return firstOf(
    examplesOf(workspace, task, 'multi-label-notes', id).filter(
      (note) => note.groupId === groupId && JSON.stringify(note.labels) === wanted,
    ),
  );
}

/**
 * The sentence that was tested; its group is looked at only where it was kept together with others.
 * @throws record.missing
 */
export function findSentence(
  workspace: Workspace,
  task: OfTask,
  { id, groupId, wordCount, truth }: Omit<PredictedSentence, 'predicted'>,
): FoundExample<TaggedSentence> {
  const isAlike = (found: readonly TaggedEntity[]) =>
    found.length === truth.length &&
    found.every(
      ({ type, start, end }, index) =>
        type === truth[index].type && start === truth[index].start && end === truth[index].end,
    );
  return firstOf(
    examplesOf(workspace, task, 'tagged-sentences', id).filter(
      (sentence) =>
        (groupId === null || sentence.groupId === groupId) &&
        sentence.words.length === wordCount &&
        isAlike(readEntities(sentence.tags)),
    ),
  );
}

function examplesOf<Kind extends DatasetKind>(
  workspace: Workspace,
  { studyId, task }: OfTask,
  kind: Kind,
  id: string,
) {
  const hash = findReading(workspace, { studyId, of: 'task', name: task });
  const dataset = hash === undefined ? undefined : workspace.datasets.findByHash(hash);
  return dataset?.kind === kind ? workspace.datasets.examplesOfId(dataset.id, kind, id) : [];
}

function firstOf<Example>(found: readonly Example[]): FoundExample<Example> {
  const example = found.at(0);
  if (example !== undefined) return { example, alike: found.length };
  throw new AnamnesisError('record.missing', {
    expected: say('scores', 'testedExample'),
    found: say('scores', 'none'),
    remedy: say('scores', 'lookAnew'),
  });
}
