import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { readAhead } from '#core/base/read-ahead.ts';
import {
  blobHeaderBytes,
  encryptedChunkBytes,
  openBlobCipher,
  plainChunkBytes,
} from './blob-cipher.ts';
import type { BlobCipher } from './blob-cipher.ts';
import { createFileWriter } from './file-writer.ts';
import { free } from './free-memory.ts';

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
  const writer = createFileWriter(file);
  const memories = makeMemories();
  let sizeBytes = 0;
  let index = 0;
  try {
    await writer.write(cipher.header);
    for await (const { chunk, isLast } of cutIntoChunks(content)) {
      hash.update(chunk);
      sizeBytes += chunk.length;
      await writer.write(cipher.encrypt(chunk, { index, isLast }, memories[index % 2]));
      index++;
    }
    await writer.finish();
  } finally {
    await writer.rest();
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

/** For encrypted chunks: one is on its way while the other is worked on. */
function makeMemories(): readonly [Buffer, Buffer] {
  const make = () => Buffer.allocUnsafeSlow(encryptedChunkBytes);
  return [make(), make()];
}

/** Reads as many bytes at `position` as there is memory for, or as the file has. */
async function readAt(file: FileHandle, position: number, memory: Buffer): Promise<Buffer> {
  let filled = 0;
  while (filled < memory.length) {
    const room = memory.length - filled;
    const { bytesRead } = await file.read(memory, filled, room, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return memory.subarray(0, filled);
}

/** The encrypted chunks; each holds until the next but one is asked for. */
async function* readChunks(file: FileHandle) {
  const { size } = await file.stat();
  const memories = makeMemories();
  let position = blobHeaderBytes;
  let isLast = false;
  for (let index = 0; !isLast; index++) {
    const chunk = await readAt(file, position, memories[index % 2]);
    position += chunk.length;
    isLast = position >= size || chunk.length < encryptedChunkBytes;
    yield { chunk, place: { index, isLast } };
  }
}

/** Where and how a blob fails, in the words of an error message. */
export type BlobFault = 'another beginning' | `chunk ${number} with a wrong tag`;

/**
 * Yields the content chunk by chunk, each one only after it was authenticated; a chunk holds until
 * the next is asked for. `refuse` throws the caller's error for a file that was changed, cut or
 * exchanged.
 */
export async function* readBlobFile(
  file: FileHandle,
  key: { readonly filesKey: Uint8Array; readonly id: string },
  refuse: (fault: BlobFault) => never,
): AsyncGenerator<Uint8Array> {
  const header = await readAt(file, 0, Buffer.alloc(blobHeaderBytes));
  const cipher = openBlobCipher(key.filesKey, key.id, header) ?? refuse('another beginning');
  for await (const { chunk, place } of readAhead(readChunks(file))) {
    const content = cipher.decrypt(chunk, place) ?? refuse(`chunk ${place.index} with a wrong tag`);
    yield content;
    free(content);
  }
}
