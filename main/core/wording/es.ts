import { annotation } from './annotation/es.ts';
import { choiceNames } from './choice-names/es.ts';
import { cluster } from './cluster/es.ts';
import { common } from './common/es.ts';
import { checklist } from './checklist/es.ts';
import { checklistTopics } from './checklist-topics/es.ts';
import { consistency } from './consistency/es.ts';
import { dataSheet } from './data-sheet/es.ts';
import { engines } from './engines/es.ts';
import { fieldMeanings } from './field-meanings/es.ts';
import { fieldNames } from './field-names/es.ts';
import { figures } from './figures/es.ts';
import { files } from './files/es.ts';
import { findings } from './findings/es.ts';
import { handingOut } from './handing-out/es.ts';
import { insight } from './insight/es.ts';
import { lastTest } from './last-test/es.ts';
import { leaving } from './leaving/es.ts';
import { lineage } from './lineage/es.ts';
import { losses } from './losses/es.ts';
import { methods } from './methods/es.ts';
import { metricMeanings } from './metric-meanings/es.ts';
import { metricNames } from './metric-names/es.ts';
import { people } from './people/es.ts';
import { modelCard } from './model-card/es.ts';
import { perplexity } from './perplexity/es.ts';
import { records } from './records/es.ts';
import { plan } from './plan/es.ts';
import { planProblems } from './plan-problems/es.ts';
import { recipes } from './recipes/es.ts';
import { pretraining } from './pretraining/es.ts';
import { report } from './report/es.ts';
import { scores } from './scores/es.ts';
import { screening } from './screening/es.ts';
import { terminalReport } from './terminal-report/es.ts';
import { training } from './training/es.ts';
import { verdicts } from './verdicts/es.ts';
import { warnings } from './warnings/es.ts';
import { watching } from './watching/es.ts';
import { window } from './window/es.ts';
import { workspace } from './workspace/es.ts';
import type { Wording } from './wording.ts';

export const es: Wording = {
  annotation,
  choiceNames,
  cluster,
  common,
  checklist,
  checklistTopics,
  consistency,
  dataSheet,
  engines,
  fieldMeanings,
  fieldNames,
  figures,
  files,
  findings,
  handingOut,
  insight,
  lastTest,
  leaving,
  lineage,
  losses,
  methods,
  metricMeanings,
  metricNames,
  people,
  modelCard,
  perplexity,
  records,
  plan,
  planProblems,
  recipes,
  pretraining,
  report,
  scores,
  screening,
  terminalReport,
  training,
  verdicts,
  warnings,
  watching,
  window,
  workspace,
};
