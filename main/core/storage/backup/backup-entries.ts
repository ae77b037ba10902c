import { open } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { AnamnesisError } from '#core/base/error.ts';
import type { Told } from '#core/base/phrase.ts';
import { describeSystemError } from '#core/wording/describe-system-error.ts';
import { say } from '#core/wording/say.ts';
import { workspaceFiles } from '../workspace-files.ts';
import { parseTarHeader, tarBlockBytes, tarPadding } from './tar-header.ts';

/** The last entry: `sha256sum --check` reads it in the unpacked folder. */
export const checksumsName = 'checksums.sha256';

/** Nothing else may lie in a backup: what is restored must not write anywhere else. */
const knownName = /^(?:workspace\.(?:json|sqlite)|blobs\/[0-9a-f-]{36}\.blob)$/;

const pieceBytes = 1_048_576;

export interface BackupEntry {
  readonly path: string;
  /** To be read to the end before the next entry. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** @throws workspace.backup-damaged */
export function refuseBackup(file: string, found: Told): never {
  throw new AnamnesisError('workspace.backup-damaged', {
    expected: say('workspace', 'wholeBackup'),
    found,
    remedy: say('workspace', 'useOtherBackup'),
    place: file,
  });
}

/**
 * The files of a backup, each compared with its checksum: only when all have been read is it known
 * that they are what was written. @throws workspace.backup-damaged
 */
export async function* readBackup(file: string): AsyncGenerator<BackupEntry> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    throw new AnamnesisError('file.unreadable', {
      expected: say('workspace', 'wholeBackup'),
      found: describeSystemError(error),
      remedy: say('workspace', 'useOtherBackup'),
      place: file,
    });
  });
  let position = 0;
  const take = async (sizeBytes: number): Promise<Buffer> => {
    const { bytesRead, buffer } = await handle.read(
      Buffer.alloc(sizeBytes),
      0,
      sizeBytes,
      position,
    );
    if (bytesRead < sizeBytes) refuseBackup(file, say('workspace', 'backupEndsEarly'));
    position += bytesRead;
    return buffer;
  };
  const hashes = new Map<string, string>();
  async function* readContent(path: string, sizeBytes: number) {
    const hash = createHash('sha256');
    for (let left = sizeBytes; left > 0; left -= Math.min(left, pieceBytes)) {
      const piece = await take(Math.min(left, pieceBytes));
      hash.update(piece);
      yield piece;
    }
    position += tarPadding(sizeBytes).length;
    hashes.set(path, hash.digest('hex'));
  }
  try {
    for (;;) {
      const header = parseTarHeader(await take(tarBlockBytes));
      if (header === null) refuseBackup(file, say('workspace', 'noBackup'));
      const { path, sizeBytes } = header;
      if (path === checksumsName) {
        if (sizeBytes > pieceBytes * 64) refuseBackup(file, say('workspace', 'noBackup'));
        const listed = (await take(sizeBytes)).toString();
        if (listed !== formatChecksums(hashes)) refuseBackup(file, say('workspace', 'otherBytes'));
        if (!hashes.has(workspaceFiles.header)) refuseBackup(file, say('workspace', 'noBackup'));
        return;
      }
      if (!knownName.test(path) || hashes.has(path))
        refuseBackup(file, say('workspace', 'noBackup'));
      yield { path, chunks: readContent(path, sizeBytes) };
    }
  } finally {
    await handle.close();
  }
}

/** As `sha256sum` writes them. */
export function formatChecksums(hashes: ReadonlyMap<string, string>): string {
  return [...hashes].map(([path, hash]) => `${hash}  ${path}\n`).join('');
}
