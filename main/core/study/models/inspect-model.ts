import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { describeLineage, type LineageStep } from './lineage.ts';
import { readModelRecord, type ModelRecord } from './model-record.ts';
import { listStoredTensors } from './read-weights-file.ts';

export interface InspectedModel extends ModelRecord {
  readonly id: string;
  readonly name: string;
  readonly createdAtMs: number;
  readonly parameterCount: number;
  readonly weightsSha256: string;
  readonly vocabulary: { readonly pieceCount: number; readonly fingerprint: string };
  /** The model itself last. */
  readonly lineage: readonly LineageStep[];
  readonly tensors: readonly { readonly name: string; readonly shape: readonly number[] }[];
}

/** All that is known of a model without reading its weights. */
export async function inspectModel(
  workspace: Workspace,
  stored: StoredModel,
): Promise<InspectedModel> {
  const { id, name, createdAtMs, weightsBlobId } = stored;
  const tokenizer = openTokenizer(stored.tokenizerFiles);
  const tensors = await listStoredTensors(workspace, stored);
  return {
    id,
    name,
    createdAtMs,
    ...readModelRecord(stored),
    parameterCount: tensors.reduce((sum, { start, end }) => sum + (end - start) / 4, 0),
    weightsSha256: workspace.blobs.get(weightsBlobId).sha256,
    vocabulary: { pieceCount: tokenizer.vocabularySize, fingerprint: tokenizer.fingerprint },
    lineage: describeLineage(workspace, stored),
    tensors: tensors.map((tensor) => ({ name: tensor.name, shape: tensor.shape })),
  };
}
