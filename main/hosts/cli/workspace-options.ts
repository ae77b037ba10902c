import type { Command } from 'commander';
import { actAs } from '#core/storage/acting-person.ts';
import type { PersonRecord } from '#core/storage/persons.ts';
import { identify, unlockFor } from '#core/storage/recognise-person.ts';
import { openWorkspace, type Workspace } from '#core/storage/workspace.ts';
import { folderName } from './folder-name.ts';
import { readPassphrase, type PassphraseOptions } from './read-passphrase.ts';

export interface WorkspaceOptions extends PassphraseOptions {
  readonly person?: string;
  readonly recoveryKey?: boolean;
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
    .option('--passphrase-fd <number>', 'read the passphrase from an open file descriptor')
    .option(
      '--person <name>',
      'who asks, where persons have passphrases of their own; else the passphrase tells',
    )
    .option('--recovery-key', 'the passphrase that is read is the recovery key');
}

export interface OpenedWorkspace {
  readonly workspace: Workspace;
  /** For the trainer process; lives in memory only. */
  readonly rawKey: Uint8Array;
  /** Who asks. */
  readonly person: PersonRecord;
}

/** Opens the workspace for as long as `work` goes on. @throws what `openFromOptions` throws */
export async function withWorkspace<Result>(
  options: WorkspaceOptions,
  work: (workspace: Workspace, opened: OpenedWorkspace) => Promise<Result> | Result,
): Promise<Result> {
  const opened = await openFromOptions(options);
  try {
    return await actAs(opened.person.id, () => work(opened.workspace, opened));
  } finally {
    opened.workspace.close();
  }
}

/** @throws workspace.missing, workspace.wrong-key, person.* and what `readPassphrase` throws */
export async function openFromOptions(options: WorkspaceOptions): Promise<OpenedWorkspace> {
  const { workspace: folder, person: name, recoveryKey: isRecovery } = options;
  const prompt = isRecovery === true ? 'Recovery key: ' : 'Passphrase: ';
  const credentials = { name, isRecovery, passphrase: await readPassphrase(options, prompt) };
  const unlocked = unlockFor(folder, credentials);
  const { rawKey } = unlocked;
  const workspace = openWorkspace(folder, { rawKey });
  try {
    const person = identify(workspace, unlocked, credentials);
    if (person.kind === 'recovery') {
      actAs(person.id, () => {
        workspace.audit.append('recovery-key.used', {});
      });
    }
    return { workspace, rawKey, person };
  } catch (error) {
    workspace.close();
    throw error;
  }
}
