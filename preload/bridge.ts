import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '#contract/bridge.ts';
import { bridgeChannels } from '#contract/bridge.ts';
import type { FeedMessage } from '#contract/events.ts';
import type { Reply } from '#contract/failure.ts';

/** All that the window gets of Electron. The main process checks everything that comes through. */
const bridge: Bridge = {
  call: (name, input) =>
    ipcRenderer.invoke(bridgeChannels.call, name, input) as Promise<Reply<unknown>>,
  join: (position, listener) => {
    ipcRenderer.removeAllListeners(bridgeChannels.feed);
    ipcRenderer.on(bridgeChannels.feed, (_event, message: FeedMessage) => {
      listener(message);
    });
    ipcRenderer.send(bridgeChannels.join, position);
  },
  choosePaths: (purpose) =>
    ipcRenderer.invoke(bridgeChannels.choosePaths, purpose) as Promise<readonly string[]>,
  pathOf: (file) => webUtils.getPathForFile(file as File),
};

contextBridge.exposeInMainWorld('anamnesis', bridge);
