import { programVersion } from '#core/base/program-version.ts';
import type { LastTest } from '#core/evaluation/judgement/last-test.ts';
import { inspectModel } from '#core/library/inspect-model.ts';
import { listMeasuredRuns } from '#core/library/measured-runs.ts';
import { readModelRecord, type ModelRecord } from '#core/library/model-record.ts';
import { maxTokensOf } from '#core/model/configuration.ts';
import type { MeasuredOn, ModelCard } from '#core/report/card/model-card.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { listLastTests } from '../last-test/list-last-tests.ts';
import { describeMeasured } from './describe-measured.ts';
import { describeSteps } from './describe-steps.ts';
import { describeTrainings } from './describe-trainings.ts';

/**
 * All that the workspace has recorded of a model. `name` is what users call it.
 * @throws record.missing, blob.*, checkpoint.*
 */
export async function gatherModelCard(
  workspace: Workspace,
  stored: StoredModel,
  name: string,
): Promise<ModelCard> {
  const inspected = await inspectModel(workspace, stored);
  const { encoder, family, head, labels, origin } = readModelRecord(stored);
  return {
    name,
    createdAtMs: stored.createdAtMs,
    head: head?.kind ?? 'none',
    labels,
    family,
    layerCount: encoder.layerCount,
    hiddenSize: encoder.hiddenSize,
    headCount: encoder.headCount,
    maxTokens: maxTokensOf(encoder),
    parameterCount: inspected.parameterCount,
    pieceCount: inspected.vocabulary.pieceCount,
    weightsSha256: inspected.weightsSha256,
    lineage: describeSteps(workspace, inspected.lineage),
    training: describeTrainings(workspace, inspected.lineage),
    measuredOn: measuredOn(origin),
    measured: describeMeasured(workspace, listMeasuredRuns(workspace, stored)),
    lastTests: lastTestsOf(workspace, stored.id),
    releases: releasesOf(workspace, stored.id),
    programVersion,
  };
}

function measuredOn(origin: ModelRecord['origin']): MeasuredOn {
  if (origin.kind !== 'fine-tuning') return 'descendants';
  return origin.fold === null ? 'folds-alike' : 'own-fold';
}

function lastTestsOf(workspace: Workspace, id: string): LastTest[] {
  return workspace.studies
    .list()
    .flatMap((study) => listLastTests(workspace, study.id))
    .filter(({ modelId }) => modelId === id);
}

function releasesOf(workspace: Workspace, id: string): ModelCard['releases'] {
  return workspace.screeningReleases
    .list()
    .filter(({ content }) => content.model.id === id)
    .map((release) => ({
      ...release,
      by: release.person === null ? null : workspace.persons.get(release.person).name,
    }));
}
