import { audit } from './audit/en.ts';
import { chart } from './chart/en.ts';
import { common } from './common/en.ts';
import { corpora } from './corpora/en.ts';
import { documents } from './documents/en.ts';
import { engines } from './engines/en.ts';
import { exports } from './exports/en.ts';
import { frame } from './frame/en.ts';
import { library } from './library/en.ts';
import { models } from './models/en.ts';
import { newStudy } from './new-study/en.ts';
import { parts } from './parts/en.ts';
import { report } from './report/en.ts';
import { results } from './results/en.ts';
import { study } from './study/en.ts';
import { vocabularies } from './vocabularies/en.ts';
import { workspaces } from './workspaces/en.ts';
import type { WindowMessages } from './window-messages.ts';

export const en: WindowMessages = {
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
