import { common } from './common/es.ts';
import { engines } from './engines/es.ts';
import { files } from './files/es.ts';
import { leaving } from './leaving/es.ts';
import { window } from './window/es.ts';
import type { Wording } from './wording.ts';

export const es: Wording = {
  common,
  engines,
  files,
  leaving,
  window,
};
