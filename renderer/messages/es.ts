import { audit } from './audit/es.ts';
import { chart } from './chart/es.ts';
import { common } from './common/es.ts';
import { corpora } from './corpora/es.ts';
import { documents } from './documents/es.ts';
import { engines } from './engines/es.ts';
import { exports } from './exports/es.ts';
import { frame } from './frame/es.ts';
import { library } from './library/es.ts';
import { models } from './models/es.ts';
import { newStudy } from './new-study/es.ts';
import { parts } from './parts/es.ts';
import { report } from './report/es.ts';
import { results } from './results/es.ts';
import { study } from './study/es.ts';
import { vocabularies } from './vocabularies/es.ts';
import { workspaces } from './workspaces/es.ts';
import type { WindowMessages } from './window-messages.ts';

export const es: WindowMessages = {
  audit,
  chart,
  common,
  corpora,
  documents,
  engines,
  exports,
  frame,
  library,
  models,
  newStudy,
  parts,
  report,
  results,
  study,
  vocabularies,
  workspaces,
};
