import { startServer, type RunningServer } from '#hosts/server/start-server.ts';
import { createWindowApi, tellFault, type WindowApiOptions } from './create-window-api.ts';
import type { RecentWorkspaces } from './recent-workspaces.ts';
import type { OpenedWorkspace } from './window-door.ts';
import { createWorkspaceDoor } from './workspace-door.ts';

export interface ServeOptions extends Omit<WindowApiOptions, keyof OpenedWorkspace | 'brake'> {
  /** Open from the start; without one the window asks for it. */
  readonly opened?: OpenedWorkspace;
  readonly recent: RecentWorkspaces;
  readonly port: number;
  readonly rendererFolder: string;
}

/** Serves the window on the loopback address until it is closed; then no workspace is open any more. */
export async function serveWorkspaces(options: ServeOptions): Promise<RunningServer> {
  const { opened, recent, port, rendererFolder, ...ofWindow } = options;
  const door = createWorkspaceDoor({
    recent,
    keys: null,
    pathsRelativeTo: ofWindow.planFolder,
    ...(opened === undefined ? {} : { opened }),
    openApi: (next, brake) => createWindowApi({ ...ofWindow, ...next, brake }),
    onFault: tellFault,
  });
  const server = await startServer({ door, port, rendererFolder });
  return {
    ...server,
    close: async () => {
      await server.close();
      door.close();
    },
  };
}
