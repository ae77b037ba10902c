import { engines } from './engines/en.ts';
import { frame } from './frame/en.ts';
import type { WindowMessages } from './window-messages.ts';

export const en: WindowMessages = { engines, frame };
