import { across } from './across/es.ts';
import { annotation } from './annotation/es.ts';
import { audit } from './audit/es.ts';
import { chart } from './chart/es.ts';
import { common } from './common/es.ts';
import { corpora } from './corpora/es.ts';
import { curves } from './curves/es.ts';
import { documents } from './documents/es.ts';
import { engines } from './engines/es.ts';
import { errors } from './errors/es.ts';
import { explain } from './explain/es.ts';
import { exports } from './exports/es.ts';
import { figures } from './figures/es.ts';
import { frame } from './frame/es.ts';
import { geometry } from './geometry/es.ts';
import { labelErrors } from './label-errors/es.ts';
import { inspecting } from './inspecting/es.ts';
import { screening } from './screening/es.ts';
import { learning } from './learning/es.ts';
import { library } from './library/es.ts';
import { models } from './models/es.ts';
import { newStudy } from './new-study/es.ts';
import { ordering } from './ordering/es.ts';
import { parts } from './parts/es.ts';
import { planForm } from './plan-form/es.ts';
import { people } from './people/es.ts';
import { report } from './report/es.ts';
import { results } from './results/es.ts';
import { settling } from './settling/es.ts';
import { study } from './study/es.ts';
import { threshold } from './threshold/es.ts';
import { vocabularies } from './vocabularies/es.ts';
import { watching } from './watching/es.ts';
import { workspaces } from './workspaces/es.ts';
import type { WindowMessages } from './window-messages.ts';

export const es: WindowMessages = {
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
