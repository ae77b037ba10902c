import type { EncoderConfiguration } from '#core/model/configuration.ts';
import { listGraphParameters } from '#core/model/parameters.ts';
import { readSafetensors } from '#core/model/checkpoint/read-safetensors.ts';
import { writeSafetensors } from '#core/model/checkpoint/write-safetensors.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import type { ModelState } from './model-state.ts';

/** Stores a model's weights as an encrypted file and the rest in the database. */
export async function storeModel(
  workspace: Workspace,
  model: ModelState,
  origin: { studyId: string; name: string; runId: string; parentModelId: string | null },
): Promise<StoredModel> {
  const head = { kind: 'masked-language-model' } as const;
  const parts = listGraphParameters(model.encoder, head).flatMap((parameter) => parameter.parts);
  const shapeOf = new Map(parts.map(({ name, shape }) => [name, shape]));
  const weights = [...(model.weights ?? [])].map(([name, values]) => ({
    name,
    values,
    shape: shapeOf.get(name) ?? [values.length],
  }));
  const blob = await workspace.blobs.write(writeSafetensors(weights));
  return workspace.models.put({
    ...origin,
    configuration: model.encoder,
    tokenizerFiles: model.tokenizer.toFiles(),
    weightsBlobId: blob.id,
  });
}

/** Reads a model back. */
export async function loadModel(workspace: Workspace, stored: StoredModel): Promise<ModelState> {
  const bytes = await workspace.blobs.readWhole(stored.weightsBlobId);
  return {
    encoder: stored.configuration as EncoderConfiguration,
    tokenizer: openTokenizer(stored.tokenizerFiles),
    weights: readSafetensors(bytes),
  };
}
