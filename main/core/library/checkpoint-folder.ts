import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { readAhead } from '#core/base/read-ahead.ts';
import {
  readExactly,
  type CheckpointFiles,
  type ReadRequest,
} from '#core/model/checkpoint/checkpoint-files.ts';
import { pieceBytes, takeInTurn, type TakeMemory } from '#core/model/checkpoint/piece-memory.ts';

/**
 * The plain files of a folder, read in pieces. A link could lead anywhere, so a folder with links is
 * refused. @throws file.missing, checkpoint.link-refused
 */
export function openCheckpointFolder(folder: string): CheckpointFiles {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new AnamnesisError('file.missing', {
      expected: `a checkpoint folder at ${folder}`,
      found: 'no such folder',
      remedy: 'Correct the folder; in a plan it is relative to the plan file.',
    });
  }
  const entries = readdirSync(folder, { withFileTypes: true });
  const link = entries.find((entry) => entry.isSymbolicLink());
  if (link !== undefined) {
    throw new AnamnesisError('checkpoint.link-refused', {
      expected: 'plain files',
      found: `a link, ${link.name}`,
      remedy: 'Copy the folder with what its links lead to (cp -rL), and name the copy.',
      place: folder,
    });
  }
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
  return {
    names: () => names,
    sizeOf: (name) => statSync(join(folder, name)).size,
    read: (name, request) => readRange(join(folder, name), request),
  };
}

async function readRange(path: string, request: ReadRequest): Promise<Uint8Array> {
  const { start, end, memory = new ArrayBuffer(end - start) } = request;
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(memory, 0, end - start);
    let filled = 0;
    while (filled < bytes.length) {
      const length = bytes.length - filled;
      const { bytesRead } = await file.read(bytes, filled, length, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}

interface HashOptions {
  /** Hears of every piece that was read. */
  readonly onBytes: (count: number) => void;
  /** Once it is aborted, the hash is not wanted any more. */
  readonly signal?: AbortSignal;
}

/**
 * SHA-256 over the names and bytes of a checkpoint's files: equal hash, equal checkpoint.
 * @throws checkpoint.file-truncated
 */
export async function hashCheckpoint(
  files: CheckpointFiles,
  { onBytes, signal }: HashOptions,
): Promise<string> {
  const hash = createHash('sha256');
  const take = takeInTurn();
  for (const name of files.names()) {
    hash.update(`\0${name}\0`);
    for await (const piece of readAhead(readPieces(files, name, take))) {
      signal?.throwIfAborted();
      hash.update(piece);
      onBytes(piece.length);
    }
  }
  return hash.digest('hex');
}

async function* readPieces(
  files: CheckpointFiles,
  name: string,
  take: TakeMemory,
): AsyncGenerator<Uint8Array> {
  const size = files.sizeOf(name);
  for (let start = 0; start < size; start += pieceBytes) {
    const end = Math.min(size, start + pieceBytes);
    yield await readExactly(files, name, { start, end, memory: take(end - start) });
  }
}
