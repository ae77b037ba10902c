import type { FeedMessage, FeedPosition } from './events.ts';
import type { Reply } from './failure.ts';

/** Whether the workspace is open, waits for its passphrase, or has yet to be made. */
export type DoorState = 'open' | 'locked' | 'absent';

/** What a path is chosen for: a folder to import or to export to, or a file of sample texts. */
export type PathPurpose = 'import' | 'export' | 'sample';

/** What the Electron bridge puts into the window as `window.anamnesis`. */
export interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>;
  /** Joins the feed of events; a second call replaces the first. */
  readonly join: (position: FeedPosition | null, listener: (message: FeedMessage) => void) => void;
  readonly door: () => Promise<DoorState>;
  /** Opens the workspace, or makes it with this passphrase where there is none. */
  readonly unlock: (passphrase: string) => Promise<Reply<null>>;
  /** Asks with the system's dialog; null when nothing was chosen. */
  readonly choosePath: (purpose: PathPurpose) => Promise<string | null>;
}

/** The channels between the bridge and Electron's main process. */
export const bridgeChannels = {
  call: 'anamnesis:call',
  join: 'anamnesis:join',
  feed: 'anamnesis:feed',
  door: 'anamnesis:door',
  unlock: 'anamnesis:unlock',
  choosePath: 'anamnesis:choose-path',
} as const;
