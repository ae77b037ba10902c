import { metricDescriptions } from '#core/evaluation/metrics/metric-names.ts';
import { maxTokensOf } from '#core/model/configuration.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { listDependents } from '#core/library/keeping/dependents.ts';
import { describeModel } from '#core/library/inspect-model.ts';
import type { LineageStep } from '#core/library/lineage.ts';
import type { ListedModel } from '#core/library/keeping/list-models.ts';
import { listMeasuredRuns } from '#core/library/measured-runs.ts';
import type { PruningPlan } from '#core/library/keeping/plan-pruning.ts';
import { listOverallMetrics } from '#core/report/list-overall-metrics.ts';
import { describeModelVocabulary } from '#core/study/results/describe-model-vocabulary.ts';
import { listStarts } from '#core/study/plan/list-starts.ts';
import type { ModelDetails, ModelLine, PruningView } from '../contract/models.ts';

type Listed = ReadonlyMap<string, ListedModel>;
/** By id, as people read them. */
type Names = ReadonlyMap<string, string>;

interface LineFacts {
  readonly listed: Listed;
  readonly names: Names;
  readonly head: ModelLine['head'];
  /** Known from the file of its weights. */
  readonly parameterCount: number | null;
}

/** A model as a line of the library. */
export function viewModelLine(
  model: ListedModel,
  { listed, names, head, parameterCount }: LineFacts,
): ModelLine {
  const { id, name, reference, origin, studyId, parentModelId, study, standing } = model;
  const { family, vocabularySize, languages, weightsBytes, createdAtMs } = model;
  const parent = parentModelId === null ? undefined : listed.get(parentModelId);
  return {
    id,
    name: names.get(id) ?? name,
    reference,
    origin,
    isOfFold: model.isOfFold === true,
    family,
    head,
    parameterCount,
    weightsBytes,
    vocabularySize,
    languages,
    study: studyId === null || study === null ? null : { id: studyId, name: study },
    parent:
      parent === undefined ? null : { id: parent.id, name: names.get(parent.id) ?? parent.name },
    createdAtMs,
    isChosen: model.isChosen,
    wasExported: model.wasExported,
    standing,
  };
}

/** All that the window shows of one model; its weights are not read, so they may be damaged. */
export async function viewModelDetails(
  workspace: Workspace,
  stored: StoredModel,
  { line, listed, names }: { line: ModelLine; listed: Listed; names: Names },
): Promise<ModelDetails> {
  const described = describeModel(workspace, stored);
  const { encoder, labels, origin, vocabulary, weightsSha256, lineage } = described;
  const { modelIds, studyIds, isStageOfStudy } = listDependents(
    workspace,
    stored,
    listStarts(workspace),
  );
  return {
    line,
    layers: encoder.layerCount,
    hiddenSize: encoder.hiddenSize,
    heads: encoder.headCount,
    maxTokens: maxTokensOf(encoder),
    labels,
    pieceCount: vocabulary.pieceCount,
    weightsSha256,
    lineage: lineage.map((step) => viewStep(step, names)),
    notes: origin.kind === 'checkpoint' ? (origin.notes ?? null) : null,
    vocabularyReport: await describeModelVocabulary(workspace, stored),
    measurements: viewMeasurements(workspace, stored),
    dependents: {
      models: modelIds.map((id) => ({ id, reference: listed.get(id)?.reference ?? id })),
      studies: studyIds.map((id) => ({ id, name: workspace.studies.get(id).name })),
      isStageOfStudy,
    },
  };
}

function viewStep(
  { sourceHash, data, ...step }: LineageStep,
  names: Names,
): ModelDetails['lineage'][number] {
  const { modelId, createdAtMs, study, runId } = step;
  const named = Object.entries(data).map(([of, hash]) => ({ name: of, hash }));
  const folder = sourceHash === null ? [] : [{ name: 'checkpoint folder', hash: sourceHash }];
  const name = names.get(modelId) ?? step.name;
  return { modelId, name, step: step.step, createdAtMs, study, runId, data: [...folder, ...named] };
}

/** One entry for each task of each study, in the order in which the studies were made. */
function viewMeasurements(workspace: Workspace, stored: StoredModel): ModelDetails['measurements'] {
  const runs = listMeasuredRuns(workspace, stored);
  const groups = Map.groupBy(runs, ({ studyId, task }) => JSON.stringify([studyId, task]));
  return [...groups.values()].map((group) => {
    const [{ studyId, task }] = group;
    const values = group.map(
      ({ id }) =>
        new Map(
          workspace.runs
            .metricsOf(id)
            .filter(({ entityType }) => entityType === null)
            .map(({ name, value }) => [name, value]),
        ),
    );
    const kind = values[0].has('subset-accuracy')
      ? 'multi-label'
      : values[0].has('mcc')
        ? 'classification'
        : 'entities';
    return {
      studyId,
      study: workspace.studies.get(studyId).name,
      task: task ?? '',
      folds: group.length,
      metrics: listOverallMetrics(kind).map((name) => ({
        name,
        displayName: metricDescriptions[name].displayName,
        mean: meanOf(values.map((ofRun) => ofRun.get(name) ?? Number.NaN)),
      })),
    };
  });
}

function meanOf(values: readonly number[]): number | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Number.isFinite(mean) ? mean : null;
}

/** What a pruning would remove, with the names of the models. */
export function viewPruning(plan: PruningPlan, names: Names): PruningView {
  return {
    ...plan,
    models: plan.models.map((model) => ({
      ...model,
      name: names.get(model.id) ?? model.name,
    })),
  };
}
