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
import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { say } from '#core/wording/say.ts';
import { createFileWriter } from './file-writer.ts';

/** More is written in pieces, so that one is hashed while another is brought to the disk. */
const longestPieceBytes = 4_194_304;

/** A file of a folder that is written; its name may have folders, separated by "/". */
export interface NewFile {
  readonly name: string;
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** Refuses a folder that holds something. @throws the code that is given */
export function checkTargetFolder(
  folder: string,
  code: 'model.folder-taken' | 'collection.folder-taken',
): void {
  const status = statSync(folder, { throwIfNoEntry: false });
  if (status === undefined) return;
  if (status.isDirectory() && readdirSync(folder).length === 0) return;
  throw new AnamnesisError(code, {
    expected: say('leaving', 'newOrEmptyFolder'),
    found: status.isDirectory() ? say('leaving', 'folderWithSomething') : say('leaving', 'aFile'),
    remedy: say('leaving', 'nameOrEmptyFolder'),
    place: folder,
  });
}

/** A folder that is being written. */
export interface NewFolder {
  /** Where its files are until all of them are there. */
  readonly path: string;
  readonly write: (file: NewFile) => Promise<void>;
}

/**
 * Writes a folder that appears when `fill` is done and all is on the disk, with `checksums.sha256`
 * beside its files (`sha256sum --check checksums.sha256`) unless other programs read all that is in
 * it; of what `fill` throws at nothing stays. Only the user may read it: it holds text, or a model,
 * which can remember words of the text that it was trained on. Returns the names of the files.
 * @throws file.unwritable
 */
export async function writeFolder(
  folder: string,
  fill: (folder: NewFolder) => Promise<void>,
  { withChecksums = true } = {},
): Promise<string[]> {
  const target = resolve(folder);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  // A process that ends at a signal still has files under way, which appear while others go: the
  // folder is then not empty, and is removed again.
  const discard = () => {
    rmSync(temporary, { recursive: true, force: true, maxRetries: 20, retryDelay: 10 });
  };
  // What is in it is not encrypted: neither a host that ends nor one that was killed may leave it.
  const files = createFilesWriter();
  process.once('exit', discard);
  try {
    discardAbandoned(target);
    mkdirSync(temporary, { recursive: true, mode: 0o700 });
    const hashes = new Map<string, string>();
    await fill({
      path: temporary,
      write: async ({ name, chunks }) => {
        hashes.set(name, await files.write(join(temporary, name), chunks));
      },
    });
    if (withChecksums) {
      const lines = [...hashes].map(([name, hash]) => `${hash}  ${name}\n`);
      const bytes = new TextEncoder().encode(lines.join(''));
      await files.write(join(temporary, checksumsName), [bytes]);
    }
    await files.finish();
    if (statSync(target, { throwIfNoEntry: false }) !== undefined) rmdirSync(target);
    renameSync(temporary, target);
    return [...hashes.keys(), ...(withChecksums ? [checksumsName] : [])];
  } catch (error) {
    await files.rest();
    discard();
    if (error instanceof AnamnesisError) throw error;
    throw new AnamnesisError('file.unwritable', {
      expected: say('leaving', 'toWriteFolder'),
      found: describeSystemError(error),
      remedy: say('leaving', 'checkRoom'),
      place: target,
      cause: error,
    });
  } finally {
    process.off('exit', discard);
  }
}

const checksumsName = 'checksums.sha256';

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

/** Files that are brought to the disk at once: each of many small ones would wait for it alone. */
const mostFinishing = 16;

/** Writes files one after another, while those before come to the disk. */
function createFilesWriter() {
  const finishing = new Set<Promise<void>>();
  return {
    /** Returns the SHA-256 of what was written. */
    async write(path: string, chunks: NewFile['chunks']): Promise<string> {
      while (finishing.size >= mostFinishing) await Promise.race(finishing);
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      const hash = createHash('sha256');
      const file = await open(path, 'wx', 0o600);
      const writer = createFileWriter(file);
      const close = async () => {
        await writer.rest();
        await file.close();
      };
      try {
        for await (const chunk of chunks) {
          for (let start = 0; start < chunk.length; start += longestPieceBytes) {
            const piece = chunk.subarray(start, start + longestPieceBytes);
            await writer.write(piece);
            // While it is being written.
            hash.update(piece);
          }
        }
      } catch (error) {
        await close();
        throw error;
      }
      // Whoever fills the folder may read what it has written.
      await writer.rest();
      const finished = (async () => {
        try {
          await writer.finish();
        } finally {
          await close();
        }
      })();
      finishing.add(finished);
      // A failure stays in the set, and is thrown where it is waited for.
      finished.then(
        () => finishing.delete(finished),
        () => undefined,
      );
      return hash.digest('hex');
    },
    /** Returns once all of them are on the disk. */
    async finish(): Promise<void> {
      await Promise.all(finishing);
    },
    /** Returns once nothing is under way any more, whatever became of it. */
    async rest(): Promise<void> {
      await Promise.allSettled(finishing);
    },
  };
}
