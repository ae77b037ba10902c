import { resolve } from 'node:path';
import type { Command } from 'commander';
import { demoPlan } from '#core/sample/demo-plan.ts';
import { program as installed } from '#hosts/composition/program-location.ts';
import {
  createRecentWorkspaces,
  recentWorkspacesFile,
} from '#hosts/composition/recent-workspaces.ts';
import { serveWorkspaces } from '#hosts/composition/serve-workspaces.ts';
import { offerAddresses } from '../offer-addresses.ts';
import { outputOf } from '../output.ts';
import { readPort } from '../read-count.ts';
import { folderName } from '../folder-name.ts';
import {
  addPassphraseOptions,
  openFromOptions,
  type WorkspaceOptions,
} from '../workspace-options.ts';

interface ServeOptions extends Partial<WorkspaceOptions> {
  readonly port: string;
  readonly planFolder: string;
}

export function addServeCommand(program: Command): void {
  addPassphraseOptions(
    program
      .command('serve')
      .description(
        'open the window in a browser of this machine, through the loopback address only',
      )
      .option(
        '-w, --workspace <folder>',
        'folder of the workspace; without it the window asks which one to open or to make',
        folderName,
      )
      .option('--port <number>', 'port; 0 lets the system choose', '0')
      .option('--plan-folder <folder>', 'folder to which paths of plans are relative', '.'),
  ).action(async (options: ServeOptions) => {
    const output = outputOf(program);
    const port = readPort(options.port);
    const { workspace } = options;
    const opened =
      workspace === undefined ? {} : { opened: await openFromOptions({ ...options, workspace }) };
    const server = await serveWorkspaces({
      ...opened,
      recent: createRecentWorkspaces(recentWorkspacesFile()),
      planFolder: resolve(options.planFolder),
      planTemplate: JSON.stringify(demoPlan, null, 2),
      port,
      rendererFolder: installed.windowFolder,
    });
    const tell = (url: string, more: string) => {
      output.result(`open ${url}\n${more}`, { url });
    };
    const isAtTerminal = process.stdin.isTTY;
    const further = isAtTerminal ? ' Enter gives another.' : '';
    tell(server.url, `The address works once.${further} Interrupt to end.`);
    const withdraw = isAtTerminal
      ? offerAddresses(process.stdin, server, (url) => {
          tell(url, 'This address works once, too.');
        })
      : () => undefined;
    await new Promise<void>((end) => {
      process.once('SIGINT', end);
      process.once('SIGTERM', end);
    });
    withdraw();
    await server.close();
  });
}
