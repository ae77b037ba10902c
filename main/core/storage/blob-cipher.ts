import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { free } from './free-memory.ts';

/**
 * The format of an encrypted file: "ANAMBLB1", 32 random bytes, then chunks of 1 MiB (the last one
 * shorter), each AES-256-GCM ciphertext followed by its 16-byte tag.
 *
 * The STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár, "Online authenticated-encryption
 * and its nonce-reuse misuse-resistance", CRYPTO 2015, section 7): each chunk's nonce counts its
 * place, and what is authenticated with it says whether it is the last. A changed, missing, added
 * or moved chunk fails. Key and nonce prefix come from the file's random bytes and its id, so that
 * no two files share a nonce and one file cannot stand in for another.
 */
const magic = Buffer.from('ANAMBLB1', 'ascii');
const saltBytes = 32;
const tagBytes = 16;
const noncePrefixBytes = 8;

export const blobHeaderBytes = magic.length + saltBytes;
export const plainChunkBytes = 1 << 20;
export const encryptedChunkBytes = plainChunkBytes + tagBytes;

interface ChunkPlace {
  /** 0-based. */
  readonly index: number;
  readonly isLast: boolean;
}

export interface BlobCipher {
  readonly header: Uint8Array;
  /** Ciphertext and tag, put into `memory`, which has room for both; returns what was filled. */
  encrypt(chunk: Uint8Array, place: ChunkPlace, memory: Uint8Array): Uint8Array;
  /** Null when the chunk is not what was written at this place of this file. */
  decrypt(chunk: Uint8Array, place: ChunkPlace): Uint8Array | null;
}

function makeCipher(filesKey: Uint8Array, id: string, salt: Uint8Array): BlobCipher {
  const derived = Buffer.from(
    hkdfSync('sha256', filesKey, salt, `anamnesis/blob/${id}`, 32 + noncePrefixBytes),
  );
  const key = derived.subarray(0, 32);
  const noncePrefix = derived.subarray(32);
  const nonceOf = (index: number) => {
    const nonce = Buffer.alloc(noncePrefixBytes + 4);
    noncePrefix.copy(nonce);
    nonce.writeUInt32BE(index, noncePrefixBytes);
    return nonce;
  };
  const associatedData = ({ index, isLast }: ChunkPlace) => {
    const data = Buffer.alloc(5);
    data.writeUInt32BE(index, 0);
    data.writeUInt8(isLast ? 1 : 0, 4);
    return Buffer.concat([magic, data]);
  };
  const options = { authTagLength: tagBytes };

  return {
    header: Buffer.concat([magic, salt]),
    encrypt(chunk, place, memory) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place.index), options);
      cipher.setAAD(associatedData(place));
      const encrypted = cipher.update(chunk);
      memory.set(encrypted);
      free(encrypted);
      // A stream cipher holds nothing back for its end.
      cipher.final();
      memory.set(cipher.getAuthTag(), chunk.length);
      return memory.subarray(0, chunk.length + tagBytes);
    },
    decrypt(chunk, place) {
      if (chunk.length < tagBytes) return null;
      const cipher = createDecipheriv('aes-256-gcm', key, nonceOf(place.index), options);
      cipher.setAAD(associatedData(place));
      cipher.setAuthTag(chunk.subarray(chunk.length - tagBytes));
      const content = cipher.update(chunk.subarray(0, chunk.length - tagBytes));
      try {
        cipher.final();
        return content;
      } catch {
        return null;
      }
    },
  };
}

/** For a new file. */
export function createBlobCipher(filesKey: Uint8Array, id: string): BlobCipher {
  return makeCipher(filesKey, id, randomBytes(saltBytes));
}

/** For the file that begins with `header`; null when that is not the beginning of a blob. */
export function openBlobCipher(
  filesKey: Uint8Array,
  id: string,
  header: Uint8Array,
): BlobCipher | null {
  const isBlob = header.length === blobHeaderBytes && magic.equals(header.subarray(0, 8));
  return isBlob ? makeCipher(filesKey, id, header.subarray(8)) : null;
}
