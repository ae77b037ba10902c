import type { RunView } from '#contract/run.ts';
import type { TaskView, WarningView } from '#contract/study.ts';

interface TitledText {
  readonly title: string;
  readonly text: string;
}
type Moment = 'reading' | 'failed' | 'interrupted' | 'waiting';

/** The list of studies, and one study: its state, steps, warnings, plan and removal. */
export interface StudyMessages {
  readonly lead: string;
  readonly study: string;
  readonly state: string;
  readonly steps: string;
  readonly timeLeft: string;
  readonly created: string;
  readonly takeOutOrRemove: string;
  readonly takeOut: (study: string) => string;
  readonly notKnownYet: string;
  /** Of parts that are finished, and of all. */
  readonly finishedOf: (finished: string, all: string) => string;
  readonly finishedSteps: (study: string) => string;
  readonly noStudies: string;
  readonly firstSteps: readonly TitledText[];
  readonly writePlan: string;
  readonly demo: string;
  readonly stepsFinished: (finished: string, all: string) => string;
  readonly timeLeftUnknown: string;
  readonly beginsByItself: string;
  readonly queueWaits: string;
  readonly wasInterrupted: string;
  readonly createdAt: (moment: string) => string;
  readonly startedAt: (moment: string) => string;
  readonly took: (duration: string) => string;
  /** What a person may decide about steps, and how it shows. */
  readonly steer: {
    readonly decideOn: (step: string) => string;
    readonly first: string;
    readonly leaveOut: string;
    readonly putBack: string;
    readonly retry: string;
    readonly isForward: string;
    readonly isLeftOut: string;
    readonly pause: string;
    readonly endPause: string;
    readonly isPaused: string;
  };
  readonly stop: string;
  readonly stopping: string;
  readonly takeOutOfQueue: string;
  readonly start: string;
  readonly resume: string;
  readonly finishedStepsOfStudy: string;
  readonly stopTitle: string;
  readonly stopStudy: string;
  readonly stopMeans: string;
  readonly warnings: string;
  readonly warningKinds: Readonly<Record<WarningView['kind'], string>>;
  readonly warningsByKind: (count: number, kinds: string) => string;
  readonly noSteps: Readonly<Record<Moment, TitledText>>;
  readonly plan: string;
  readonly planNote: string;
  readonly changePlan: string;
  readonly models: string;
  readonly learnedFirst: string;
  readonly progressOf: (step: string) => string;
  readonly taskKinds: Readonly<Record<TaskView['kind'], string>>;
  readonly grouped: (folds: string) => string;
  readonly foldsOfTask: (task: string) => string;
  readonly model: string;
  readonly foldColumn: (number: number) => string;
  readonly finished: string;
  readonly foldState: (model: string, fold: number, state: string) => string;
  readonly messages: string;
  readonly newestFirst: string;
  readonly now: string;
  readonly step: string;
  readonly follow: string;
  readonly nothingRan: TitledText;
  readonly kindOfModel: (kind: string, model: string) => string;
  readonly taskFold: (task: string, fold: number) => string;
  readonly stepProgress: string;
  readonly stepOf: (step: string, all: string) => string;
  readonly gotTo: (step: string, all: string) => string;
  readonly loss: string;
  readonly heldOutPerplexity: string;
  readonly perplexity: {
    readonly title: string;
    readonly corpus: string;
    readonly ofWord: string;
    readonly ofToken: string;
    readonly unknown: string;
    readonly before: string;
    readonly note: string;
  };
  readonly tokensPerSecond: string;
  readonly timeTaken: string;
  readonly engine: string;
  readonly engineChosenBy: Readonly<
    Record<NonNullable<RunView['engineSource']>, (engine: string) => string>
  >;
  readonly vocabularyCuts: string;
  readonly vocabulary: string;
  readonly remove: (study: string) => string;
  readonly removing: string;
  readonly removeTitle: (study: string) => string;
  readonly removeStudy: string;
  readonly looking: string;
  readonly goes: (steps: number, size: string) => string;
  readonly modelNamed: (name: string) => string;
  readonly trainings: (count: number) => string;
  readonly corpusText: (name: string, lines: number) => string;
  readonly labelledSet: (name: string, examples: number) => string;
  readonly stays: string;
  readonly noReturn: string;
}
