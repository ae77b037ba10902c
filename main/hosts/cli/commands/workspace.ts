import type { Command } from 'commander';
import { replayLog } from '#core/review/work/replay-log.ts';
import { changePassphrase } from '#core/storage/change-passphrase.ts';
import { findUnsoundBlobs } from '#core/storage/integrity.ts';
import { readHeader } from '#core/storage/workspace-secret.ts';
import { createWorkspace } from '#core/storage/workspace.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf } from '../output.ts';
import {
  addNewPassphraseOptions,
  readSecondPassphrase,
  type NewPassphraseOptions,
} from '../new-passphrase-options.ts';
import { readNewPassphrase } from '../read-passphrase.ts';
import { addWorkspaceOptions, withWorkspace, type WorkspaceOptions } from '../workspace-options.ts';

type ChangeOptions = WorkspaceOptions & NewPassphraseOptions;

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

  addNewPassphraseOptions(
    addWorkspaceOptions(
      workspace
        .command('change-passphrase')
        .description(
          'give a workspace, or yourself in one with persons, another passphrase; the present one is asked for first',
        ),
    ),
  ).action(async (options: ChangeOptions) => {
    await withWorkspace(options, async ({ folder, people }, { rawKey, person }) => {
      const newPassphrase = await readSecondPassphrase(options);
      if (readHeader(folder).version === 1) changePassphrase(folder, { rawKey, newPassphrase });
      else await people.changePassphrase(person.id, newPassphrase);
    });
    outputOf(program).result(
      'The new passphrase opens the workspace. An earlier copy of workspace.json, as in a backup, still gives the key to whoever knows the old one: replace such copies.',
      { changed: options.workspace },
    );
  });

  addWorkspaceOptions(
    workspace
      .command('verify')
      .description(
        'read every page of the database, every encrypted file, the audit chain and the log of labels, and check them',
      ),
  ).action(async (options: WorkspaceOptions) => {
    await withWorkspace(options, async (opened) => {
      const { databaseProblems, audit } = opened.checkIntegrity();
      const problems = [
        ...databaseProblems,
        ...replayLog(opened),
        ...(await findUnsoundBlobs(opened.blobs)),
      ];
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
