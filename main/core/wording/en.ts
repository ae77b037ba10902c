import { annotation } from './annotation/en.ts';
import { choiceNames } from './choice-names/en.ts';
import { cluster } from './cluster/en.ts';
import { common } from './common/en.ts';
import { checklist } from './checklist/en.ts';
import { checklistTopics } from './checklist-topics/en.ts';
import { consistency } from './consistency/en.ts';
import { dataSheet } from './data-sheet/en.ts';
import { engines } from './engines/en.ts';
import { fieldMeanings } from './field-meanings/en.ts';
import { fieldNames } from './field-names/en.ts';
import { figures } from './figures/en.ts';
import { files } from './files/en.ts';
import { findings } from './findings/en.ts';
import { handingOut } from './handing-out/en.ts';
import { insight } from './insight/en.ts';
import { lastTest } from './last-test/en.ts';
import { leaving } from './leaving/en.ts';
import { lineage } from './lineage/en.ts';
import { losses } from './losses/en.ts';
import { methods } from './methods/en.ts';
import { metricMeanings } from './metric-meanings/en.ts';
import { metricNames } from './metric-names/en.ts';
import { people } from './people/en.ts';
import { modelCard } from './model-card/en.ts';
import { perplexity } from './perplexity/en.ts';
import { records } from './records/en.ts';
import { plan } from './plan/en.ts';
import { planProblems } from './plan-problems/en.ts';
import { recipes } from './recipes/en.ts';
import { pretraining } from './pretraining/en.ts';
import { report } from './report/en.ts';
import { scores } from './scores/en.ts';
import { screening } from './screening/en.ts';
import { terminalReport } from './terminal-report/en.ts';
import { training } from './training/en.ts';
import { verdicts } from './verdicts/en.ts';
import { warnings } from './warnings/en.ts';
import { watching } from './watching/en.ts';
import { window } from './window/en.ts';
import { workspace } from './workspace/en.ts';
import type { Wording } from './wording.ts';

export const en: Wording = {
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
