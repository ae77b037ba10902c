import { common } from './common/es.ts';
import { engines } from './engines/es.ts';
import { frame } from './frame/es.ts';
import { newStudy } from './new-study/es.ts';
import type { WindowMessages } from './window-messages.ts';

export const es: WindowMessages = { common, engines, frame, newStudy };
