import { assert } from '#core/base/assert.ts';
import type { ModelDescription } from '#core/model/checkpoint/write-configuration.ts';
import { readSafetensors } from '#core/model/checkpoint/read-safetensors.ts';
import { saveCheckpoint, textFile } from '#core/model/checkpoint/save-checkpoint.ts';
import { writeOnnx, writeQuantisedOnnx } from '#core/model/checkpoint/write-onnx.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { writeModelCard } from '../card/write-model-card.ts';
import { gatherCard } from '../card/gather-card.ts';
import { readModelRecord } from '../model-record.ts';
import type { Agreement } from '../quantised/agreement.ts';
import { compareForms } from '../quantised/compare-forms.ts';
import { readSample } from '../quantised/read-sample.ts';
import { checkTargetFolder, writeFolder } from '#core/storage/write-folder.ts';

export interface ExportOptions {
  /** New or empty. */
  readonly folder: string;
  /** Without it the folder opens in PyTorch, but not in transformers.js or onnxruntime. */
  readonly withOnnx: boolean;
  /**
   * A file of texts that the model was not trained on, one a line: asks for
   * `onnx/model_quantized.onnx` as well, if it says the same about them. Needs `withOnnx`.
   */
  readonly sampleFile?: string;
  /** Hears how far the quantised form agrees, where it was asked for and does. */
  readonly onAgreement?: (agreement: Agreement) => void;
}

/**
 * Writes a model as a folder that transformers, transformers.js and onnxruntime open, with a model
 * card and checksums; all of it or nothing. What leaves the workspace is not encrypted any more and
 * is written down in the audit log. Returns the names of the files.
 * @throws model.folder-taken, model.sample-insufficient, model.quantised-disagrees, blob.*,
 *   file.unwritable, file.missing
 */
export async function exportModel(
  workspace: Workspace,
  stored: StoredModel,
  { folder, withOnnx, sampleFile, onAgreement }: ExportOptions,
): Promise<string[]> {
  checkTargetFolder(folder, 'model.folder-taken');
  assert(withOnnx || sampleFile === undefined, 'a quantised form is compared with the float32 one');
  const sample = sampleFile === undefined ? null : readSample(sampleFile);
  const record = readModelRecord(stored);
  const tokenizer = openTokenizer(stored.tokenizerFiles);
  const description: ModelDescription = { ...record, paddingId: tokenizer.special.padding };
  const content = {
    ...description,
    weights: readSafetensors(await workspace.blobs.readWhole(stored.weightsBlobId)),
    tokenizerFiles: tokenizer.toFiles(),
  };
  const onnxFiles = [
    ...(withOnnx ? writeOnnx(content) : []),
    ...(sample === null ? [] : writeQuantisedOnnx(content)),
  ];
  const names = await writeFolder(folder, async ({ path, write }) => {
    for (const file of saveCheckpoint(content, onnxFiles)) await write(file);
    const agreement =
      sample === null ? null : await compareForms(path, { ...record, tokenizer }, sample.texts);
    if (agreement !== null) onAgreement?.(agreement);
    const card = gatherCard(workspace, stored, {
      parameterCount: [...content.weights.values()].reduce((sum, { length }) => sum + length, 0),
      withOnnx,
      quantised:
        sample === null || agreement === null ? null : { ...agreement, sha256: sample.sha256 },
    });
    await write(textFile('README.md', writeModelCard(card)));
  });
  workspace.audit.append('export.written', { modelId: stored.id, files: names.length });
  return names;
}
