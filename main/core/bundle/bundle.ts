import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { syncFolder, writeNewFile } from '#core/storage/file-system.ts';
import { bundleVersion, requireVersion, type Message } from './message.ts';
import { damaged, openToOthers, unreachable } from './refusals.ts';
import { readSealed, writeSealed, type SealedContent } from './sealed-file.ts';

/** The files of a bundle: what to do, how far it is, and how it ended, well or not. */
export type BundleFile = 'input' | 'state' | 'result' | 'failure';

/** The work of one run in a folder that host and worker share. */
export interface Bundle {
  readonly folder: string;
  /** @throws bundle.damaged, bundle.version, bundle.unreachable; null where there is none yet */
  read(name: BundleFile): Promise<Message | null>;
  /** In place of the one before. @throws bundle.unreachable */
  write(name: BundleFile, content: SealedContent): Promise<void>;
  /** Unless there is one; returns whether this one was written. @throws bundle.unreachable */
  writeOnce(name: BundleFile, content: SealedContent): Promise<boolean>;
}

const keyBytes = 32;
const keyFileOf = (folder: string) => `${resolve(folder)}.key`;
/** Alone not encrypted, so that another version is told before anything fails to open. */
const outside = 'bundle.json';

/**
 * Makes a bundle with a random key of its own, which lies beside it in a file that its owner alone
 * may read. The folder appears when its input is whole. @throws bundle.unreachable
 */
export async function createBundle(folder: string, input: SealedContent): Promise<Bundle> {
  const target = resolve(folder);
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
  const key = randomBytes(keyBytes);
  try {
    discardBundle(target);
    // One level alone: where a shared folder is not mounted, nothing may be left at its place.
    if (!existsSync(dirname(target))) mkdirSync(dirname(target), { mode: 0o700 });
    mkdirSync(temporary, { mode: 0o700 });
    writeNewFile(keyFileOf(target), `${key.toString('hex')}\n`);
    writeNewFile(join(temporary, outside), `${JSON.stringify({ version: bundleVersion })}\n`);
    await writeSealed({ folder: temporary, id: basename(target), key, name: 'input' }, input);
    renameSync(temporary, target);
    syncFolder(dirname(target));
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw unreachable(error, target);
  }
  return bundleOf(target, key);
}

/** @throws bundle.unreachable, bundle.version, bundle.key-open, bundle.damaged */
export function openBundle(folder: string): Bundle {
  const target = resolve(folder);
  const { version } = readOutside(join(target, outside));
  requireVersion(version, target);
  return bundleOf(target, readKey(keyFileOf(target)));
}

/** Null where there is none that can be opened: it was never made, or not to its end. */
export function findBundle(folder: string): Bundle | null {
  return existsSync(join(folder, outside)) && existsSync(keyFileOf(folder))
    ? openBundle(folder)
    : null;
}

/** The key first: what a failure leaves afterwards opens for nobody. @throws bundle.unreachable */
export function discardBundle(folder: string): void {
  try {
    rmSync(keyFileOf(folder), { force: true });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  } catch (error) {
    throw unreachable(error, folder);
  }
}

function bundleOf(folder: string, key: Uint8Array): Bundle {
  const placeOf = (name: BundleFile) => ({ folder, id: basename(folder), key, name });
  return {
    folder,
    read: (name) => readSealed(placeOf(name)),
    write: async (name, content) => {
      await writeSealed(placeOf(name), content);
    },
    writeOnce: (name, content) => writeSealed(placeOf(name), content, { once: true }),
  };
}

function readOutside(path: string): { readonly version?: unknown } {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as { readonly version?: unknown };
  } catch (error) {
    throw error instanceof SyntaxError ? damaged(path) : unreachable(error, path);
  }
}

function readKey(path: string): Uint8Array {
  try {
    const mode = statSync(path).mode & 0o777;
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw openToOthers(mode, path);
    const text = readFileSync(path, 'utf8').trim();
    if (!/^[0-9a-f]{64}$/.test(text)) throw damaged(path);
    return Buffer.from(text, 'hex');
  } catch (error) {
    throw unreachable(error, path);
  }
}
