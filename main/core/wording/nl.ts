import { annotation } from './annotation/nl.ts';
import { choiceNames } from './choice-names/nl.ts';
import { cluster } from './cluster/nl.ts';
import { common } from './common/nl.ts';
import { checklist } from './checklist/nl.ts';
import { checklistTopics } from './checklist-topics/nl.ts';
import { consistency } from './consistency/nl.ts';
import { dataSheet } from './data-sheet/nl.ts';
import { engines } from './engines/nl.ts';
import { fieldMeanings } from './field-meanings/nl.ts';
import { fieldNames } from './field-names/nl.ts';
import { figures } from './figures/nl.ts';
import { files } from './files/nl.ts';
import { findings } from './findings/nl.ts';
import { handingOut } from './handing-out/nl.ts';
import { insight } from './insight/nl.ts';
import { lastTest } from './last-test/nl.ts';
import { leaving } from './leaving/nl.ts';
import { lineage } from './lineage/nl.ts';
import { losses } from './losses/nl.ts';
import { methods } from './methods/nl.ts';
import { metricMeanings } from './metric-meanings/nl.ts';
import { metricNames } from './metric-names/nl.ts';
import { people } from './people/nl.ts';
import { modelCard } from './model-card/nl.ts';
import { perplexity } from './perplexity/nl.ts';
import { records } from './records/nl.ts';
import { plan } from './plan/nl.ts';
import { planProblems } from './plan-problems/nl.ts';
import { recipes } from './recipes/nl.ts';
import { pretraining } from './pretraining/nl.ts';
import { report } from './report/nl.ts';
import { scores } from './scores/nl.ts';
import { screening } from './screening/nl.ts';
import { terminalReport } from './terminal-report/nl.ts';
import { training } from './training/nl.ts';
import { verdicts } from './verdicts/nl.ts';
import { warnings } from './warnings/nl.ts';
import { watching } from './watching/nl.ts';
import { window } from './window/nl.ts';
import { workspace } from './workspace/nl.ts';
import type { Wording } from './wording.ts';

export const nl: Wording = {
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
