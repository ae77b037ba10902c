import type { Command } from 'commander';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';
import { openWorkspace, type Workspace } from '#core/storage/workspace.ts';
import { folderName } from './folder-name.ts';
import { readPassphrase, type PassphraseOptions } from './read-passphrase.ts';

export interface WorkspaceOptions extends PassphraseOptions {
  readonly workspace: string;
}

/** Adds the options by which a command finds and opens its workspace. */
export function addWorkspaceOptions(command: Command): Command {
  return addPassphraseOptions(
    command.requiredOption('-w, --workspace <folder>', 'folder of the workspace', folderName),
  );
}

export function addPassphraseOptions(command: Command): Command {
  return command
    .option('--passphrase-file <file>', 'read the passphrase from a file with mode 0600')
    .option('--passphrase-fd <number>', 'read the passphrase from an open file descriptor');
}

export interface OpenedWorkspace {
  readonly workspace: Workspace;
  /** For the trainer process; lives in memory only. */
  readonly rawKey: Uint8Array;
}

/** Opens the workspace for as long as `work` goes on. @throws what `openFromOptions` throws */
export async function withWorkspace<Result>(
  options: WorkspaceOptions,
  work: (workspace: Workspace, opened: OpenedWorkspace) => Promise<Result> | Result,
): Promise<Result> {
  const opened = await openFromOptions(options);
  try {
    return await work(opened.workspace, opened);
  } finally {
    opened.workspace.close();
  }
}

/** @throws workspace.missing, workspace.wrong-key and what `readPassphrase` throws */
export async function openFromOptions(options: WorkspaceOptions): Promise<OpenedWorkspace> {
  const passphrase = await readPassphrase(options, 'Passphrase: ');
  const rawKey = unlockWorkspace(options.workspace, { passphrase });
  return { workspace: openWorkspace(options.workspace, { rawKey }), rawKey };
}
