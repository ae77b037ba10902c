import { annotation } from './annotation/ro.ts';
import { choiceNames } from './choice-names/ro.ts';
import { cluster } from './cluster/ro.ts';
import { common } from './common/ro.ts';
import { checklist } from './checklist/ro.ts';
import { checklistTopics } from './checklist-topics/ro.ts';
import { consistency } from './consistency/ro.ts';
import { dataSheet } from './data-sheet/ro.ts';
import { engines } from './engines/ro.ts';
import { fieldMeanings } from './field-meanings/ro.ts';
import { fieldNames } from './field-names/ro.ts';
import { figures } from './figures/ro.ts';
import { files } from './files/ro.ts';
import { findings } from './findings/ro.ts';
import { handingOut } from './handing-out/ro.ts';
import { insight } from './insight/ro.ts';
import { lastTest } from './last-test/ro.ts';
import { leaving } from './leaving/ro.ts';
import { lineage } from './lineage/ro.ts';
import { losses } from './losses/ro.ts';
import { methods } from './methods/ro.ts';
import { metricMeanings } from './metric-meanings/ro.ts';
import { metricNames } from './metric-names/ro.ts';
import { people } from './people/ro.ts';
import { modelCard } from './model-card/ro.ts';
import { perplexity } from './perplexity/ro.ts';
import { records } from './records/ro.ts';
import { plan } from './plan/ro.ts';
import { planProblems } from './plan-problems/ro.ts';
import { recipes } from './recipes/ro.ts';
import { pretraining } from './pretraining/ro.ts';
import { report } from './report/ro.ts';
import { scores } from './scores/ro.ts';
import { screening } from './screening/ro.ts';
import { terminalReport } from './terminal-report/ro.ts';
import { training } from './training/ro.ts';
import { verdicts } from './verdicts/ro.ts';
import { warnings } from './warnings/ro.ts';
import { watching } from './watching/ro.ts';
import { window } from './window/ro.ts';
import { workspace } from './workspace/ro.ts';
import type { Wording } from './wording.ts';

export const ro: Wording = {
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
