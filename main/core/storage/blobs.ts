import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { createBlobCipher } from './blob-cipher.ts';
import { readBlobFile, writeBlobFile } from './blob-file.ts';
import type { ByteSource } from './blob-file.ts';
import type { FileSystem } from './file-system.ts';
import { syncFolder } from './file-system.ts';
import { describeProcess } from './process-identity.ts';
import { requireRecord } from './refusals.ts';
import type { StorageContext } from './storage-context.ts';
import { explainStorageError } from './storage-errors.ts';
import { unusedBlobCondition } from './unused-blobs.ts';

/** A large thing (weights, a checkpoint) that lies encrypted beside the database. */
interface StoredBlob {
  readonly id: string;
  /** Of the content. */
  readonly sizeBytes: number;
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
  readonly createdAtMs: number;
}

export interface BlobStore {
  /**
   * Stores the bytes of `content`, taken as they come. `record` runs in the transaction that makes
   * the blob visible: what it writes (a model, a checkpoint) and the blob exist together or not at
   * all. Throws "workspace.disk-full" and leaves nothing behind.
   */
  write(content: ByteSource, record?: (blob: StoredBlob) => void): Promise<StoredBlob>;
  /** Throws "record.missing". */
  get(id: string): StoredBlob;
  list(): StoredBlob[];
  /** Those that nothing refers to. Only for the holder of the lock: a trainer may be about to. */
  listUnused(): StoredBlob[];
  /**
   * Chunks of up to 1 MiB; each holds until the next is asked for. Throws "record.missing",
   * "blob.missing" or "blob.damaged".
   */
  read(id: string): AsyncIterable<Uint8Array>;
  /** The same in one piece of memory. */
  readWhole(id: string): Promise<Uint8Array>;
  /**
   * `record` runs in the transaction that removes the blob: what it deletes (a state of a training)
   * and the blob go together or not at all. Throws "blob.in-use" while a model needs it.
   */
  delete(id: string, record?: () => void): Promise<void>;
}

export interface BlobContext extends StorageContext {
  readonly folder: string;
  readonly filesKey: Uint8Array;
  readonly fileSystem: FileSystem;
}

const columns = 'id, size_bytes AS sizeBytes, sha256, created_at_ms AS createdAtMs';
const complete = `SELECT ${columns} FROM blobs WHERE writer IS NULL`;

export const blobFileName = (id: string) => `${id}.blob`;
export const temporaryBlobFileName = (id: string) => `${id}.part`;
/** Whether a file of the folder is one of the two. */
export const isBlobFileName = (name: string) => /^[^.].*\.(?:blob|part)$/.test(name);

export function openBlobStore(context: BlobContext): BlobStore {
  const { sql, nowMs, folder, filesKey, fileSystem } = context;
  const fileOf = (id: string) => join(folder, blobFileName(id));
  const get = (id: string) =>
    requireRecord(
      sql.get(`${complete} AND id = @id`, { id }) as StoredBlob | undefined,
      'encrypted file',
      id,
    );

  /** The row comes before the file, so that after a kill every file without an owner is known. */
  const reserve = (): string => {
    const id = randomUUID();
    sql.run(`INSERT INTO blobs VALUES (@id, 0, '', @createdAtMs, @writer)`, {
      id,
      createdAtMs: nowMs(),
      writer: describeProcess(),
    });
    return id;
  };

  const writeTemporary = async (file: string, id: string, content: ByteSource) => {
    const handle = await fileSystem.open(file, 'wx', 0o600);
    try {
      return await writeBlobFile(handle, createBlobCipher(filesKey, id), content);
    } finally {
      await handle.close();
    }
  };

  const forget = async (id: string, temporary: string) => {
    try {
      await fileSystem.rm(temporary, { force: true });
      await fileSystem.rm(fileOf(id), { force: true });
      sql.run(`DELETE FROM blobs WHERE id = @id`, { id });
    } catch {
      // What cannot be cleaned now (a full disk) is cleaned when the workspace is opened next.
    }
  };

  async function* read(id: string): AsyncGenerator<Uint8Array> {
    const { sizeBytes } = get(id);
    const place = fileOf(id);
    const damaged = (found: string): never => {
      throw new AnamnesisError('blob.damaged', {
        expected: say('workspace', 'writtenBytes'),
        found,
        remedy: say('workspace', 'restoreFile'),
        place,
      });
    };
    const handle = await fileSystem.open(place, 'r').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw explainStorageError(error, place);
      }
      throw new AnamnesisError('blob.missing', {
        expected: say('workspace', 'knownFile'),
        found: say('workspace', 'noSuchFile'),
        remedy: say('workspace', 'restoreFile'),
        place,
      });
    });
    try {
      let readBytes = 0;
      for await (const chunk of readBlobFile(handle, { filesKey, id }, damaged)) {
        readBytes += chunk.length;
        yield chunk;
      }
      if (readBytes !== sizeBytes) damaged('another length');
    } catch (error) {
      throw explainStorageError(error, place);
    } finally {
      await handle.close();
    }
  }

  return {
    get,
    list: () => sql.all(`${complete} ORDER BY created_at_ms, rowid`) as StoredBlob[],
    listUnused: () =>
      sql.all(
        `SELECT ${columns} FROM blobs WHERE ${unusedBlobCondition(sql)} ORDER BY created_at_ms, rowid`,
      ) as StoredBlob[],
    read,

    async write(content, record) {
      const id = reserve();
      const temporary = join(folder, temporaryBlobFileName(id));
      try {
        const summary = await writeTemporary(temporary, id, content);
        await fileSystem.rename(temporary, fileOf(id));
        syncFolder(folder);
        return sql.transaction(() => {
          sql.run(
            `UPDATE blobs SET size_bytes = @sizeBytes, sha256 = @sha256, writer = NULL
               WHERE id = @id`,
            { id, ...summary },
          );
          const blob = get(id);
          record?.(blob);
          return blob;
        });
      } catch (error) {
        await forget(id, temporary);
        throw explainStorageError(error, temporary);
      }
    },

    async readWhole(id) {
      const whole = new Uint8Array(get(id).sizeBytes);
      let filled = 0;
      for await (const chunk of read(id)) {
        whole.set(chunk, filled);
        filled += chunk.length;
      }
      return whole;
    },

    async delete(id, record) {
      sql.transaction(() => {
        get(id);
        const user = sql.get(`SELECT 1 FROM models WHERE weights_blob_id = @id LIMIT 1`, { id });
        if (user !== undefined) {
          throw new AnamnesisError('blob.in-use', {
            expected: say('workspace', 'unneededFile'),
            found: say('workspace', 'modelOfWeights'),
            remedy: say('workspace', 'removeModelFirst'),
            place: fileOf(id),
          });
        }
        record?.();
        sql.run(`DELETE FROM blobs WHERE id = @id`, { id });
      });
      try {
        await fileSystem.rm(fileOf(id), { force: true });
      } catch {
        // Another process has it open (Windows): it is swept when the workspace is opened next.
      }
    },
  };
}
