import type { Command } from 'commander';
import { replayLog } from '#core/review/work/replay-log.ts';
import { changePassphrase } from '#core/storage/change-passphrase.ts';
import { findUnsoundBlobs } from '#core/storage/integrity.ts';
import { readHeader } from '#core/storage/workspace-secret.ts';
import { restoreWorkspace } from '#core/storage/backup/restore.ts';
import { unlockFor } from '#core/storage/recognise-person.ts';
import { createWorkspace } from '#core/storage/workspace.ts';
import { exitCodes } from '../exit-codes.ts';
import { outputOf } from '../output.ts';
import {
  addNewPassphraseOptions,
  readSecondPassphrase,
  type NewPassphraseOptions,
} from '../new-passphrase-options.ts';
import { readNewPassphrase, readPassphrase } from '../read-passphrase.ts';
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
      .command('backup')
      .description(
        'copy all of a workspace into one encrypted file, while it is open and worked in; the copy is read again and checked',
      )
      .argument('<file>', 'new file; its name ends in .tar'),
  ).action(async (file: string, options: WorkspaceOptions) => {
    await withWorkspace(options, async (opened) => {
      const backup = await opened.backUp(file);
      const { path, sizeBytes, sha256, blobCount, audit } = backup;
      const lines = [
        `${path}: the database and ${blobCount} encrypted files, ${(sizeBytes / 1e6).toFixed(1)} MB, checked`,
        `sha256: ${sha256}`,
        `audit chain: ${audit.entryCount} entries, ${audit.broken === null ? 'unbroken' : `broken at ${audit.broken.position}`}; head: ${audit.headHash}`,
        'The passphrases of today open it, also when they are changed later.',
      ];
      outputOf(program).result(lines.join('\n'), { backup });
      if (audit.broken !== null) setExitCode(exitCodes.workspace.code);
    });
  });

  addWorkspaceOptions(
    workspace
      .command('restore')
      .description(
        'make a workspace of a backup, in a new folder; it is opened with its passphrase and checked',
      )
      .argument('<file>', 'what workspace backup wrote'),
  ).action(async (file: string, options: WorkspaceOptions) => {
    const { workspace: folder, person: name, recoveryKey: isRecovery } = options;
    const passphrase = await readPassphrase(
      options,
      isRecovery === true ? 'Recovery key: ' : 'Passphrase: ',
    );
    const audit = await restoreWorkspace(file, folder, (path) => ({
      rawKey: unlockFor(path, { name, isRecovery, passphrase }).rawKey,
    }));
    outputOf(program).result(
      `restored ${folder}; audit chain: ${audit.entryCount} entries, head: ${audit.headHash}`,
      { restored: folder, audit },
    );
    if (audit.broken !== null) setExitCode(exitCodes.workspace.code);
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
