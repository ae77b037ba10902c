import { randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createBlobCipher } from '#core/storage/blob-cipher.ts';
import { readBlobFile, writeBlobFile } from '#core/storage/blob-file.ts';
import { syncFolder } from '#core/storage/file-system.ts';
import { decodeMessage, encodeMessage, type Message } from './message.ts';
import { damaged, unreachable } from './refusals.ts';

/** A file of a bundle: what it is called is authenticated with it, so that none stands in for another. */
export interface SealedPlace {
  readonly folder: string;
  /** Of the bundle. */
  readonly id: string;
  readonly key: Uint8Array;
  readonly name: string;
}

export interface SealedContent {
  /** Anything JSON can hold. */
  readonly facts: unknown;
  readonly body?: Iterable<Uint8Array>;
}

/**
 * Encrypts a message into a file that appears when all of it is on the disk: a kill at any moment
 * leaves the one before. With `once` an existing file stays as it is, whoever was faster; returns
 * whether this one was written. @throws bundle.unreachable
 */
export async function writeSealed(
  place: SealedPlace,
  { facts, body = [] }: SealedContent,
  { once = false } = {},
): Promise<boolean> {
  const target = pathOf(place);
  const temporary = `${target}.${randomUUID()}${unfinished}`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      const cipher = createBlobCipher(place.key, blobIdOf(place));
      await writeBlobFile(file, cipher, encodeMessage(facts, [...body]));
    } finally {
      await file.close();
    }
    const isOurs = once ? await linkNew(temporary, target) : await renameTo(temporary, target);
    syncFolder(dirname(target));
    return isOurs;
  } catch (error) {
    throw unreachable(error, target);
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Null where there is no such file. @throws bundle.damaged, bundle.version, bundle.unreachable */
export async function readSealed(place: SealedPlace): Promise<Message | null> {
  const path = pathOf(place);
  const file = await open(path, 'r').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw unreachable(error, path);
  });
  if (file === null) return null;
  try {
    const pieces: Buffer[] = [];
    const key = { filesKey: place.key, id: blobIdOf(place) };
    const refuse = () => {
      throw damaged(path);
    };
    for await (const piece of readBlobFile(file, key, refuse)) pieces.push(Buffer.from(piece));
    return decodeMessage(Buffer.concat(pieces), path);
  } finally {
    await file.close();
  }
}

const unfinished = '.part';
const pathOf = ({ folder, name }: SealedPlace) => join(folder, `${name}.sealed`);
const blobIdOf = ({ id, name }: SealedPlace) => `bundle/${id}/${name}`;

/** A link, unlike a rename, refuses a name that is taken, also between machines. */
async function linkNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function renameTo(from: string, to: string): Promise<true> {
  await rename(from, to);
  return true;
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
