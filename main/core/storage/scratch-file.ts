import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { temporaryBlobFileName } from './blobs.ts';
import { free } from './free-memory.ts';
import { explainStorageError } from './storage-errors.ts';

/** What does not fit into memory, for as long as a process needs it. */
export interface ScratchFile {
  /** Encrypts bytes to the end of the file; returns their number. Throws "workspace.disk-full". */
  append(bytes: Uint8Array): number;
  /** What was appended under a number. Throws "blob.damaged". */
  read(record: number): Uint8Array;
  close(): void;
}

const tagBytes = 16;
const nonceBytes = 12;

/**
 * A file of records that are read in any order. Each is AES-256-GCM with its number as the nonce;
 * the key is random and lies in the memory of this process alone, so that whatever is left of the
 * file says nothing to anybody. Where the system lets a file have no name, it has none from the
 * beginning, and goes with the process however that ends; elsewhere it is named as an unfinished
 * blob and swept when the workspace is opened next.
 */
export function openScratchFile(folder: string): ScratchFile {
  const place = join(folder, temporaryBlobFileName(randomUUID()));
  const key = randomBytes(32);
  const records: { readonly start: number; readonly length: number }[] = [];
  let end = 0;
  let file: number;
  try {
    file = openSync(place, 'wx+', 0o600);
  } catch (error) {
    throw explainStorageError(error, place);
  }
  removeName(place);
  const options = { authTagLength: tagBytes };
  const nonceOf = (record: number): Buffer => {
    const nonce = Buffer.alloc(nonceBytes);
    nonce.writeUIntBE(record, nonceBytes - 6, 6);
    return nonce;
  };
  return {
    append(bytes) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(records.length), options);
      const encrypted = cipher.update(bytes);
      cipher.final();
      try {
        writeWhole(file, encrypted, end);
        writeWhole(file, cipher.getAuthTag(), end + encrypted.length);
      } catch (error) {
        throw explainStorageError(error, place);
      } finally {
        free(encrypted);
      }
      records.push({ start: end, length: bytes.length });
      end += bytes.length + tagBytes;
      return records.length - 1;
    },

    read(record) {
      const { start, length } = records[record];
      const stored = Buffer.allocUnsafeSlow(length + tagBytes);
      try {
        readWhole(file, stored, start);
        const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(record), options);
        decipher.setAuthTag(stored.subarray(length));
        const content = decipher.update(stored.subarray(0, length));
        decipher.final();
        return content;
      } catch (error) {
        const explained = explainStorageError(error, place);
        if (explained instanceof AnamnesisError) throw explained;
        throw new AnamnesisError('blob.damaged', {
          expected: say('workspace', 'writtenBytes'),
          found: 'others in a file of this process',
          remedy: 'Look for an error of the disk, then run the study again.',
          place,
          cause: error,
        });
      } finally {
        free(stored);
      }
    },

    close() {
      closeSync(file);
      key.fill(0);
      removeName(place);
    },
  };
}

/** Windows removes no file that is open. */
function removeName(place: string): void {
  try {
    rmSync(place, { force: true });
  } catch {
    // Swept when the workspace is opened next.
  }
}

function writeWhole(file: number, bytes: Uint8Array, position: number): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(file, bytes, written, bytes.length - written, position + written);
  }
}

function readWhole(file: number, memory: Uint8Array, position: number): void {
  for (let filled = 0; filled < memory.length;) {
    const count = readSync(file, memory, filled, memory.length - filled, position + filled);
    if (count === 0) throw new Error('the file ends too soon');
    filled += count;
  }
}
