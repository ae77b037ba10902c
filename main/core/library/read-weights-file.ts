import {
  headerLengthBytes,
  parseSafetensorsHeader,
  readHeaderEnd,
  type SafetensorsEntry,
} from '#core/model/checkpoint/safetensors-header.ts';
import type { StoredModel } from '#core/storage/models.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** The beginning of a stored model's weights, and what of its data came along with it. */
export interface WeightsFileHead {
  readonly tensors: readonly SafetensorsEntry[];
  readonly data: Uint8Array;
}

/** Takes chunks of a weights' file until its header is complete. */
export class WeightsHeadReader {
  #bytes: Uint8Array = new Uint8Array(0);
  readonly #fileSize: number;

  constructor(fileSize: number) {
    this.#fileSize = fileSize;
  }

  /** Null while there must be more. @throws checkpoint.safetensors-malformed */
  take(chunk: Uint8Array): WeightsFileHead | null {
    const bytes = new Uint8Array(this.#bytes.length + chunk.length);
    bytes.set(this.#bytes);
    bytes.set(chunk, this.#bytes.length);
    this.#bytes = bytes;
    const headerEnd = readHeaderEnd(bytes, this.#fileSize, 'the weights');
    if (bytes.length < headerEnd) return null;
    const header = bytes.subarray(headerLengthBytes, headerEnd);
    return {
      tensors: parseSafetensorsHeader(header, this.#fileSize, 'the weights'),
      data: bytes.subarray(headerEnd),
    };
  }
}

/** Names and shapes of a stored model's weights; the weights themselves are not read. */
export async function listStoredTensors(
  workspace: Workspace,
  stored: Pick<StoredModel, 'weightsBlobId'>,
): Promise<readonly SafetensorsEntry[]> {
  const { sizeBytes } = workspace.blobs.get(stored.weightsBlobId);
  const reader = new WeightsHeadReader(sizeBytes);
  for await (const chunk of workspace.blobs.read(stored.weightsBlobId)) {
    const head = reader.take(chunk);
    if (head !== null) return head.tensors;
  }
  return [];
}
