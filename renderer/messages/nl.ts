import { engines } from './engines/nl.ts';
import { frame } from './frame/nl.ts';
import type { WindowMessages } from './window-messages.ts';

export const nl: WindowMessages = { engines, frame };
