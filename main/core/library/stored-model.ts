import { readSafetensors } from '#core/model/checkpoint/read-safetensors.ts';
import { shapesOfWeights } from '#core/model/checkpoint/save-checkpoint.ts';
import type { ProblemType } from '#core/model/checkpoint/problem-type.ts';
import { languageModelHead, listWeights } from '#core/model/checkpoint/weight-names.ts';
import { writeSafetensors } from '#core/model/checkpoint/write-safetensors.ts';
import type { Head } from '#core/model/configuration.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { readModelRecord, toConfiguration, type ModelOrigin } from './model-record.ts';
import type { ModelState } from './model-state.ts';

/** What made a model, a run of a study or a command, says of it. */
export interface NewModel {
  readonly studyId: string | null;
  readonly name: string;
  readonly runId: string | null;
  readonly parentModelId: string | null;
  readonly head: Head | null;
  readonly labels: readonly string[] | null;
  readonly problemType?: ProblemType | undefined;
  readonly origin: ModelOrigin;
}

/** Stores a model: its weights as an encrypted file, the rest in the database, both or neither. */
export async function storeModel(
  workspace: Workspace,
  model: ModelState,
  { head, labels, problemType, origin, ...entry }: NewModel,
): Promise<ModelState> {
  const { encoder, family, tokenizer } = model;
  const values = model.weights ?? new Map<string, Float32Array>();
  const shapes = shapesOfWeights({ encoder, weights: values });
  const weights = [...values].map(([name, values]) => ({
    name,
    values,
    shape: shapes.get(name) ?? [values.length],
  }));
  const ids: string[] = [];
  await workspace.blobs.write(writeSafetensors(weights), (blob) => {
    const stored = workspace.models.put({
      ...entry,
      configuration: toConfiguration({
        ...{ encoder, family, head, labels, origin },
        ...(problemType === undefined ? {} : { problemType }),
      }),
      tokenizerFiles: tokenizer.toFiles(),
      weightsBlobId: blob.id,
    });
    ids.push(stored.id);
  });
  return { ...model, storedId: ids[0] };
}

/** Reads a model back. @throws blob.* */
export async function loadModel(workspace: Workspace, stored: StoredModel): Promise<ModelState> {
  const bytes = await workspace.blobs.readWhole(stored.weightsBlobId);
  const { encoder, family, labels } = readModelRecord(stored);
  return {
    encoder,
    family,
    tokenizer: openTokenizer(stored.tokenizerFiles),
    weights: readSafetensors(bytes),
    labels,
    storedId: stored.id,
  };
}

/** The language model's head, where all of its weights are there; a classifier's is never kept so. */
export function headOf({ encoder, weights }: ModelState): Head | null {
  const head = languageModelHead(weights ?? new Map());
  const isComplete = [...listWeights(encoder, head).keys()].every((name) => weights?.has(name));
  return isComplete ? head : null;
}
