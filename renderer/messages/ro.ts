import { engines } from './engines/ro.ts';
import { frame } from './frame/ro.ts';
import type { WindowMessages } from './window-messages.ts';

export const ro: WindowMessages = { engines, frame };
