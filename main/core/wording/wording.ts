import type { CommonWording } from './common/en.ts';
import type { EnginesWording } from './engines/en.ts';
import type { FilesWording } from './files/en.ts';
import type { LeavingWording } from './leaving/en.ts';
import type { WindowWording } from './window/en.ts';

/** All that the core says, by area. The English of each area is what the others must say. */
export interface Wording {
  readonly common: CommonWording;
  readonly engines: EnginesWording;
  readonly files: FilesWording;
  readonly leaving: LeavingWording;
  readonly window: WindowWording;
}

export type Area = keyof Wording;
