import { startServer, type RunningServer } from '#hosts/server/start-server.ts';
import { createWindowApi, type WindowApiOptions } from './create-window-api.ts';

/** Serves the window of an open workspace on the loopback address until it is closed. */
export async function serveWorkspace(
  options: WindowApiOptions & { readonly port: number; readonly rendererFolder: string },
): Promise<RunningServer> {
  const api = createWindowApi(options);
  const { port, rendererFolder } = options;
  const server = await startServer({ api, port, rendererFolder });
  return {
    ...server,
    close: async () => {
      await server.close();
      api.close();
    },
  };
}
