import type { EnginesMessages } from './engines/messages.ts';
import type { FrameMessages } from './frame/messages.ts';

/** All that the window says, by area. */
export interface WindowMessages {
  readonly engines: EnginesMessages;
  readonly frame: FrameMessages;
}
