import { common } from './common/en.ts';
import { engines } from './engines/en.ts';
import { files } from './files/en.ts';
import { leaving } from './leaving/en.ts';
import { window } from './window/en.ts';
import type { Wording } from './wording.ts';

export const en: Wording = {
  common,
  engines,
  files,
  leaving,
  window,
};
