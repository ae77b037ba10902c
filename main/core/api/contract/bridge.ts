import type { FeedMessage, FeedPosition } from './events.ts';
import type { Reply } from './failure.ts';

/**
 * What paths are chosen for: the folder of a model to import or to export to, or of a workspace, a
 * file of sample texts, files or folders of documents, a folder for documents that leave.
 */
export type PathPurpose =
  | 'import'
  | 'export'
  | 'workspace'
  | 'sample'
  | 'documents'
  | 'document-folders'
  | 'document-export';

/** What the Electron bridge puts into the window as `window.anamnesis`. */
export interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>;
  /** Joins the feed of events; a second call replaces the first. */
  readonly join: (position: FeedPosition | null, listener: (message: FeedMessage) => void) => void;
  /** Asks with the system's dialog; none when nothing was chosen. */
  readonly choosePaths: (purpose: PathPurpose) => Promise<readonly string[]>;
  /** Where a file or folder lies that was dropped onto the window (a File); '' for one of no disk. */
  readonly pathOf: (file: object) => string;
}

/** The channels between the bridge and Electron's main process. */
export const bridgeChannels = {
  call: 'anamnesis:call',
  join: 'anamnesis:join',
  feed: 'anamnesis:feed',
  choosePaths: 'anamnesis:choose-paths',
} as const;
