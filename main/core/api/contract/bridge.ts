import type { FeedMessage, FeedPosition } from './events.ts';
import type { Reply } from './failure.ts';

/** What the Electron bridge puts into the window as `window.anamnesis`. */
export interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>;
  /** Joins the feed of events; a second call replaces the first. */
  readonly join: (position: FeedPosition | null, listener: (message: FeedMessage) => void) => void;
}

/** The three channels between the bridge and Electron's main process. */
export const bridgeChannels = {
  call: 'anamnesis:call',
  join: 'anamnesis:join',
  feed: 'anamnesis:feed',
} as const;
