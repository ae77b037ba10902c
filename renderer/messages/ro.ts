import { across } from './across/ro.ts';
import { annotation } from './annotation/ro.ts';
import { audit } from './audit/ro.ts';
import { chart } from './chart/ro.ts';
import { common } from './common/ro.ts';
import { corpora } from './corpora/ro.ts';
import { curves } from './curves/ro.ts';
import { documents } from './documents/ro.ts';
import { engines } from './engines/ro.ts';
import { errors } from './errors/ro.ts';
import { explain } from './explain/ro.ts';
import { exports } from './exports/ro.ts';
import { figures } from './figures/ro.ts';
import { frame } from './frame/ro.ts';
import { geometry } from './geometry/ro.ts';
import { labelErrors } from './label-errors/ro.ts';
import { inspecting } from './inspecting/ro.ts';
import { screening } from './screening/ro.ts';
import { learning } from './learning/ro.ts';
import { library } from './library/ro.ts';
import { models } from './models/ro.ts';
import { newStudy } from './new-study/ro.ts';
import { ordering } from './ordering/ro.ts';
import { parts } from './parts/ro.ts';
import { planForm } from './plan-form/ro.ts';
import { people } from './people/ro.ts';
import { report } from './report/ro.ts';
import { results } from './results/ro.ts';
import { settling } from './settling/ro.ts';
import { study } from './study/ro.ts';
import { threshold } from './threshold/ro.ts';
import { vocabularies } from './vocabularies/ro.ts';
import { watching } from './watching/ro.ts';
import { workspaces } from './workspaces/ro.ts';
import type { WindowMessages } from './window-messages.ts';

export const ro: WindowMessages = {
  across,
  annotation,
  audit,
  chart,
  common,
  corpora,
  curves,
  documents,
  engines,
  errors,
  explain,
  exports,
  figures,
  frame,
  geometry,
  labelErrors,
  inspecting,
  screening,
  learning,
  library,
  models,
  newStudy,
  ordering,
  parts,
  planForm,
  people,
  report,
  results,
  settling,
  study,
  threshold,
  vocabularies,
  watching,
  workspaces,
};
