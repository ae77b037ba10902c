import type { Command } from 'commander';
import { findUnsoundBlobs } from '#core/storage/integrity.ts';
import { createWorkspace } from '#core/storage/workspace.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf } from '../output.ts';
import { readNewPassphrase } from '../read-passphrase.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

export function addWorkspaceCommands(program: Command, setExitCode: (code: number) => void): void {
  const workspace = program.command('workspace').description('make and check workspaces');

  addWorkspaceOptions(
    workspace.command('create').description('make an encrypted workspace in a new folder'),
  ).action(async (options: WorkspaceOptions) => {
    const passphrase = await readNewPassphrase(options);
    createWorkspace(options.workspace, { passphrase }).close();
    outputOf(program).result(
      `created ${options.workspace}\nKeep the passphrase safe: nobody can recover it.`,
      { created: options.workspace },
    );
  });

  addWorkspaceOptions(
    workspace
      .command('verify')
      .description(
        'read every page of the database, every encrypted file and the audit chain, and check them',
      ),
  ).action(async (options: WorkspaceOptions) => {
    await withWorkspace(options, async (opened) => {
      const { databaseProblems, audit } = opened.checkIntegrity();
      const problems = [...databaseProblems, ...(await findUnsoundBlobs(opened.blobs))];
      const sound = problems.length === 0 && audit.broken === null;
      const lines = [
        `database and files: ${problems.length === 0 ? 'sound' : problems.join('; ')}`,
        `audit chain: ${audit.entryCount} entries, ${audit.broken === null ? 'unbroken' : `broken at ${audit.broken.position}`}`,
        `head: ${audit.headHash}`,
      ];
      outputOf(program).result(lines.join('\n'), { sound, problems, audit });
      if (!sound) setExitCode(exitCodes.workspace.code);
    });
  });
}
