import { common } from './common/nl.ts';
import { engines } from './engines/nl.ts';
import { frame } from './frame/nl.ts';
import { newStudy } from './new-study/nl.ts';
import type { WindowMessages } from './window-messages.ts';

export const nl: WindowMessages = { common, engines, frame, newStudy };
