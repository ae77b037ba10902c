import { audit } from './audit/ro.ts';
import { chart } from './chart/ro.ts';
import { common } from './common/ro.ts';
import { corpora } from './corpora/ro.ts';
import { documents } from './documents/ro.ts';
import { engines } from './engines/ro.ts';
import { exports } from './exports/ro.ts';
import { frame } from './frame/ro.ts';
import { library } from './library/ro.ts';
import { models } from './models/ro.ts';
import { newStudy } from './new-study/ro.ts';
import { parts } from './parts/ro.ts';
import { report } from './report/ro.ts';
import { results } from './results/ro.ts';
import { study } from './study/ro.ts';
import { vocabularies } from './vocabularies/ro.ts';
import { workspaces } from './workspaces/ro.ts';
import type { WindowMessages } from './window-messages.ts';

export const ro: WindowMessages = {
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
