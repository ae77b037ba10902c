import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import {
  blobHeaderBytes,
  encryptedChunkBytes,
  openBlobCipher,
  plainChunkBytes,
} from './blob-cipher.ts';
import type { BlobCipher } from './blob-cipher.ts';

export type ByteSource = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

export interface ContentSummary {
  readonly sizeBytes: number;
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
}

/** Cuts or joins what comes in to chunks of 1 MiB; the last is shorter, and empty if all is. */
async function* cutIntoChunks(content: ByteSource) {
  const chunk = Buffer.allocUnsafe(plainChunkBytes);
  let filled = 0;
  for await (const bytes of content) {
    for (let taken = 0; taken < bytes.length;) {
      if (filled === plainChunkBytes) {
        yield { chunk, isLast: false };
        filled = 0;
      }
      const part = bytes.subarray(taken, taken + plainChunkBytes - filled);
      chunk.set(part, filled);
      filled += part.length;
      taken += part.length;
    }
  }
  yield { chunk: chunk.subarray(0, filled), isLast: true };
}

/** Encrypts `content` into an open, empty file and returns once it is on the disk. */
export async function writeBlobFile(
  file: FileHandle,
  cipher: BlobCipher,
  content: ByteSource,
): Promise<ContentSummary> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let index = 0;
  await file.writeFile(cipher.header);
  for await (const { chunk, isLast } of cutIntoChunks(content)) {
    hash.update(chunk);
    sizeBytes += chunk.length;
    await file.writeFile(Buffer.concat(cipher.encrypt(chunk, { index, isLast })));
    index++;
  }
  await file.sync();
  return { sizeBytes, sha256: hash.digest('hex') };
}

/** Reads exactly `length` bytes at `position`, or as many as the file has. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

/** Where and how a blob fails, in the words of an error message. */
export type BlobFault = 'another beginning' | `chunk ${number} with a wrong tag`;

/**
 * Yields the content chunk by chunk, each one only after it was authenticated. `refuse` throws the
 * caller's error for a file that was changed, cut or exchanged.
 */
export async function* readBlobFile(
  file: FileHandle,
  key: { readonly filesKey: Uint8Array; readonly id: string },
  refuse: (fault: BlobFault) => never,
): AsyncGenerator<Uint8Array> {
  const { size } = await file.stat();
  const header = await readAt(file, 0, blobHeaderBytes);
  const cipher = openBlobCipher(key.filesKey, key.id, header) ?? refuse('another beginning');
  let position = blobHeaderBytes;
  let isLast = false;
  for (let index = 0; !isLast; index++) {
    const chunk = await readAt(file, position, encryptedChunkBytes);
    position += chunk.length;
    isLast = position >= size || chunk.length < encryptedChunkBytes;
    yield cipher.decrypt(chunk, { index, isLast }) ?? refuse(`chunk ${index} with a wrong tag`);
  }
}
