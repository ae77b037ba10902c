import { createApi, type Api } from '#core/api/create-api.ts';
import { createStudyService } from '#core/api/services/study-service.ts';
import {
  createAuditService,
  createWorkspaceService,
} from '#core/api/services/workspace-service.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { launchTrainer } from './launch-trainer.ts';
import { viewEngines } from './view-engines.ts';

export interface WindowApiOptions {
  readonly workspace: Workspace;
  readonly rawKey: Uint8Array;
  readonly planFolder: string;
  readonly planTemplate: string;
  /** File of the trainer process, where it is not the source file beside this one. */
  readonly trainerEntry?: string;
}

/** The api of one open workspace, for any window: the place where its parts are put together. */
export function createWindowApi(options: WindowApiOptions): Api {
  const { workspace, rawKey, planFolder, planTemplate, trainerEntry } = options;
  return createApi({
    workspace: createWorkspaceService(workspace, viewEngines),
    audit: createAuditService(workspace),
    studies: createStudyService({
      workspace,
      planFolder,
      planTemplate,
      launch: (studyId, onEvent) =>
        launchTrainer(
          { workspaceFolder: workspace.folder, rawKey, studyId },
          onEvent,
          trainerEntry,
        ),
    }),
    onFault: (procedure) => {
      process.stderr.write(`program.fault in ${procedure}\n`);
    },
  });
}
