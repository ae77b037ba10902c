import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { readSummary } from '#core/storage/run-summaries.ts';
import { readModelRecord, type ModelOrigin } from './model-record.ts';

/** One model of a line, with what made it. Data is named by hash: its text stays where it is. */
export interface LineageStep {
  readonly modelId: string;
  readonly name: string;
  readonly step: 'imported' | 'extended' | 'pre-trained' | 'fine-tuned';
  readonly createdAtMs: number;
  readonly study: string | null;
  readonly runId: string | null;
  /** Of the imported folder. */
  readonly sourceHash: string | null;
  /** Hash by name: corpora of a pre-training or of an extended vocabulary, the labelled set of a fine-tuning. */
  readonly data: Readonly<Record<string, string>>;
}

/** From the first of the line to the model itself. */
export function describeLineage(
  workspace: Workspace,
  { id }: Pick<StoredModel, 'id'>,
): LineageStep[] {
  return workspace.models
    .lineage(id)
    .map((model) => describeStep(workspace, workspace.models.get(model.id)))
    .reverse();
}

const steps = {
  checkpoint: 'imported',
  'vocabulary-extension': 'extended',
  pretraining: 'pre-trained',
  'fine-tuning': 'fine-tuned',
} as const satisfies Record<ModelOrigin['kind'], LineageStep['step']>;

function describeStep(workspace: Workspace, model: StoredModel): LineageStep {
  const { id, name, createdAtMs, runId, studyId } = model;
  const { origin } = readModelRecord(model);
  return {
    modelId: id,
    name,
    step: steps[origin.kind],
    createdAtMs,
    study: studyId === null ? null : workspace.studies.get(studyId).name,
    runId,
    sourceHash: origin.kind === 'checkpoint' ? origin.sourceHash : null,
    data: dataOf(workspace, model),
  };
}

function dataOf(workspace: Workspace, model: StoredModel): Readonly<Record<string, string>> {
  const { origin } = readModelRecord(model);
  if (origin.kind === 'checkpoint') return {};
  if (origin.kind === 'fine-tuning' && origin.datasetHash !== undefined) {
    return { [origin.task]: origin.datasetHash };
  }
  if (origin.kind !== 'fine-tuning' && origin.corpusHashes !== undefined) {
    return origin.corpusHashes;
  }
  if (model.runId === null) return {};
  const run = workspace.runs.get(model.runId);
  if (run.kind === 'fine-tuning' || run.kind === 'final' || run.kind === 'transfer') {
    const summary = readSummary(workspace, run, run.kind);
    return summary === null || run.task === null ? {} : { [run.task]: summary.datasetHash };
  }
  return readSummary(workspace, run, 'pretraining')?.corpusHashes ?? {};
}
