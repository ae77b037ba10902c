import { createHash } from 'node:crypto';
import { AnamnesisError } from '#core/base/error.ts';
import type { SafetensorsEntry } from '#core/model/checkpoint/safetensors-header.ts';
import { listWeights } from '#core/model/checkpoint/weight-names.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { openTokenizer } from '#core/tokenise/open-tokenizer.ts';
import { areFinite } from './are-finite.ts';
import { countBytes, type ByteProgress } from './byte-progress.ts';
import { checkVocabulary } from './check-vocabulary.ts';
import { readModelRecord } from './model-record.ts';
import { WeightsHeadReader, type WeightsFileHead } from './read-weights-file.ts';

export interface VerifiedModel {
  readonly tensorCount: number;
  readonly parameterCount: number;
  readonly bytes: number;
  /** Of the weights' file, decrypted. */
  readonly sha256: string;
}

/**
 * Reads a model back to its last byte, in constant memory: every piece is authenticated, the hash is
 * that of the day it was stored, every value is a number, the shapes are those of its configuration,
 * and the vocabulary fits the embeddings.
 * @throws model.damaged, blob.missing, blob.damaged, tokenise.*, checkpoint.*
 */
export async function verifyModel(
  workspace: Workspace,
  stored: StoredModel,
  onProgress?: ByteProgress,
): Promise<VerifiedModel> {
  const { encoder } = readModelRecord(stored);
  checkVocabulary(openTokenizer(stored.tokenizerFiles).vocabularySize, encoder.vocabularySize);
  const { sizeBytes, sha256 } = workspace.blobs.get(stored.weightsBlobId);
  const { tensors, found } = await readBack(workspace, stored, countBytes(sizeBytes, onProgress));
  if (found !== sha256) throw damaged(stored.name, `the hash ${sha256}`, found);
  checkShapes(stored, tensors);
  const parameterCount = tensors.reduce((sum, { start, end }) => sum + (end - start) / 4, 0);
  return { tensorCount: tensors.length, parameterCount, bytes: sizeBytes, sha256 };
}

async function readBack(
  workspace: Workspace,
  { weightsBlobId, name }: StoredModel,
  advance: (count: number) => void,
): Promise<{ tensors: readonly SafetensorsEntry[]; found: string }> {
  const hash = createHash('sha256');
  const reader = new WeightsHeadReader(workspace.blobs.get(weightsBlobId).sizeBytes);
  let head: WeightsFileHead | null = null;
  for await (const chunk of workspace.blobs.read(weightsBlobId)) {
    hash.update(chunk);
    advance(chunk.length);
    let data = chunk;
    if (head === null) {
      head = reader.take(chunk);
      if (head === null) continue;
      ({ data } = head);
    }
    if (!areFinite(floatsOf(data))) throw damaged(name, 'finite numbers', 'others');
  }
  return { tensors: head?.tensors ?? [], found: hash.digest('hex') };
}

/** Chunks end between two numbers: they and the header are multiples of eight bytes long. */
function floatsOf(bytes: Uint8Array): Float32Array {
  const { buffer, byteOffset, byteLength } = byteOffsetIsWhole(bytes) ? bytes : bytes.slice();
  return new Float32Array(buffer, byteOffset, byteLength / 4);
}

function byteOffsetIsWhole({ byteOffset }: Uint8Array): boolean {
  return byteOffset % 4 === 0;
}

function checkShapes(stored: StoredModel, tensors: readonly SafetensorsEntry[]): void {
  const { encoder, head } = readModelRecord(stored);
  const shapes = new Map(tensors.map(({ name, shape }) => [name, shape.join(', ')]));
  for (const [name, shape] of listWeights(encoder, head)) {
    const found = shapes.get(name);
    if (found === shape.join(', ')) continue;
    const expected = `${name} of shape [${shape.join(', ')}]`;
    throw damaged(stored.name, expected, found === undefined ? 'none' : `[${found}]`);
  }
}

function damaged(place: string, expected: string, found: string): AnamnesisError {
  return new AnamnesisError('model.damaged', {
    expected,
    found,
    remedy: 'Restore the workspace from a backup, or import or train the model again.',
    place,
  });
}
