import type { ModelDescription } from '#core/model/checkpoint/write-configuration.ts';
import { readSafetensors } from '#core/model/checkpoint/read-safetensors.ts';
import { saveCheckpoint, textFile } from '#core/model/checkpoint/save-checkpoint.ts';
import { writeOnnx } from '#core/model/checkpoint/write-onnx.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { writeModelCard } from './card/write-model-card.ts';
import { gatherCard } from './card/gather-card.ts';
import { readModelRecord } from './model-record.ts';
import { checkTargetFolder, writeFolder } from './write-folder.ts';

export interface ExportOptions {
  /** New or empty. */
  readonly folder: string;
  /** Without it the folder opens in PyTorch, but not in transformers.js or onnxruntime. */
  readonly withOnnx: boolean;
}

/**
 * Writes a model as a folder that transformers, transformers.js and onnxruntime open, with a model
 * card and checksums; all of it or nothing. What leaves the workspace is not encrypted any more and
 * is written down in the audit log. Returns the names of the files.
 * @throws model.folder-taken, blob.*, file.unwritable
 */
export async function exportModel(
  workspace: Workspace,
  stored: StoredModel,
  { folder, withOnnx }: ExportOptions,
): Promise<string[]> {
  checkTargetFolder(folder);
  const record = readModelRecord(stored);
  const tokenizer = openTokenizer(stored.tokenizerFiles);
  const description: ModelDescription = { ...record, paddingId: tokenizer.special.padding };
  const content = {
    ...description,
    weights: readSafetensors(await workspace.blobs.readWhole(stored.weightsBlobId)),
    tokenizerFiles: tokenizer.toFiles(),
  };
  const card = gatherCard(workspace, stored, {
    parameterCount: [...content.weights.values()].reduce((sum, { length }) => sum + length, 0),
    withOnnx,
  });
  const names = await writeFolder(folder, [
    ...saveCheckpoint(content, withOnnx ? writeOnnx(content) : []),
    textFile('README.md', writeModelCard(card)),
  ]);
  workspace.audit.append('export.written', { modelId: stored.id, files: names.length });
  return names;
}
