import { basename, resolve } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import type { CheckpointProblem } from '#core/model/checkpoint/check-weights.ts';
import type { CheckpointFiles } from '#core/model/checkpoint/checkpoint-files.ts';
import { openCheckpoint, type Checkpoint } from '#core/model/checkpoint/open-checkpoint.ts';
import {
  bytesOf,
  layOutSafetensors,
  sortByName,
} from '#core/model/checkpoint/safetensors-layout.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { areFinite } from './are-finite.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import { countBytes, type ByteProgress } from './byte-progress.ts';
import { hashCheckpointFolder, openCheckpointFolder } from './checkpoint-folder.ts';
import { listLibrary, type LibraryModel } from './library.ts';
import { checkModelName, freeName, nameOfFolder, requireFreeName } from './model-names.ts';
import { toConfiguration, type ModelRecord } from './model-record.ts';
import { readCardLanguages } from './read-card-languages.ts';

export interface ImportedModel extends LibraryModel {
  /** True when the same folder was imported before; nothing was stored then. */
  readonly wasThere: boolean;
  /** One sentence each; empty for a model that was there. */
  readonly warnings: readonly string[];
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
 * an encrypted file, of which nothing stays when one of them cannot be used.
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
  const { encoder, family, head, labels, format, problems } = checkpoint;
  const padding = checkVocabulary(tokenizer.vocabularySize, encoder.vocabularySize);
  const advance = countBytes(importBytes(files, checkpoint), options.onProgress);
  const sourceHash = await hashCheckpointFolder(folder, files.names(), advance);
  const known = findBySource(workspace, sourceHash);
  if (known !== undefined) return { ...known, wasThere: true, warnings: [], problems };

  // Refused early, and settled in the transaction: another import may have been faster.
  chooseName(workspace, folder, options);
  const warnings = [
    ...problems.map(({ detail }) => detail),
    ...(padding === null ? [] : [padding]),
  ];
  const languages = await readCardLanguages(files);
  const record: ModelRecord = {
    encoder,
    family,
    head,
    labels,
    origin: {
      kind: 'checkpoint',
      sourceHash,
      format,
      ...(languages.length === 0 ? {} : { languages }),
      notes: { warnings, problems },
    },
  };
  const weights = streamWeights(checkpoint, advance);
  const stored = await storeStreamed(workspace, weights, (weightsBlobId) =>
    workspace.models.put({
      studyId: null,
      name: chooseName(workspace, folder, options),
      parentModelId: null,
      runId: null,
      configuration: toConfiguration(record),
      tokenizerFiles: tokenizer.toFiles(),
      weightsBlobId,
    }),
  );
  return { stored, record, wasThere: false, warnings, problems };
}

function findBySource(workspace: Workspace, sourceHash: string): LibraryModel | undefined {
  return listLibrary(workspace).find(
    ({ record: { origin } }) => origin.kind === 'checkpoint' && origin.sourceHash === sourceHash,
  );
}

function chooseName(workspace: Workspace, folder: string, options: ImportOptions): string {
  const wanted = checkModelName(options.name ?? nameOfFolder(basename(resolve(folder))));
  const taken = new Set(listLibrary(workspace).map(({ stored }) => stored.name));
  if (options.whenTaken === 'number') return freeName(wanted, taken);
  return requireFreeName(wanted, taken);
}

/** The weights' file and the model's entry come to be together or not at all. */
async function storeStreamed(
  workspace: Workspace,
  weights: AsyncIterable<Uint8Array>,
  put: (weightsBlobId: string) => StoredModel,
): Promise<StoredModel> {
  const stored: StoredModel[] = [];
  await workspace.blobs.write(weights, (blob) => {
    stored.push(put(blob.id));
  });
  return stored[0];
}

/** What an import reads and writes: the folder once for its hash, then every weight as float32. */
function importBytes(files: CheckpointFiles, checkpoint: Checkpoint): number {
  const weights = checkpoint
    .listTensors()
    .map(({ shape }) => 4 * shape.reduce((product, size) => product * size, 1));
  return [...files.names().map((name) => files.sizeOf(name)), ...weights].reduce(
    (sum, size) => sum + size,
    0,
  );
}

async function* streamWeights(
  checkpoint: Checkpoint,
  advance: (count: number) => void,
): AsyncGenerator<Uint8Array> {
  const tensors = sortByName(checkpoint.listTensors());
  yield layOutSafetensors(tensors);
  for (const { name } of tensors) {
    for await (const piece of checkpoint.streamTensor(name)) {
      if (!areFinite(piece)) throw notFinite(name);
      yield bytesOf(piece);
      advance(piece.byteLength);
    }
  }
}

function notFinite(place: string): AnamnesisError {
  return new AnamnesisError('checkpoint.weight-not-finite', {
    expected: 'finite numbers',
    found: 'an infinite value or none (NaN)',
    remedy: 'Save the checkpoint again from a training that did not diverge.',
    place,
  });
}
