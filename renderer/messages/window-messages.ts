import type { CommonMessages } from './common/messages.ts';
import type { EnginesMessages } from './engines/messages.ts';
import type { FrameMessages } from './frame/messages.ts';
import type { NewStudyMessages } from './new-study/messages.ts';

/** All that the window says, by area. */
export interface WindowMessages {
  readonly common: CommonMessages;
  readonly engines: EnginesMessages;
  readonly frame: FrameMessages;
  readonly newStudy: NewStudyMessages;
}
