import { common } from './common/ro.ts';
import { engines } from './engines/ro.ts';
import { frame } from './frame/ro.ts';
import { newStudy } from './new-study/ro.ts';
import type { WindowMessages } from './window-messages.ts';

export const ro: WindowMessages = { common, engines, frame, newStudy };
