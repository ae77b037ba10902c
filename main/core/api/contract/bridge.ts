import type { FeedMessage, FeedPosition } from './events.ts';
import type { Reply } from './failure.ts';

/** What a path is chosen for: a folder to import or to export to, or of a workspace, or a file of sample texts. */
export type PathPurpose = 'import' | 'export' | 'workspace' | 'sample';

/** What the Electron bridge puts into the window as `window.anamnesis`. */
export interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>;
  /** Joins the feed of events; a second call replaces the first. */
  readonly join: (position: FeedPosition | null, listener: (message: FeedMessage) => void) => void;
  /** Asks with the system's dialog; null when nothing was chosen. */
  readonly choosePath: (purpose: PathPurpose) => Promise<string | null>;
}

/** The channels between the bridge and Electron's main process. */
export const bridgeChannels = {
  call: 'anamnesis:call',
  join: 'anamnesis:join',
  feed: 'anamnesis:feed',
  choosePath: 'anamnesis:choose-path',
} as const;
