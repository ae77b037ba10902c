import type { ChoiceNamesWording } from './choice-names/en.ts';
import type { AnnotationWording } from './annotation/en.ts';
import type { CommonWording } from './common/en.ts';
import type { EnginesWording } from './engines/en.ts';
import type { FieldMeaningsWording } from './field-meanings/en.ts';
import type { FieldNamesWording } from './field-names/en.ts';
import type { FilesWording } from './files/en.ts';
import type { FindingsWording } from './findings/en.ts';
import type { LeavingWording } from './leaving/en.ts';
import type { LineageWording } from './lineage/en.ts';
import type { LossesWording } from './losses/en.ts';
import type { MetricMeaningsWording } from './metric-meanings/en.ts';
import type { MetricNamesWording } from './metric-names/en.ts';
import type { PeopleWording } from './people/en.ts';
import type { PlanWording } from './plan/en.ts';
import type { PlanProblemsWording } from './plan-problems/en.ts';
import type { RecipesWording } from './recipes/en.ts';
import type { PretrainingWording } from './pretraining/en.ts';
import type { ReportWording } from './report/en.ts';
import type { ScoresWording } from './scores/en.ts';
import type { TerminalReportWording } from './terminal-report/en.ts';
import type { TrainingWording } from './training/en.ts';
import type { VerdictsWording } from './verdicts/en.ts';
import type { WarningsWording } from './warnings/en.ts';
import type { WindowWording } from './window/en.ts';
import type { WorkspaceWording } from './workspace/en.ts';

/** All that the core says, by area. The English of each area is what the others must say. */
export interface Wording {
  readonly choiceNames: ChoiceNamesWording;
  readonly annotation: AnnotationWording;
  readonly common: CommonWording;
  readonly engines: EnginesWording;
  readonly fieldMeanings: FieldMeaningsWording;
  readonly fieldNames: FieldNamesWording;
  readonly files: FilesWording;
  readonly findings: FindingsWording;
  readonly leaving: LeavingWording;
  readonly lineage: LineageWording;
  readonly losses: LossesWording;
  readonly metricMeanings: MetricMeaningsWording;
  readonly metricNames: MetricNamesWording;
  readonly people: PeopleWording;
  readonly plan: PlanWording;
  readonly planProblems: PlanProblemsWording;
  readonly recipes: RecipesWording;
  readonly pretraining: PretrainingWording;
  readonly report: ReportWording;
  readonly scores: ScoresWording;
  readonly terminalReport: TerminalReportWording;
  readonly training: TrainingWording;
  readonly verdicts: VerdictsWording;
  readonly warnings: WarningsWording;
  readonly window: WindowWording;
  readonly workspace: WorkspaceWording;
}

export type Area = keyof Wording;
