import type { Person, Role } from '#core/domain/person.ts';
import type { AcrossQuestion, AcrossView } from './contract/across.ts';
import type {
  Alike,
  AskForAlike,
  AskForNeighbour,
  AskForQueue,
  ChangeScheme,
  CreatedProject,
  CreateProject,
  GuidelinesView,
  Labellers,
  OfProjectDocument,
  OpenedDocument,
  ProjectRow,
  ProjectView,
  QueuePage,
  SchemeView,
  SuggestedView,
  SuggestPredicted,
  SuggestTerms,
  WriteGuidelines,
} from './contract/annotation.ts';
import type {
  AgreementView,
  AskForDisagreements,
  Corrections,
  Decide,
  Decided,
  DifferencesView,
  Disagreements,
  FreezeLabels,
  FrozenLabelsView,
} from './contract/annotation-settling.ts';
import type {
  ModelWork,
  ModelWorkRequest,
  QueueOrderView,
  TrainProjectModel,
} from './contract/annotation-model.ts';
import type { Applied, ApplyEdits, AskForUndo } from './contract/annotation-edits.ts';
import type {
  AppliedChecks,
  AskForLabelErrors,
  CheckLabel,
  ComparedVersions,
  CompareVersions,
  LabelChecksView,
  LabelErrorsView,
  OfSetVersion,
  StartLabelCheck,
} from './contract/label-errors.ts';
import type {
  FreezeChoice,
  FreezeCount,
  FreezeRequest,
  FrozenDocumentView,
  FrozenFilterView,
  NamedVersion,
} from './contract/frozen-sets.ts';
import type {
  AskForInsightFile,
  Explain,
  ExplanationView,
  InsightView,
  InsightWork,
  ReadFile,
  ShippedTerms,
} from './contract/insights.ts';
import type { NewPersonView, PeopleView } from './contract/people.ts';
import type { AuditCheck, AuditFileFormat, AuditPage, AuditQuestion } from './contract/audit.ts';
import type {
  CollectionStatisticsView,
  CollectionsView,
  DocumentFilterView,
  DocumentRow,
  DocumentView,
  FilterValues,
  ImportRequestView,
  ImportTask,
  Looked,
  LookRequest,
} from './contract/documents.ts';
import type { DocumentChoiceView } from './contract/document-choice.ts';
import type { ExportRequest, ExportTask } from './contract/document-export.ts';
import type { EntitiesView, LookAtEntities } from './contract/geometry.ts';
import type { EnginesView } from './contract/engines.ts';
import type { ApiEvent } from './contract/events.ts';
import type { FolderView } from './contract/folders.ts';
import type {
  ModelDetails,
  ModelLibraryView,
  ModelTask,
  ModelTaskRequest,
  PredictionView,
  PruningResultView,
  PruningView,
} from './contract/models.ts';
import type { Language } from './contract/language.ts';
import type { LearningView } from './contract/learning.ts';
import type { PlanCheck } from './contract/plan.ts';
import type { PlanChangeView, PlanFieldsView, Recipe, TriedPlan } from './contract/plan-form.ts';
import type { AskForReportFile, StudyReportFile } from './contract/report-file.ts';
import type { ResultFile, ResultFileName } from './contract/result-file.ts';
import type {
  ClassQuestionView,
  ClassScoresView,
  ErrorsQuestion,
  ErrorsView,
  ExampleQuestion,
  FiguresQuestion,
  ModelFiguresView,
  TestedExampleView,
} from './contract/scores.ts';
import type { StudyUpdate, StudyVersion } from './contract/study-changes.ts';
import type { LossCurve, RunDecision } from './contract/run.ts';
import type { StudyRemovalView } from './contract/study-removal.ts';
import type { StudySummary, StudyView } from './contract/study.ts';
import type { TokenRequest, TokenTask } from './contract/token-count.ts';
import type { WorkspaceView } from './contract/workspace.ts';
import type { ScreeningService } from './screening-port.ts';
import type { ScreeningWorkService } from './screening-work-port.ts';
import type { WatchingService } from './watching-port.ts';

/**
 * What the api needs of the product. Every method throws an AnamnesisError for what a user can
 * cause; anything else that is thrown reaches the window as `program.fault` without its text.
 */
export interface StudyService {
  /** Newest first. */
  list(): Promise<readonly StudySummary[]>;
  /** Throws `study.missing`. */
  get(studyId: string): Promise<StudyView>;
  /** What the plan asks for, and which study it would change; stores nothing. Throws `plan.*`. */
  checkPlan(planText: string): Promise<PlanCheck>;
  planFields(): Promise<PlanFieldsView>;
  /** Throws `plan.not-json`. */
  changePlan(
    planText: string,
    step: { readonly recipe: Recipe | null; readonly change: PlanChangeView },
  ): Promise<string>;
  tryPlan(planText: string, recipe: Recipe | null): Promise<TriedPlan>;
  /**
   * Validates the plan, stores the study, begins to run it and returns its id without waiting. While
   * another runs it is put into the queue. Throws `plan.*`, `study.running`,
   * `workspace.trainer-active` while another program trains on the workspace.
   */
  start(planText: string): Promise<string>;
  /**
   * Goes on with a stopped or failed study, or puts it into the queue while another runs. Throws
   * `study.missing`, `workspace.trainer-active`.
   */
  resume(studyId: string): Promise<void>;
  /** Takes a study out of the queue; what it has done is kept. */
  unqueue(studyId: string): Promise<void>;
  /** What is different since a version; all for a version that this life of the host does not know. */
  changes(studyId: string, since: StudyVersion | null): Promise<StudyUpdate>;
  /**
   * What a person decides about a run of the plan; a run that is tried again begins its study where
   * nothing runs. Throws `record.missing` for one that the plan does not have, `run.state-refused`
   * for one that is under way or finished.
   */
  decideRun(
    studyId: string,
    of: { readonly key: string; readonly decision: RunDecision },
  ): Promise<void>;
  /** Whether a study ends when the step at hand has; kept until it is gone on with. */
  pause(studyId: string, isPaused: boolean): Promise<void>;
  /** Returns when stopping was asked for; the end is told as `study-changed`. */
  stop(studyId: string): Promise<void>;
  /** What would go with it. Throws `study.missing`, `study.in-use`. */
  removal(studyId: string): Promise<StudyRemovalView>;
  /** Throws `study.missing`, `study.in-use`, `workspace.trainer-active`. */
  remove(studyId: string): Promise<void>;
  /** At most 400 points, ordered by step; empty for a run without losses. */
  lossCurve(studyId: string, runId: string): Promise<LossCurve>;
  /** Of all folds of a task; empty for a task without losses. Throws `record.missing`. */
  learning(studyId: string, task: string): Promise<LearningView>;
  /** A task beside the same task of other studies. Throws `record.missing`. */
  across(question: AcrossQuestion): Promise<AcrossView>;
  /** In a language. */
  report(
    studyId: string,
    asked: {
      readonly language: Language;
      readonly withChecklist: boolean;
      readonly withMethods: boolean;
    },
  ): Promise<{ fileName: string; html: string }>;
  /** Throws `record.missing`. */
  resultFile(
    studyId: string,
    file: { readonly name: ResultFileName; readonly language: Language },
  ): Promise<ResultFile>;
  /** Throws `record.missing`, `report.unset`. */
  reportFile(question: AskForReportFile): Promise<StudyReportFile>;
  planTemplate(): Promise<{ planText: string; pathsRelativeTo: string }>;
  /** Calls the listener with each event from now on. Returns how to end that. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
}

/**
 * What models said of the examples of test folds. Tasks and models are named as the window shows them.
 * Every method throws `record.missing` for a name that the study does not have.
 */
export interface ScoreService {
  figures(question: FiguresQuestion): Promise<ModelFiguresView>;
  /** Throws `evaluation.empty` before a fold has finished, `evaluation.out-of-range`, `evaluation.unknown-label`. */
  ofClass(question: ClassQuestionView): Promise<ClassScoresView>;
  errors(question: ErrorsQuestion): Promise<ErrorsView>;
  /** With its text. */
  example(question: ExampleQuestion): Promise<TestedExampleView>;
}

/**
 * Plans that are being written, each by one person: for the study that one changes, or null for a
 * new one.
 */
export interface DraftService {
  /** Null where nothing was written. */
  get(personId: string, studyId: string | null): Promise<string | null>;
  /** With null what was written is forgotten. */
  keep(
    personId: string,
    draft: { readonly studyId: string | null; readonly planText: string | null },
  ): Promise<void>;
}

export interface WorkspaceService {
  describe(): Promise<WorkspaceView>;
}

export interface EngineService {
  describe(): Promise<EnginesView>;
  /**
   * Returns when it has begun. Throws `workspace.trainer-active` while a study trains on the
   * workspace: both would be slower, and the figures wrong.
   */
  measure(): Promise<void>;
  /** Calls the listener with each event from now on. Returns how to end that. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
}

export interface ModelService {
  list(): Promise<ModelLibraryView>;
  /** Throws `record.missing`, `blob.*`. */
  get(modelId: string): Promise<ModelDetails>;
  task(): Promise<ModelTask | null>;
  /** Returns the task's id when it has begun. Throws `model.task-running`, `record.missing`. */
  startTask(request: ModelTaskRequest): Promise<string>;
  /** What a fine-tuned model says of a text, of which nothing is stored. Throws `model.no-classifier`. */
  predict(modelId: string, text: string): Promise<PredictionView>;
  /** Marks a model to be kept, or takes the mark away. */
  keep(modelId: string, keep: boolean): Promise<void>;
  /** Throws `model.in-use`, `workspace.trainer-active`. */
  remove(modelId: string): Promise<void>;
  pruning(): Promise<PruningView>;
  /** Removes those of these models that are superseded. Throws `workspace.trainer-active`. */
  prune(modelIds: readonly string[]): Promise<PruningResultView>;
  /** Calls the listener with each event from now on. Returns how to end that. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
}

export interface DocumentService {
  collections(): Promise<CollectionsView>;
  /** Throws `file.missing`, `file.unreadable`, `record.missing` for a mapping that was not kept. */
  look(request: LookRequest): Promise<Looked>;
  task(): Promise<ImportTask | null>;
  /** Returns the task's id when it has begun. Throws `collection.import-running`. */
  startImport(request: ImportRequestView): Promise<string>;
  stopImport(): Promise<void>;
  /** Throws `record.missing`, `collection.in-use`. */
  removeCollection(collectionId: number): Promise<void>;
  numbers(filter: DocumentFilterView): Promise<readonly number[]>;
  rows(numbers: readonly number[]): Promise<readonly DocumentRow[]>;
  values(collectionId: number): Promise<FilterValues>;
  /** Throws `record.missing`. */
  get(number: number): Promise<DocumentView>;
  /** Calls the listener with each event from now on. Returns how to end that. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
  /** Asks a running import to end, before the workspace is closed. */
  close(): void;
}

export interface SetService {
  /** Throws `record.missing`, as all do that name a version. */
  numbers(of: NamedVersion, filter: FrozenFilterView): Promise<readonly number[]>;
  values(of: NamedVersion): Promise<FilterValues>;
  document(of: NamedVersion, number: number): Promise<FrozenDocumentView>;
  /** Throws `record.missing` for a name of a list that nothing has. */
  count(choice: FreezeChoice): Promise<FreezeCount>;
  /** Throws `dataset.empty`, and what `count` throws. */
  freeze(request: FreezeRequest): Promise<{ name: string; version: number }>;
  /** Calls the listener with each event from now on. Returns how to end that. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
}

export interface StatisticsService {
  /** Throws `record.missing`. */
  of(choice: DocumentChoiceView): Promise<CollectionStatisticsView>;
  tokenTask(): Promise<TokenTask | null>;
  /** Returns the task's id when it has begun. Throws `collection.count-running`, `record.missing`. */
  countTokens(request: TokenRequest): Promise<string>;
  stopTokens(): Promise<void>;
  /** Calls the listener with each event from now on. Returns how to end that. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
  /** Asks a running count to end, before the workspace is closed. */
  close(): void;
}

export interface ExportService {
  task(): Promise<ExportTask | null>;
  /**
   * Returns the task's id when it has begun. Throws `collection.export-running`,
   * `collection.folder-taken`, `collection.folder-refused`, `collection.empty`, `record.missing`.
   */
  count(request: ExportRequest): Promise<string>;
  /** Begins to write what was counted. Throws `record.missing` where nothing waits for it. */
  write(taskId: string): Promise<void>;
  stop(): Promise<void>;
  /** Calls the listener with each event from now on. Returns how to end that. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
  /** Asks a running export to end, before the workspace is closed. */
  close(): void;
}

/**
 * Labels of people. Whoever asks gets their own and never those of another. Throws `record.missing`
 * for a project that is not there.
 */
export interface AnnotationService {
  list(asking: Person): Promise<readonly ProjectRow[]>;
  propose(documents: DocumentChoiceView): Promise<SchemeView>;
  labellers(): Promise<Labellers>;
  /**
   * Throws `annotation.scheme-invalid`, `annotation.name-taken`, `annotation.no-annotator`,
   * `collection.empty`.
   */
  create(request: CreateProject, asking: Person): Promise<CreatedProject>;
  remove(projectId: number): Promise<void>;
  get(projectId: number, asking: Person): Promise<ProjectView>;
  /** Throws `annotation.label-in-use`, `annotation.outdated`, `annotation.scheme-invalid`. */
  changeScheme(request: ChangeScheme, asking: Person): Promise<{ version: number }>;
  /** Throws `annotation.outdated`. */
  writeGuidelines(request: WriteGuidelines, asking: Person): Promise<{ version: number }>;
  guidelines(asked: { projectId: number; version: number }): Promise<GuidelinesView>;
  queue(asked: AskForQueue, asking: Person): Promise<QueuePage>;
  neighbour(asked: AskForNeighbour, asking: Person): Promise<number | null>;
  /** Throws `annotation.not-assigned`. */
  open(place: OfProjectDocument, asking: Person): Promise<OpenedDocument>;
  /**
   * On the disk when it resolves. Throws `annotation.outdated`, `annotation.adjudicated`,
   * `annotation.not-assigned` and what the scheme or the text does not allow.
   */
  edit(action: ApplyEdits, asking: Person): Promise<Applied>;
  /** Throws `annotation.nothing-to-undo`, `annotation.outdated`, `annotation.adjudicated`. */
  undo(asked: AskForUndo, direction: 'undo' | 'redo', asking: Person): Promise<Applied>;
  alike(question: AskForAlike, asking: Person): Promise<Alike>;
  /** Throws `annotation.label-unknown`, `model.task-running`, `collection.stopped`. */
  suggestTerms(request: SuggestTerms, asking: Person): Promise<SuggestedView>;
  suggestMarked(projectId: number, asking: Person): Promise<SuggestedView>;
  /** What is being looked up for this person. */
  stopSuggesting(asking: Person): Promise<void>;
  /** Throws `annotation.not-assigned`, `model.no-classifier`, `record.missing`. */
  suggestPredicted(request: SuggestPredicted, asking: Person): Promise<void>;
  /** Calls the listener with each event from now on. Returns how to end that. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
  /** Asks what is being looked up to end, before the workspace is closed. */
  close(): void;
}

/** What two persons disagree on; who is who is told to nobody. */
export interface SettlingService {
  disagreements(asked: AskForDisagreements): Promise<Disagreements>;
  /** Locks the labels of both. Throws `annotation.not-both-done`. */
  differences(place: OfProjectDocument, asking: Person): Promise<DifferencesView>;
  /** Throws `annotation.outdated`, `annotation.conflict-missing`, `annotation.not-both-done`. */
  decide(decision: Decide, asking: Person): Promise<Decided>;
  corrections(asked: AskForDisagreements, asking: Person): Promise<Corrections>;
  agreement(projectId: number): Promise<AgreementView>;
  /** Throws `annotation.nothing-done`. */
  freeze(request: FreezeLabels): Promise<FrozenLabelsView>;
  /** Calls the listener with each event from now on. Returns how to end that. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
}

/** Models at work in projects. Throws `record.missing` for a project or model that is not there. */
export interface AnnotationModelService {
  /** Returns the id of the study. Throws `annotation.nothing-done`, `study.running`. */
  train(order: TrainProjectModel): Promise<string>;
  /** What comes next, and what that rests on. */
  queueOrder(projectId: number): Promise<QueueOrderView>;
  latest(): Promise<ModelWork | null>;
  /** Returns its id when it has begun. Throws `model.task-running`. */
  start(request: ModelWorkRequest): Promise<string>;
  stop(): Promise<void>;
  /** Calls the listener with each event from now on. Returns how to end that. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
  /** Asks a work to end, before the workspace is closed. */
  close(): void;
}

/** Labels of frozen sets that a model does not believe. Throws `record.missing` for what is not there. */
export interface LabelErrorService {
  /** Returns the id of the study. Throws `api.invalid-input` for words counted on spans, `study.running`. */
  start(order: StartLabelCheck): Promise<string>;
  checks(of: OfSetVersion): Promise<LabelChecksView['checks']>;
  errors(question: AskForLabelErrors): Promise<LabelErrorsView>;
  check(decision: CheckLabel, asking: Person): Promise<void>;
  /** Makes the next version. Throws `annotation.nothing-done`. */
  apply(of: OfSetVersion): Promise<AppliedChecks>;
  compare(versions: CompareVersions): Promise<ComparedVersions>;
  /** Calls the listener with each event from now on. Returns how to end that. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
}

/** What was found out of models. Throws `record.missing` for what is not there. */
export interface InsightService {
  list(): Promise<readonly InsightView[]>;
  latest(): Promise<InsightWork | null>;
  terms(list: ShippedTerms): Promise<readonly string[]>;
  /** Throws `explanation.term-list`. */
  readFile(file: ReadFile): Promise<string>;
  /**
   * Returns its id when it has begun; one that was done with all the same is not done again. Throws
   * `model.task-running`, `explanation.no-words`, `explanation.no-classes`, `explanation.unknown-class`.
   */
  explain(request: Explain): Promise<number>;
  /** Returns its id when it has begun. Throws `model.task-running`, `record.missing`. */
  lookAtEntities(order: LookAtEntities): Promise<number>;
  entities(insightId: number): Promise<EntitiesView>;
  /** Throws `model.task-running`. */
  resume(insightId: number): Promise<void>;
  stop(): Promise<void>;
  explanation(insightId: number): Promise<ExplanationView>;
  /** Words of notes stand in it; the audit log keeps that it left. */
  file(asked: AskForInsightFile): Promise<ResultFile>;
  /** Throws `person.not-permitted` for what others have kept, `model.task-running`. */
  remove(insightId: number, asking: Person): Promise<void>;
  /** Calls the listener with each event from now on. Returns how to end that. */
  subscribe(listener: (event: ApiEvent) => void): () => void;
  /** Asks a work to end, before the workspace is closed. */
  close(): void;
}

export interface FolderService {
  /** Throws `file.missing`, `file.unreadable`. */
  list(path: string | null): Promise<FolderView>;
}

export interface PeopleService {
  list(): Promise<PeopleView>;
  /** Throws `person.name-taken`, `person.name-missing`, `workspace.passphrase-empty`. */
  add(person: NewPersonView): Promise<string>;
  /** This and what follows throw `record.missing`, and `person.last-owner` where that would go. */
  setRole(personId: string, role: Role): Promise<void>;
  lock(personId: string): Promise<void>;
  unlock(personId: string): Promise<void>;
  remove(personId: string): Promise<void>;
  /** Throws `workspace.passphrase-empty`. */
  resetPassphrase(personId: string, passphrase: string): Promise<void>;
  /**
   * Throws `person.unknown` for another present one, `person.too-many-attempts`,
   * `workspace.passphrase-empty`.
   */
  changePassphrase(
    asking: Person,
    change: { readonly present: string; readonly passphrase: string },
  ): Promise<void>;
  makeRecoveryKey(): Promise<string>;
}

export interface AuditService {
  /** Newest first. */
  list(question: AuditQuestion): Promise<AuditPage>;
  /** The whole log; that it left is its last entry. */
  file(format: AuditFileFormat): Promise<ResultFile>;
  verify(): Promise<AuditCheck>;
}

/** An unexpected error, for the host's own log; its message may hold text and must not be logged. */
export type FaultListener = (procedure: string, error: unknown) => void;

/** Writes down that the person who acts asked for what needs another role. */
export type RefusalListener = (procedure: string, needed: Role) => void;

export interface ApiPorts {
  readonly workspace: WorkspaceService;
  readonly engines: EngineService;
  readonly studies: StudyService;
  readonly drafts: DraftService;
  readonly models: ModelService;
  readonly documents: DocumentService;
  readonly sets: SetService;
  readonly statistics: StatisticsService;
  readonly exports: ExportService;
  readonly annotation: AnnotationService;
  readonly settling: SettlingService;
  readonly annotationModels: AnnotationModelService;
  readonly labelErrors: LabelErrorService;
  readonly insights: InsightService;
  readonly folders: FolderService;
  readonly people: PeopleService;
  readonly audit: AuditService;
  readonly scores: ScoreService;
  readonly screening: ScreeningService;
  readonly screeningWork: ScreeningWorkService;
  readonly watching: WatchingService;
  readonly onFault: FaultListener;
  readonly onRefusal: RefusalListener;
}
