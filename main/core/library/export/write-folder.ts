import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { pieceBytes } from '#core/model/checkpoint/piece-memory.ts';
import type { CheckpointFile } from '#core/model/checkpoint/save-checkpoint.ts';
import { createFileWriter } from '#core/storage/file-writer.ts';

/** @throws model.folder-taken */
export function checkTargetFolder(folder: string): void {
  const status = statSync(folder, { throwIfNoEntry: false });
  if (status === undefined) return;
  if (status.isDirectory() && readdirSync(folder).length === 0) return;
  throw new AnamnesisError('model.folder-taken', {
    expected: 'a new or empty folder',
    found: status.isDirectory() ? 'a folder that holds something' : 'a file',
    remedy: 'Name another folder, or remove this one.',
    place: folder,
  });
}

/** A folder that is being written. */
export interface NewFolder {
  /** Where its files are until all of them are there. */
  readonly path: string;
  readonly write: (file: CheckpointFile) => Promise<void>;
}

/**
 * Writes a folder that appears when `fill` is done and all is on the disk, with `checksums.sha256`
 * beside its files (`sha256sum --check checksums.sha256`); of what `fill` throws at nothing stays.
 * Only the user may read it: a model can remember words of the text that it was trained on.
 * Returns the names of the files.
 * @throws file.unwritable
 */
export async function writeFolder(
  folder: string,
  fill: (folder: NewFolder) => Promise<void>,
): Promise<string[]> {
  const target = resolve(folder);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const discard = () => {
    rmSync(temporary, { recursive: true, force: true });
  };
  // What is in it is not encrypted: neither a host that ends nor one that was killed may leave it.
  process.once('exit', discard);
  try {
    discardAbandoned(target);
    mkdirSync(temporary, { recursive: true, mode: 0o700 });
    const hashes = new Map<string, string>();
    await fill({
      path: temporary,
      write: async ({ name, chunks }) => {
        hashes.set(name, await writeFile(join(temporary, name), chunks));
      },
    });
    const checksums = 'checksums.sha256';
    const lines = [...hashes].map(([name, hash]) => `${hash}  ${name}\n`);
    await writeFile(join(temporary, checksums), [new TextEncoder().encode(lines.join(''))]);
    if (statSync(target, { throwIfNoEntry: false }) !== undefined) rmdirSync(target);
    renameSync(temporary, target);
    return [...hashes.keys(), checksums];
  } catch (error) {
    discard();
    if (error instanceof AnamnesisError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new AnamnesisError('file.unwritable', {
      expected: 'to write the folder',
      found: code ?? 'an error',
      remedy: 'Check that the disk has room and that you may write there.',
      place: target,
      cause: error,
    });
  } finally {
    process.off('exit', discard);
  }
}

/** Removes what killed processes left of earlier attempts at the same folder. */
function discardAbandoned(target: string): void {
  const parent = dirname(target);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(`.${basename(target)}.`)) continue;
    const owner = /^(\d+)\.part$/.exec(name.slice(basename(target).length + 2))?.[1];
    if (owner === undefined || isRunning(Number(owner))) continue;
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as another user.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Returns the SHA-256 of what was written. */
async function writeFile(path: string, chunks: readonly Uint8Array[]): Promise<string> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  const file = await open(path, 'wx', 0o600);
  const writer = createFileWriter(file);
  try {
    for (const chunk of chunks) {
      for (let start = 0; start < chunk.length; start += pieceBytes) {
        const piece = chunk.subarray(start, start + pieceBytes);
        await writer.write(piece);
        // While it is being written.
        hash.update(piece);
      }
    }
    await writer.finish();
  } finally {
    await writer.rest();
    await file.close();
  }
  return hash.digest('hex');
}
