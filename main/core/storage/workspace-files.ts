import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';

/** What lies in the folder of a workspace. */
export const workspaceFiles = {
  header: 'workspace.json',
  /** The header while the rest is being made: its last step renames it. */
  unfinishedHeader: 'workspace.json.unfinished',
  /** The header with another passphrase, while it is written. */
  newHeader: 'workspace.json.new',
  database: 'workspace.sqlite',
  blobs: 'blobs',
} as const;

/** True when `folder` holds a finished workspace. */
export function isWorkspace(folder: string): boolean {
  return existsSync(join(folder, workspaceFiles.header));
}

const besideDatabase = ['', '-wal', '-shm', '-journal'];
const leftovers: readonly string[] = [
  workspaceFiles.unfinishedHeader,
  workspaceFiles.blobs,
  ...besideDatabase.map((ending) => workspaceFiles.database + ending),
];

/**
 * What a killed creation left in `folder`, to be deleted before the next attempt. Throws
 * "workspace.exists" for anything else: a database without a header may be a workspace whose
 * header somebody moved, and must not be overwritten.
 */
export function findLeftovers(folder: string): string[] {
  const entries = existsSync(folder) ? readdirSync(folder) : [];
  if (entries.length === 0) return [];
  const unfinished =
    entries.includes(workspaceFiles.unfinishedHeader) &&
    entries.every((entry) => leftovers.includes(entry));
  if (unfinished) return entries;
  return refuseTaken(folder, entries);
}

/** For what is made of another workspace: leftovers are not its own. @throws workspace.exists */
export function requireEmptyFolder(folder: string): void {
  const entries = existsSync(folder) ? readdirSync(folder) : [];
  if (entries.length > 0) refuseTaken(folder, entries);
}

function refuseTaken(folder: string, entries: readonly string[]): never {
  throw new AnamnesisError('workspace.exists', {
    expected: say('workspace', 'newOrEmptyFolder'),
    found: isWorkspace(folder)
      ? say('workspace', 'aWorkspace')
      : say('workspace', 'folderWithEntries', entries.length),
    remedy: say('workspace', 'openOrChooseFolder'),
    place: folder,
  });
}
