import type { ModelLine, ModelTask } from '#contract/models.ts';

/** What the list of models tells of each. */
export type ModelColumn =
  'name' | 'origin' | 'family' | 'parameters' | 'size' | 'vocabulary' | 'languages' | 'stored';

/** The library of models. */
export interface LibraryMessages {
  readonly title: string;
  readonly lead: string;
  readonly allModels: string;
  readonly freeSpace: string;
  readonly importModel: string;
  /** Buttons of one model. */
  readonly verify: string;
  readonly export: string;
  readonly exportForm: string;
  readonly keep: string;
  readonly keepHint: string;
  readonly doNotKeep: string;
  readonly remove: string;
  readonly inPlans: string;
  /** What models are. */
  readonly origins: Readonly<Record<ModelLine['origin'], string>>;
  readonly originIn: (origin: string, study: string) => string;
  readonly inStudy: (study: string) => string;
  readonly fromModel: (model: string) => string;
  readonly heads: Readonly<Record<NonNullable<ModelLine['head']>, string>>;
  readonly bareEncoder: string;
  readonly standings: Readonly<Record<ModelLine['standing']['reason'], string>>;
  readonly superseded: string;
  readonly kept: string;
  readonly exported: string;
  /** Columns, facts and filters. */
  readonly columns: Readonly<Record<ModelColumn, string>>;
  readonly sortedAscending: (column: string) => string;
  readonly sortedDescending: (column: string) => string;
  readonly findModel: string;
  readonly findExample: string;
  readonly whatItDoes: string;
  readonly any: string;
  readonly whereFrom: string;
  readonly everywhere: string;
  readonly study: string;
  readonly quoted: (words: string) => string;
  readonly noneMatches: (filter: string) => string;
  readonly stillThere: (count: number) => string;
  readonly clearFilter: string;
  readonly shownModels: string;
  readonly allShown: (count: number, bytes: string) => string;
  readonly someShown: (shown: string, count: number, bytes: string) => string;
  readonly noneShown: (count: number) => string;
  readonly facts: string;
  readonly shape: string;
  readonly shapeOf: (layers: string, hiddenSize: string, heads: number) => string;
  readonly longestText: string;
  readonly tokens: (count: number) => string;
  readonly pieces: (count: number) => string;
  readonly classes: string;
  readonly weightsHash: string;
  /** Its line. */
  readonly lineage: string;
  readonly lineageNote: string;
  readonly lineageTable: string;
  readonly step: string;
  readonly data: string;
  readonly run: string;
  readonly when: string;
  readonly vocabularyOfStudy: (study: string) => string;
  /** What was measured. */
  readonly measured: string;
  readonly measuredNote: string;
  readonly notMeasured: string;
  readonly notMeasuredHint: string;
  readonly measuredTable: string;
  readonly task: string;
  readonly folds: string;
  readonly metrics: string;
  /** What depends on it. */
  readonly dependents: string;
  readonly isStage: string;
  readonly noDependents: string;
  readonly madeFromIt: string;
  readonly startFromIt: string;
  /** What was told at its import. */
  readonly importNotes: string;
  readonly notesUnknown: string;
  readonly notesNone: string;
  readonly weights: (count: number) => string;
  /** Forms. */
  readonly importTitle: string;
  readonly importFolder: string;
  readonly importFolderHint: (folder: string) => string;
  readonly importName: string;
  readonly importNameRule: string;
  readonly import: string;
  readonly workUnderWay: string;
  readonly exportWrites: string;
  readonly exportIsPlain: string;
  readonly exportCare: string;
  readonly exportFolder: string;
  readonly exportFolderHint: (folder: string) => string;
  readonly smallerCopy: string;
  readonly smallerCopyHint: string;
  readonly sampleFile: string;
  readonly sampleFileHint: string;
  /** Work on a model. */
  readonly tasks: Readonly<Record<ModelTask['request']['kind'], (subject: string) => string>>;
  readonly underWay: string;
  readonly workOnModel: string;
  readonly showIt: string;
  readonly copyDisagrees: (model: string) => string;
  readonly onYourTexts: string;
  readonly neededAtLeast: string;
  readonly copyDisagreesHint: string;
  readonly copyUnproven: (model: string) => string;
  readonly neededButFound: (needed: string, found: string) => string;
  readonly nothingWritten: string;
  readonly exportWithoutCopy: string;
  readonly intoFolder: (folder: string) => string;
  /** Removal of one model. */
  readonly removeQuestion: (model: string) => string;
  readonly removeConfirm: string;
  readonly removeStage: (study: string) => string;
  readonly removeStageWithModels: string;
  readonly removeParent: string;
  readonly removeLoses: (bytes: string) => string;
  readonly removeStopsPlans: string;
  readonly removeIsFree: string;
  /** Removal of superseded models. */
  readonly pruneQuestion: string;
  readonly pruneConfirm: (bytes: string) => string;
  readonly looking: string;
  readonly nothingSuperseded: (count: number) => string;
  readonly pruneExplained: (kept: number) => string;
  readonly pruneList: string;
  readonly pruneOfStudy: (study: string, moment: string) => string;
  readonly unusedFiles: (count: number) => string;
  readonly pruned: (bytes: string, models: number, files: number) => string;
  readonly prunedReusable: (bytes: string) => string;
  /** An empty library. */
  readonly noModels: string;
  readonly firstSteps: readonly { readonly title: string; readonly text: string }[];
  readonly noFolder: string;
  readonly writePlan: string;
  readonly tryIt: string;
  readonly tryNote: string;
  readonly tryButton: string;
  readonly tryWaiting: string;
  readonly trySaid: string;
  readonly tryClass: string;
  readonly tryProbability: string;
  readonly trySought: string;
  readonly tryCalibrated: (label: string, probability: string) => string;
  readonly tryUncalibrated: (label: string, probability: string) => string;
  readonly tryAlert: (threshold: string) => string;
  readonly tryNoAlert: (threshold: string) => string;
  readonly tryNoThreshold: string;
  readonly tryApproximate: string;
  readonly tryRawProbability: string;
  readonly tryUnread: (share: string) => string;
  readonly tryLabel: string;
  readonly tryFrom: string;
  readonly tryGiven: (labels: string) => string;
  readonly tryNothing: string;
}
