import { join } from 'node:path';
import { asPerson } from '#core/storage/persons.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';
import { createWindowApi } from '#hosts/composition/create-window-api.ts';
import { createSignInBrake } from '#hosts/composition/sign-in-brake.ts';

/**
 * A host that is ended while its study trains: everything as in `serve`, but for the window. Its
 * arguments: the folder of the sample data, and a plan.
 */
const [folder, planText] = process.argv.slice(2);
const workspaceFolder = join(folder, 'workspace');
const rawKey = unlockWorkspace(workspaceFolder, { passphrase: 'correct horse' });
const workspace = openWorkspace(workspaceFolder, { rawKey });
const api = createWindowApi({
  workspace,
  rawKey,
  brake: createSignInBrake(Date.now),
  planFolder: folder,
  planTemplate: planText,
});
api.join(null, (message) => {
  if (message.type !== 'event' || message.event.type !== 'run-progress') return;
  api.close();
  workspace.close();
  process.stdout.write('closed\n');
});
const reply = await api.call('studies.start', { planText }, asPerson(workspace.persons.first()));
if (!reply.ok) throw new Error(reply.failure.code);
