import { across } from './across/nl.ts';
import { annotation } from './annotation/nl.ts';
import { audit } from './audit/nl.ts';
import { chart } from './chart/nl.ts';
import { common } from './common/nl.ts';
import { corpora } from './corpora/nl.ts';
import { curves } from './curves/nl.ts';
import { documents } from './documents/nl.ts';
import { engines } from './engines/nl.ts';
import { errors } from './errors/nl.ts';
import { explain } from './explain/nl.ts';
import { exports } from './exports/nl.ts';
import { figures } from './figures/nl.ts';
import { frame } from './frame/nl.ts';
import { geometry } from './geometry/nl.ts';
import { labelErrors } from './label-errors/nl.ts';
import { inspecting } from './inspecting/nl.ts';
import { screening } from './screening/nl.ts';
import { learning } from './learning/nl.ts';
import { library } from './library/nl.ts';
import { models } from './models/nl.ts';
import { newStudy } from './new-study/nl.ts';
import { ordering } from './ordering/nl.ts';
import { parts } from './parts/nl.ts';
import { planForm } from './plan-form/nl.ts';
import { people } from './people/nl.ts';
import { report } from './report/nl.ts';
import { results } from './results/nl.ts';
import { settling } from './settling/nl.ts';
import { study } from './study/nl.ts';
import { threshold } from './threshold/nl.ts';
import { vocabularies } from './vocabularies/nl.ts';
import { watching } from './watching/nl.ts';
import { workspaces } from './workspaces/nl.ts';
import type { WindowMessages } from './window-messages.ts';

export const nl: WindowMessages = {
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
