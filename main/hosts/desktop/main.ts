import { join, resolve } from 'node:path';
import { app, BrowserWindow, protocol, session } from 'electron';
import { demoPlan } from '#core/sample/demo-plan.ts';
import { createWindowApi, tellFault } from '#hosts/composition/create-window-api.ts';
import { program } from '#hosts/composition/program-location.ts';
import { createRecentWorkspaces } from '#hosts/composition/recent-workspaces.ts';
import { sealProcess } from '#hosts/composition/seal-process.ts';
import { loadWindowFiles } from '#hosts/composition/window-files.ts';
import { createWorkspaceDoor } from '#hosts/composition/workspace-door.ts';
import { answerWindow } from './answer-window.ts';
import { connectBridge } from './connect-bridge.ts';
import { createKeychainStore } from './keychain-store.ts';
import { lockPages, lockSession } from './lock-session.ts';
import { openWindow } from './open-window.ts';
import { windowScheme } from './window-address.ts';

/** Electron's entry: puts the parts together. Built to out/main/index.js, beside the others. */
sealProcess();
app.enableSandbox();
protocol.registerSchemesAsPrivileged([
  { scheme: windowScheme, privileges: { standard: true, secure: true } },
]);
lockPages();

async function start(): Promise<void> {
  const files = await loadWindowFiles(program.windowFolder);
  protocol.handle(windowScheme, (request) => answerWindow(files, request.url));
  lockSession(session.defaultSession);

  const userData = app.getPath('userData');
  const planFolder = app.getPath('documents');
  const recent = createRecentWorkspaces(join(userData, 'workspaces.json'));
  const door = createWorkspaceDoor({
    recent,
    keys: createKeychainStore(join(userData, 'keys')),
    pathsRelativeTo: planFolder,
    onFault: tellFault,
    openApi: (opened, brake) =>
      createWindowApi({
        ...opened,
        brake,
        planFolder,
        planTemplate: JSON.stringify(demoPlan, null, 2),
      }),
  });
  const folder = app.commandLine.getSwitchValue('workspace') || recent.list().at(0);
  if (folder !== undefined) await door.openWithStoredKey(resolve(folder));
  connectBridge(door);
  openWindow(program.preload);
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(program.preload);
  });
  app.on('will-quit', () => {
    door.close();
  });
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      process.stderr.write(
        `${error instanceof Error ? error.message : 'the program did not start'}\n`,
        () => {
          app.exit(1);
        },
      );
    });
} else {
  app.quit();
}
