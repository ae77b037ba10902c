import { programVersion } from '#core/base/program-version.ts';
import type { Run } from '#core/domain/run.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { describeLineage } from '../lineage.ts';
import { findScreeningRule } from '../find-screening-rule.ts';
import { listMeasuredRuns } from '../measured-runs.ts';
import { readModelRecord } from '../model-record.ts';
import type { CardContent, CardMetric } from './card-content.ts';

/** Gathers what a model card says from the workspace. */
export function gatherCard(
  workspace: Workspace,
  stored: StoredModel,
  exported: Pick<CardContent, 'parameterCount' | 'withOnnx' | 'quantised'>,
): CardContent {
  return {
    ...exported,
    name: stored.name,
    record: readModelRecord(stored),
    pieceCount: openTokenizer(stored.tokenizerFiles).vocabularySize,
    weightsSha256: workspace.blobs.get(stored.weightsBlobId).sha256,
    lineage: describeLineage(workspace, stored),
    metrics: listMeasuredRuns(workspace, stored).flatMap((run) => metricsOf(workspace, run)),
    rule: findScreeningRule(workspace, stored),
    programVersion,
  };
}

function metricsOf(workspace: Workspace, { id, task, fold }: Run): CardMetric[] {
  return workspace.runs
    .metricsOf(id)
    .filter(({ entityType }) => entityType === null)
    .map(({ name, value }) => ({
      task: task ?? '',
      fold: (fold ?? 0) + 1,
      name,
      value,
      runId: id,
    }));
}
