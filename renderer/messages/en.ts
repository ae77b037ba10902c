import { across } from './across/en.ts';
import { annotation } from './annotation/en.ts';
import { audit } from './audit/en.ts';
import { chart } from './chart/en.ts';
import { common } from './common/en.ts';
import { corpora } from './corpora/en.ts';
import { curves } from './curves/en.ts';
import { documents } from './documents/en.ts';
import { engines } from './engines/en.ts';
import { errors } from './errors/en.ts';
import { explain } from './explain/en.ts';
import { exports } from './exports/en.ts';
import { figures } from './figures/en.ts';
import { frame } from './frame/en.ts';
import { geometry } from './geometry/en.ts';
import { labelErrors } from './label-errors/en.ts';
import { inspecting } from './inspecting/en.ts';
import { screening } from './screening/en.ts';
import { learning } from './learning/en.ts';
import { library } from './library/en.ts';
import { models } from './models/en.ts';
import { newStudy } from './new-study/en.ts';
import { ordering } from './ordering/en.ts';
import { parts } from './parts/en.ts';
import { planForm } from './plan-form/en.ts';
import { people } from './people/en.ts';
import { report } from './report/en.ts';
import { results } from './results/en.ts';
import { settling } from './settling/en.ts';
import { study } from './study/en.ts';
import { threshold } from './threshold/en.ts';
import { vocabularies } from './vocabularies/en.ts';
import { watching } from './watching/en.ts';
import { workspaces } from './workspaces/en.ts';
import type { WindowMessages } from './window-messages.ts';

export const en: WindowMessages = {
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
