import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import type { CheckpointFiles } from '#core/model/checkpoint/checkpoint-files.ts';

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
    read: (name, start, end) => readRange(join(folder, name), start, end),
  };
}

async function readRange(path: string, start: number, end: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(end - start);
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

/**
 * SHA-256 over the names and bytes of a folder's files: equal hash, equal checkpoint. `onBytes` hears
 * of every piece that was read.
 */
export async function hashCheckpointFolder(
  folder: string,
  names: readonly string[],
  onBytes: (count: number) => void = () => undefined,
): Promise<string> {
  const hash = createHash('sha256');
  for (const name of names) {
    hash.update(`\0${name}\0`);
    const content = createReadStream(join(folder, name), { highWaterMark: 1_048_576 });
    for await (const chunk of content as AsyncIterable<Buffer>) {
      hash.update(chunk);
      onBytes(chunk.length);
    }
  }
  return hash.digest('hex');
}
