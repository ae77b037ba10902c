import { basename, resolve } from 'node:path';
import { assert } from '#core/base/assert.ts';
import type { CheckpointProblem } from '#core/model/checkpoint/check-weights.ts';
import { openCheckpoint } from '#core/model/checkpoint/open-checkpoint.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import type { Told } from '#core/base/phrase.ts';
import { alongside } from './alongside.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import { countBytes, type ByteProgress } from './byte-progress.ts';
import { hashCheckpoint, openCheckpointFolder } from './checkpoint-folder.ts';
import { listLibrary, type LibraryModel } from './library.ts';
import { checkModelName, freeName, nameOfFolder, requireFreeName } from './model-names.ts';
import { toConfiguration, type ModelOrigin, type ModelRecord } from './model-record.ts';
import { readCardLanguages } from './read-card-languages.ts';
import { openWeightsStream } from './weights-stream.ts';

export interface ImportedModel {
  readonly stored: StoredModel;
  readonly record: ModelRecord;
  /** True when the same folder was imported before; nothing was stored then. */
  readonly wasThere: boolean;
  /** One sentence each; empty for a model that was there. */
  readonly warnings: readonly Told[];
  readonly problems: readonly CheckpointProblem[];
}

export interface ImportOptions {
  /** By default made of the folder's name. */
  readonly name?: string;
  /** With 'number', a name that is taken by another model gets a number; else it is refused. */
  readonly whenTaken: 'refuse' | 'number';
  readonly onProgress?: ByteProgress;
}

/**
 * Brings a checkpoint folder into the library of the workspace. Everything that can be refused
 * without the weights is refused before they are read; then they go piece by piece, as float32, into
 * an encrypted file, of which nothing stays when one of them cannot be used. Meanwhile the folder is
 * hashed; only where the library has weights of this size, or the name, that comes first, and a
 * folder that is there is not stored again.
 * @throws file.missing, checkpoint.*, tokenise.*, model.name-*, workspace.*
 */
export async function importModel(
  workspace: Workspace,
  folder: string,
  options: ImportOptions,
): Promise<ImportedModel> {
  const files = openCheckpointFolder(folder);
  const checkpoint = await openCheckpoint(files);
  const tokenizer = openTokenizer(checkpoint.tokenizerFiles);
  const { encoder, family, head, labels, problemType, format, problems } = checkpoint;
  const padding = checkVocabulary(tokenizer.vocabularySize, encoder.vocabularySize);
  const weights = openWeightsStream(checkpoint);
  const sourceBytes = files.names().reduce((sum, name) => sum + files.sizeOf(name), 0);
  const onBytes = countBytes(sourceBytes + weights.sizeBytes, options.onProgress);
  const wantedName = options.name ?? nameOfFolder(basename(resolve(folder)));

  let sourceHash: string | null = null;
  if (mayBeThere(workspace, { name: wantedName, sizeBytes: weights.sizeBytes })) {
    sourceHash = await hashCheckpoint(files, { onBytes });
    const known = findBySource(workspace, sourceHash);
    if (known !== undefined) return describeKnown(workspace, known, problems);
  }
  // Refused early, and settled in the transaction: another import may have been faster.
  chooseName(workspace, wantedName, options.whenTaken);
  const warnings = [
    ...problems.map(({ detail }) => detail),
    ...tokenizer.remarks.map(({ detail }) => detail),
    ...(padding === null ? [] : [padding]),
  ];
  const languages = await readCardLanguages(files);
  const content = alongside(weights.read(onBytes), async (signal) => {
    sourceHash ??= await hashCheckpoint(files, { onBytes, signal });
  });
  const origin = (hash: string): ModelOrigin => ({
    kind: 'checkpoint',
    sourceHash: hash,
    format,
    ...(languages.length === 0 ? {} : { languages }),
    notes: { warnings, problems },
  });
  return storeOrFind(workspace, content, (weightsBlobId) => {
    assert(sourceHash !== null, 'a folder is hashed before its weights have ended');
    const known = findBySource(workspace, sourceHash);
    if (known !== undefined) throw new FolderIsKnown(describeKnown(workspace, known, problems));
    const record: ModelRecord = {
      ...{ encoder, family, head, labels, origin: origin(sourceHash) },
      ...(problemType === undefined ? {} : { problemType }),
    };
    const stored = workspace.models.put({
      studyId: null,
      name: chooseName(workspace, wantedName, options.whenTaken),
      parentModelId: null,
      runId: null,
      configuration: toConfiguration(record),
      tokenizerFiles: tokenizer.toFiles(),
      weightsBlobId,
    });
    return { stored, record, wasThere: false, warnings, problems };
  });
}

/** Tells that all was for nothing, so that nothing of it stays. */
class FolderIsKnown extends Error {
  readonly model: ImportedModel;
  constructor(model: ImportedModel) {
    super('the folder was imported before');
    this.model = model;
  }
}

/** The weights' file and the model's entry come to be together or not at all. */
async function storeOrFind(
  workspace: Workspace,
  weights: AsyncIterable<Uint8Array>,
  put: (weightsBlobId: string) => ImportedModel,
): Promise<ImportedModel> {
  const imported: ImportedModel[] = [];
  try {
    await workspace.blobs.write(weights, (blob) => {
      imported.push(put(blob.id));
    });
    return imported[0];
  } catch (error) {
    if (error instanceof FolderIsKnown) return error.model;
    throw error;
  }
}

/** Whether it is worth reading a folder for its hash before anything else is done with it. */
function mayBeThere(
  workspace: Workspace,
  { name, sizeBytes }: { readonly name: string; readonly sizeBytes: number },
): boolean {
  return listLibrary(workspace).some(
    ({ stored }) =>
      stored.name === name || workspace.blobs.get(stored.weightsBlobId).sizeBytes === sizeBytes,
  );
}

function findBySource(workspace: Workspace, sourceHash: string): LibraryModel | undefined {
  return listLibrary(workspace).find(
    ({ record: { origin } }) => origin.kind === 'checkpoint' && origin.sourceHash === sourceHash,
  );
}

function describeKnown(
  workspace: Workspace,
  { stored, record }: LibraryModel,
  problems: readonly CheckpointProblem[],
): ImportedModel {
  const model = workspace.models.get(stored.id);
  return { stored: model, record, wasThere: true, warnings: [], problems };
}

function chooseName(
  workspace: Workspace,
  wanted: string,
  whenTaken: ImportOptions['whenTaken'],
): string {
  const taken = new Set(listLibrary(workspace).map(({ stored }) => stored.name));
  const name = checkModelName(wanted);
  return whenTaken === 'number' ? freeName(name, taken) : requireFreeName(name, taken);
}
