import { dialog, ipcMain } from 'electron';
import type { IpcMainEvent, IpcMainInvokeEvent, OpenDialogOptions } from 'electron';
import { z } from 'zod';
import { bridgeChannels, type PathPurpose } from '#core/api/contract/bridge.ts';
import { positionSchema, type FeedMessage } from '#core/api/contract/events.ts';
import type { WindowDoor } from '#hosts/composition/window-door.ts';
import { isWindowAddress } from './window-address.ts';

const nameSchema = z.string().max(100);
const purposeSchema = z.enum([
  'import',
  'export',
  'workspace',
  'sample',
  'documents',
  'document-folders',
  'document-export',
]) satisfies z.ZodType<PathPurpose>;

/** The one place where messages of the window arrive; each is checked, and so is who sent it. */
export function connectBridge(door: WindowDoor): void {
  ipcMain.handle(bridgeChannels.call, (event, name: unknown, input: unknown) => {
    checkSender(event);
    return door.call(nameSchema.parse(name), input, sessionOf(event));
  });
  ipcMain.handle(bridgeChannels.choosePaths, (event, purpose: unknown) => {
    checkSender(event);
    return choosePaths(purposeSchema.parse(purpose));
  });

  const leaving = new Map<number, () => void>();
  ipcMain.on(bridgeChannels.join, (event, position: unknown) => {
    checkSender(event);
    const { sender } = event;
    leaving.get(sender.id)?.();
    const tell = (message: FeedMessage) => {
      if (!sender.isDestroyed()) sender.send(bridgeChannels.feed, message);
    };
    const leave = door.join(positionSchema.nullable().parse(position), tell, sessionOf(event));
    leaving.set(sender.id, leave);
    sender.once('destroyed', leave);
  });
}

/** A window is one session, also when it is reloaded; numbers of windows are never used again. */
function sessionOf({ sender }: IpcMainEvent | IpcMainInvokeEvent): string {
  return String(sender.id);
}

const dialogs = {
  import: { title: 'Folder of the model', properties: ['openDirectory'] },
  export: {
    title: 'New or empty folder for the model',
    properties: ['openDirectory', 'createDirectory'],
  },
  workspace: {
    title: 'Folder of the workspace',
    properties: ['openDirectory', 'createDirectory'],
  },
  sample: { title: 'Sample texts, one a line', properties: ['openFile'] },
  documents: { title: 'Files to import', properties: ['openFile', 'multiSelections'] },
  'document-folders': {
    title: 'Folders to import',
    properties: ['openDirectory', 'multiSelections'],
  },
  'document-export': {
    title: 'New or empty folder for the documents',
    properties: ['openDirectory', 'createDirectory'],
  },
} satisfies Record<PathPurpose, OpenDialogOptions>;

/** The paths are only told: what is done with them is checked like those that were typed. */
async function choosePaths(purpose: PathPurpose): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(dialogs[purpose]);
  return canceled ? [] : filePaths;
}

/** Only the page of the window itself may speak, not a frame inside it. */
function checkSender({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): void {
  if (senderFrame?.parent === null && isWindowAddress(senderFrame.url)) return;
  throw new Error('a message from something that is not the window');
}
