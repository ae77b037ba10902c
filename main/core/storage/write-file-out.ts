import { createHash } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { say } from '#core/wording/say.ts';
import { createFileWriter } from './file-writer.ts';

/** A file as it was written. */
export interface WrittenOut {
  /** Absolute. */
  readonly path: string;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
}

/**
 * Writes a file that leaves the workspace, readable by the user alone. It appears under its name when
 * all of it is on the disk and `record` has written down that it leaves; of what fails, or is killed,
 * nothing stays under that name. A file that is there is replaced only where that was said.
 * @throws file.taken, file.unwritable
 */
export async function writeFileOut(
  file: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  {
    mayReplace,
    record,
  }: { readonly mayReplace: boolean; readonly record: (written: WrittenOut) => void },
): Promise<WrittenOut> {
  const path = resolve(file);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  // It is not encrypted: a process that ends may not leave half of it.
  const discard = () => {
    rmSync(temporary, { force: true });
  };
  process.once('exit', discard);
  try {
    if (!mayReplace) requireFree(path);
    const written = { path, ...(await writeAside(temporary, chunks)) };
    if (!mayReplace) requireFree(path);
    record(written);
    renameSync(temporary, path);
    return written;
  } catch (error) {
    discard();
    if (error instanceof AnamnesisError) throw error;
    throw new AnamnesisError('file.unwritable', {
      expected: say('leaving', 'toWriteFile'),
      found: describeSystemError(error),
      remedy: say('leaving', 'checkRoom'),
      place: path,
      cause: error,
    });
  } finally {
    process.off('exit', discard);
  }
}

async function writeAside(
  path: string,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<Pick<WrittenOut, 'hash' | 'bytes'>> {
  const hash = createHash('sha256');
  let bytes = 0;
  // One that a killed process of the same number left.
  rmSync(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  const writer = createFileWriter(file);
  try {
    for await (const chunk of chunks) {
      await writer.write(chunk);
      hash.update(chunk);
      bytes += chunk.length;
    }
    await writer.finish();
  } finally {
    await writer.rest();
    await file.close();
  }
  return { hash: hash.digest('hex'), bytes };
}

function requireFree(path: string): void {
  if (!existsSync(path)) return;
  throw new AnamnesisError('file.taken', {
    expected: say('leaving', 'newFile'),
    found: say('leaving', 'fileIsThere'),
    remedy: say('leaving', 'nameOtherFile'),
    place: path,
  });
}
