import { engines } from './engines/es.ts';
import { frame } from './frame/es.ts';
import type { WindowMessages } from './window-messages.ts';

export const es: WindowMessages = { engines, frame };
