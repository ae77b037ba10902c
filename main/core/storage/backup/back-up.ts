import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isAnamnesisError } from '#core/base/error.ts';
import { openAuditLog } from '../audit.ts';
import { blobFileName, type BlobStore } from '../blobs.ts';
import { openDatabase, refuseDatabase } from '../database.ts';
import { checkIntegrity, type IntegrityReport } from '../integrity.ts';
import type { StorageContext } from '../storage-context.ts';
import { workspaceFiles } from '../workspace-files.ts';
import { writeFileOut } from '../write-file-out.ts';
import { checksumsName, formatChecksums, readBackup } from './backup-entries.ts';
import { formatTarHeader, tarBlockBytes, tarPadding } from './tar-header.ts';

export interface BackupSource extends StorageContext {
  readonly folder: string;
  readonly databaseKey: Uint8Array;
  readonly blobs: BlobStore;
}

export interface Backup {
  /** Absolute. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Of the whole file, in hexadecimal. */
  readonly sha256: string;
  readonly blobCount: number;
  /** Of the copy: a broken chain is no reason to have no backup. */
  readonly audit: IntegrityReport['audit'];
}

/** Other programs may remove models meanwhile; so often is the copy begun anew. */
const attempts = 5;

/**
 * Writes the workspace into one file while it is open and others write to it: the header, the
 * database as it was at one moment, and the encrypted files that belong to it, as a tar archive that
 * `tar` unpacks, too. All of it stays encrypted. The copy is checked: each page and each encrypted
 * file is authenticated, and what was written is read again. Of what fails nothing stays.
 * @throws file.taken, file.unwritable, workspace.database-damaged, blob.missing, blob.damaged,
 * workspace.backup-damaged
 */
export async function backUp(source: BackupSource, file: string): Promise<Backup> {
  const path = resolve(file);
  const scratch = mkdtempSync(join(dirname(path), `.${basename(path)}.`));
  const copy = join(scratch, workspaceFiles.database);
  try {
    for (let attempt = 1; ; attempt++) {
      const header = takeSnapshot(source, copy);
      const { audit, blobIds } = checkSnapshot(source, copy);
      try {
        const parts = { header, database: copy, blobIds };
        const { hash, bytes } = await writeFileOut(path, packBackup(source, parts), {
          mayReplace: false,
          record: () => {
            source.audit.append('workspace.backed-up', { blobCount: blobIds.length });
          },
        });
        await readAgain(path);
        return { path, sizeBytes: bytes, sha256: hash, blobCount: blobIds.length, audit };
      } catch (error) {
        // Removed by another program since the snapshot.
        if (!isAnamnesisError(error, 'record.missing') || attempt === attempts) throw error;
      }
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The database as it is at one moment, encrypted with the same key, and the header that goes with it. */
function takeSnapshot({ sql, folder }: BackupSource, copy: string): Uint8Array {
  const headerFile = join(folder, workspaceFiles.header);
  // Whoever changes the header does it within a transaction, and gives it another number.
  const readHeaderBytes = () => sql.transaction(() => readFileSync(headerFile));
  for (;;) {
    rmSync(copy, { force: true });
    const before = readHeaderBytes();
    sql.run('VACUUM INTO @copy', { copy });
    if (before.equals(readHeaderBytes())) return before;
  }
}

/** Reads every page of the copy. @throws workspace.database-damaged */
function checkSnapshot({ folder, databaseKey, nowMs }: BackupSource, copy: string) {
  const sql = openDatabase(copy, databaseKey);
  try {
    const audit = openAuditLog(sql, nowMs);
    const blobFolder = join(folder, workspaceFiles.blobs);
    const report = checkIntegrity({ sql, audit, nowMs }, blobFolder);
    if (report.databaseProblems.length > 0) {
      refuseDatabase(join(folder, workspaceFiles.database), report.databaseProblems.join('; '));
    }
    const rows = sql.all('SELECT id FROM blobs WHERE writer IS NULL ORDER BY id');
    return { audit: report.audit, blobIds: (rows as { id: string }[]).map(({ id }) => id) };
  } finally {
    sql.close();
  }
}

interface Parts {
  readonly header: Uint8Array;
  /** The file of the snapshot. */
  readonly database: string;
  readonly blobIds: readonly string[];
}

/** The archive, piece by piece. */
async function* packBackup({ folder, blobs, nowMs }: BackupSource, parts: Parts) {
  const secondsSinceEpoch = Math.floor(nowMs() / 1000);
  const hashes = new Map<string, string>();
  async function* pack(path: string, sizeBytes: number, chunks: AsyncIterable<Uint8Array>) {
    const hash = createHash('sha256');
    yield formatTarHeader({ path, mode: 0o600, sizeBytes, secondsSinceEpoch, type: '0' });
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
    yield tarPadding(sizeBytes);
    hashes.set(path, hash.digest('hex'));
  }
  async function* packFile(path: string, file: string) {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      yield* pack(path, size, handle.createReadStream({ autoClose: false, start: 0 }));
    } finally {
      await handle.close();
    }
  }
  yield* pack(workspaceFiles.header, parts.header.length, once(parts.header));
  yield* packFile(workspaceFiles.database, parts.database);
  for (const id of parts.blobIds) {
    await authenticate(blobs, id);
    const name = `${workspaceFiles.blobs}/${blobFileName(id)}`;
    yield* packFile(name, join(folder, name));
  }
  const listed = new TextEncoder().encode(formatChecksums(hashes));
  yield* pack(checksumsName, listed.length, once(listed));
  yield new Uint8Array(2 * tarBlockBytes);
}

/** Reads an encrypted file to its end. @throws record.missing, blob.missing, blob.damaged */
async function authenticate(blobs: BlobStore, id: string): Promise<void> {
  const chunks = blobs.read(id)[Symbol.asyncIterator]();
  let chunk = await chunks.next();
  while (chunk.done !== true) chunk = await chunks.next();
}

async function* once(bytes: Uint8Array) {
  yield await Promise.resolve(bytes);
}

/** Compares what lies on the disk with its checksums; removes it where it is something else. */
async function readAgain(path: string): Promise<void> {
  try {
    for await (const { chunks } of readBackup(path)) {
      const reading = chunks[Symbol.asyncIterator]();
      while ((await reading.next()).done !== true);
    }
  } catch (error) {
    rmSync(path);
    throw error;
  }
}
