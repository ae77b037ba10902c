import { common } from './common/nl.ts';
import { engines } from './engines/nl.ts';
import { files } from './files/nl.ts';
import { leaving } from './leaving/nl.ts';
import { window } from './window/nl.ts';
import type { Wording } from './wording.ts';

export const nl: Wording = {
  common,
  engines,
  files,
  leaving,
  window,
};
