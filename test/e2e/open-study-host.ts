import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { generateSampleFiles } from '#core/sample/generate.ts';
import type { StorageEnvironment } from '#core/storage/storage-context.ts';
import { createWorkspace, type Workspace } from '#core/storage/workspace.ts';
import { unlockWorkspace } from '#core/storage/workspace-secret.ts';
import { createRecentWorkspaces } from '#hosts/composition/recent-workspaces.ts';
import { serveWorkspaces } from '#hosts/composition/serve-workspaces.ts';
import type { RunningServer } from '#hosts/server/start-server.ts';
import { smallPlan } from './small-plan.ts';

const passphrase = 'of this test';
/** Cheap, because nothing here is secret. */
const scrypt = { N: 2 ** 10, r: 8, p: 1 };

export interface StudyHost {
  readonly server: RunningServer;
  readonly workspace: Workspace;
  /** To which paths of plans, imports and exports are relative. */
  readonly planFolder: string;
  readonly close: () => Promise<void>;
}

/** The real api over a real workspace with synthetic notes, served as `npm run serve` does. */
export async function openStudyHost(
  rendererFolder = 'out/renderer',
  environment: Partial<StorageEnvironment> = {},
): Promise<StudyHost> {
  const parent = mkdtempSync(join(tmpdir(), 'anamnesis-window-'));
  const planFolder = join(parent, 'sample');
  for (const { path, content } of generateSampleFiles({ seed: 3, size: 'small' })) {
    mkdirSync(dirname(join(planFolder, path)), { recursive: true });
    writeFileSync(join(planFolder, path), content);
  }
  const folder = join(parent, 'outpatients');
  const workspace = createWorkspace(folder, { passphrase, scrypt }, environment);
  const server = await serveWorkspaces({
    opened: { workspace, rawKey: unlockWorkspace(folder, { passphrase }) },
    recent: createRecentWorkspaces(join(parent, 'config', 'workspaces.json')),
    planFolder,
    planTemplate: JSON.stringify(smallPlan, null, 2),
    port: 0,
    rendererFolder: resolve(rendererFolder),
  });
  return {
    server,
    workspace,
    planFolder,
    async close() {
      await server.close();
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
