import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assert } from '#core/base/assert.ts';
import { findUnsoundBlobs, type IntegrityReport } from '../integrity.ts';
import { requireEmptyFolder, workspaceFiles } from '../workspace-files.ts';
import type { WorkspaceSecret } from '../workspace-secret.ts';
import { openWorkspace } from '../workspace.ts';
import { writeFolder } from '../write-folder.ts';
import { readBackup, refuseBackup } from './backup-entries.ts';

/**
 * Makes a workspace of a backup, in a new or empty folder. It appears when all of it is there, was
 * opened and was found sound: with a wrong passphrase, an older program or a damaged backup nothing
 * stays. A backup of an earlier version comes back as it is and is brought to the newest here.
 * @param unlock gives what opens the workspace that lies in a folder
 * @throws workspace.exists, workspace.backup-damaged, workspace.too-new, workspace.wrong-key,
 * file.missing, file.unwritable
 */
export async function restoreWorkspace(
  file: string,
  folder: string,
  unlock: (folder: string) => WorkspaceSecret,
): Promise<IntegrityReport['audit']> {
  requireEmptyFolder(folder);
  let audit: IntegrityReport['audit'] | undefined;
  await writeFolder(
    folder,
    async ({ path, write }) => {
      for await (const { path: name, chunks } of readBackup(file)) await write({ name, chunks });
      const blobs = join(path, workspaceFiles.blobs);
      if (!existsSync(blobs)) mkdirSync(blobs, { mode: 0o700 });
      const workspace = openWorkspace(path, unlock(path));
      try {
        const report = workspace.checkIntegrity();
        const problems = [...report.databaseProblems, ...(await findUnsoundBlobs(workspace.blobs))];
        if (problems.length > 0) refuseBackup(file, problems.join('; '));
        workspace.audit.append('workspace.restored', {});
        audit = report.audit;
      } finally {
        workspace.close();
      }
    },
    { withChecksums: false },
  );
  assert(audit !== undefined, 'a folder that was written was filled');
  return audit;
}
