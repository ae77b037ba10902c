import * as promises from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The calls by which blobs reach the disk, passed in so that a test can fill the disk. */
export type FileSystem = Pick<typeof promises, 'open' | 'rename' | 'rm'>;

export const realFileSystem: FileSystem = promises;

/**
 * Writes all bytes where the last write ended. `FileHandle.writeFile` would go to the system for
 * every half MiB, and wait each time until nothing else is computed.
 */
export async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    written += (await file.write(bytes, written)).bytesWritten;
  }
}

/** A renamed file survives a power cut only once its folder was synchronised as well. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder as a file, and its journal makes the rename last.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Creates `file`, readable by its owner only, and returns once its bytes are on the disk. */
export function writeNewFile(file: string, content: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Gives a finished file its final name; afterwards it is there for good. */
export function renameForGood(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}
