import { AnamnesisError } from '#core/base/error.ts';
import type { ReleasedModel } from '#core/domain/screening-release.ts';
import { findModel } from '#core/library/find-model.ts';
import { readModelRecord, type ModelRecord } from '#core/library/model-record.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { say } from '#core/wording/say.ts';

/** A model that can be released, with what its study left of it. */
export interface Releasable {
  readonly stored: StoredModel;
  readonly record: ModelRecord;
  readonly studyId: string;
  readonly classes: readonly string[];
  readonly released: ReleasedModel;
}

/**
 * The model that users call so, where a study fine-tuned it to say the class of a note.
 * @throws model.unknown, model.not-kept, screening.no-classifier
 */
export function findReleasable(workspace: Workspace, reference: string): Releasable {
  const stored = findModel(workspace, reference);
  const record = readModelRecord(stored);
  const { head, labels, origin, problemType } = record;
  const run = stored.runId === null ? null : workspace.runs.get(stored.runId);
  const isClassifier =
    head?.kind === 'sequence-classification' && problemType !== 'multi_label_classification';
  if (!isClassifier || labels === null || run === null) refuse(stored.name, isClassifier);
  const { studyId, task, model } = run;
  if (task === null || model === null || origin.kind !== 'fine-tuning') refuse(stored.name, true);
  return {
    ...{ stored, record, studyId, classes: labels },
    released: {
      id: stored.id,
      name: reference,
      hash: workspace.blobs.get(stored.weightsBlobId).sha256,
      study: workspace.studies.get(studyId).name,
      ...{ task, model, fold: origin.fold },
    },
  };
}

function refuse(name: string, isClassifier: boolean): never {
  throw new AnamnesisError('screening.no-classifier', {
    expected: say('screening', 'classifierOfStudy'),
    found: isClassifier ? say('screening', 'modelOfNoStudy') : say('screening', 'otherModel'),
    remedy: say('screening', 'releaseOneOfTask'),
    place: name,
  });
}
