import { basename } from 'node:path';
import { programVersion } from '#core/base/program-version.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import type { WorkspaceService } from '../ports.ts';

/** What the window shows of the workspace itself. */
export function createWorkspaceService(workspace: Workspace): WorkspaceService {
  return {
    describe: () => {
      const studies = workspace.studies.list();
      return Promise.resolve({
        name: basename(workspace.folder),
        version: programVersion,
        counts: {
          studies: studies.length,
          runs: studies.reduce((sum, { id }) => sum + workspace.runs.listByStudy(id).length, 0),
          models: workspace.models.list().length,
          corpora: workspace.corpora.list().length,
        },
      });
    },
  };
}
