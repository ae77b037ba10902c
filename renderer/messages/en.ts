import { common } from './common/en.ts';
import { engines } from './engines/en.ts';
import { frame } from './frame/en.ts';
import { newStudy } from './new-study/en.ts';
import type { WindowMessages } from './window-messages.ts';

export const en: WindowMessages = { common, engines, frame, newStudy };
