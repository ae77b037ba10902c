import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { describeLineage, type LineageStep } from './lineage.ts';
import { readModelRecord, type ModelRecord } from './model-record.ts';
import { listStoredTensors } from './read-weights-file.ts';

interface DescribedModel extends ModelRecord {
  readonly id: string;
  readonly name: string;
  readonly createdAtMs: number;
  /** Of the day they were stored. */
  readonly weightsSha256: string;
  readonly vocabulary: { readonly pieceCount: number; readonly fingerprint: string };
  /** The model itself last. */
  readonly lineage: readonly LineageStep[];
}

export interface InspectedModel extends DescribedModel {
  readonly parameterCount: number;
  readonly tensors: readonly { readonly name: string; readonly shape: readonly number[] }[];
}

/** All that the database knows of a model; the file with its weights may be damaged or gone. */
export function describeModel(workspace: Workspace, stored: StoredModel): DescribedModel {
  const { id, name, createdAtMs, weightsBlobId } = stored;
  const tokenizer = openTokenizer(stored.tokenizerFiles);
  return {
    id,
    name,
    createdAtMs,
    ...readModelRecord(stored),
    weightsSha256: workspace.blobs.get(weightsBlobId).sha256,
    vocabulary: { pieceCount: tokenizer.vocabularySize, fingerprint: tokenizer.fingerprint },
    lineage: describeLineage(workspace, stored),
  };
}

/** The same, with its weights' names and shapes. @throws blob.*, checkpoint.* */
export async function inspectModel(
  workspace: Workspace,
  stored: StoredModel,
): Promise<InspectedModel> {
  const tensors = await listStoredTensors(workspace, stored);
  return {
    ...describeModel(workspace, stored),
    parameterCount: tensors.reduce((sum, { start, end }) => sum + (end - start) / 4, 0),
    tensors: tensors.map((tensor) => ({ name: tensor.name, shape: tensor.shape })),
  };
}
