import { common } from './common/ro.ts';
import { engines } from './engines/ro.ts';
import { files } from './files/ro.ts';
import { leaving } from './leaving/ro.ts';
import { window } from './window/ro.ts';
import type { Wording } from './wording.ts';

export const ro: Wording = {
  common,
  engines,
  files,
  leaving,
  window,
};
