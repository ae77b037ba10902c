import { z } from 'zod';
import { acrossSchema, askAcrossSchema } from './across.ts';
import {
  askForAuditFileSchema,
  askForAuditSchema,
  auditCheckSchema,
  auditPageSchema,
} from './audit.ts';
import {
  alikeSchema,
  askForAlikeSchema,
  askForGuidelinesSchema,
  askForNeighbourSchema,
  askForQueueSchema,
  changeSchemeSchema,
  createdProjectSchema,
  createProjectSchema,
  guidelinesSchema,
  labellersSchema,
  neighbourSchema,
  ofProjectDocumentSchema,
  ofProjectSchema,
  openedDocumentSchema,
  projectRowSchema,
  projectSchema,
  proposeSchemeSchema,
  queuePageSchema,
  schemeSchema,
  suggestedSchema,
  suggestPredictedSchema,
  suggestTermsSchema,
  writeGuidelinesSchema,
} from './annotation.ts';
import {
  agreementSchema,
  askForDisagreementsSchema,
  correctionsSchema,
  decidedSchema,
  decideSchema,
  differencesSchema,
  disagreementsSchema,
  freezeLabelsSchema,
  frozenLabelsSchema,
} from './annotation-settling.ts';
import {
  modelWorkRequestSchema,
  modelWorkSchema,
  queueOrderSchema,
  trainProjectModelSchema,
} from './annotation-model.ts';
import { appliedSchema, applyEditsSchema, askForUndoSchema } from './annotation-edits.ts';
import {
  askForRowsSchema,
  collectionStatisticsSchema,
  collectionsSchema,
  documentFilterSchema,
  documentRowSchema,
  documentSchema,
  filterValuesSchema,
  importRequestSchema,
  importTaskSchema,
  lookedSchema,
  lookSchema,
  ofCollectionSchema,
  ofDocumentSchema,
} from './documents.ts';
import {
  askFrozenSchema,
  freezeChoiceSchema,
  freezeCountSchema,
  freezeSetSchema,
  frozenDocumentSchema,
  namedVersionSchema,
  ofFrozenDocumentSchema,
} from './frozen-sets.ts';
import { documentChoiceSchema } from './document-choice.ts';
import { exportRequestSchema, exportTaskSchema, ofExportSchema } from './document-export.ts';
import { enginesSchema } from './engines.ts';
import { askForFolderSchema, folderSchema } from './folders.ts';
import {
  keepModelSchema,
  modelDetailsSchema,
  modelLibrarySchema,
  modelTaskRequestSchema,
  modelTaskSchema,
  ofModelSchema,
  pruneSchema,
  pruningResultSchema,
  pruningSchema,
  predictionSchema,
  predictSchema,
} from './models.ts';
import { maxPlanCharacters, ofDraftSchema, planCheckSchema, planDraftSchema } from './plan.ts';
import {
  changedPlanSchema,
  changePlanSchema,
  planFieldsSchema,
  triedPlanSchema,
  tryPlanSchema,
} from './plan-form.ts';
import {
  appliedChecksSchema,
  askForLabelErrorsSchema,
  checkLabelSchema,
  comparedVersionsSchema,
  compareVersionsSchema,
  labelChecksSchema,
  labelErrorsSchema,
  ofSetVersionSchema,
  startLabelCheckSchema,
} from './label-errors.ts';
import {
  askForScreenedSchema,
  askForWorklistSchema,
  decidePatientSchema,
  screenedPatientSchema,
  screeningReleaseSchema,
  worklistSchema,
} from './screening.ts';
import { askForWatchingSchema, watchingSchema } from './watching.ts';
import {
  askForDraftSchema,
  draftSchema,
  latestScreeningWorkSchema,
  releasableSchema,
  releaseModelSchema,
  ofReleaseSchema,
  screeningsSchema,
  startScreeningSchema,
} from './screening-work.ts';
import { askForInspectionSchema, inspectionSchema } from './screening-inspection.ts';
import {
  askForInsightFileSchema,
  askForTermsSchema,
  explainSchema,
  explanationSchema,
  insightsSchema,
  latestInsightWorkSchema,
  ofInsightSchema,
  readFileSchema,
  readFileTextSchema,
  termsSchema,
} from './insights.ts';
import { entitiesSchema, lookAtEntitiesSchema } from './geometry.ts';
import { languageSchema } from './language-schema.ts';
import {
  addPersonSchema,
  changePassphraseSchema,
  ofPersonSchema,
  peopleSchema,
  recoveryKeySchema,
  resetPassphraseSchema,
  setRoleSchema,
} from './people.ts';
import { askForReportFileSchema, reportFileSchema } from './report-file.ts';
import { askForResultFileSchema, resultFileSchema } from './result-file.ts';
import { askForLearningSchema, learningSchema } from './learning.ts';
import {
  askForClassSchema,
  askForErrorsSchema,
  askForExampleSchema,
  askForFiguresSchema,
  classScoresSchema,
  errorsSchema,
  modelFiguresSchema,
  testedExampleSchema,
} from './scores.ts';
import { lossCurveSchema, runDecisionSchema } from './run.ts';
import { studyUpdateSchema, studyVersionSchema } from './study-changes.ts';
import { studyRemovalSchema } from './study-removal.ts';
import { studySchema, studySummarySchema } from './study.ts';
import { tokenRequestSchema, tokenTaskSchema } from './token-count.ts';
import { workspaceSchema } from './workspace.ts';
import {
  createWorkspaceSchema,
  forgetWorkspaceSchema,
  openWorkspaceSchema,
  workspacesSchema,
} from './workspaces.ts';

const identifier = z.string().min(1).max(200);
const ofStudy = z.strictObject({ studyId: identifier });
const nothing = z.strictObject({});

const ofPlan = z.strictObject({ planText: z.string().min(1).max(maxPlanCharacters) });

/** What the host answers itself, also while no workspace is open. */
export const hostProcedures = {
  'workspaces.describe': { input: nothing, output: workspacesSchema },
  /**
   * Opens one in the place of the one that is open, which is refused while a study of that one runs;
   * or signs in to the one that is open.
   */
  'workspaces.open': { input: openWorkspaceSchema, output: nothing },
  /** Makes one in a new or empty folder, and opens it. */
  'workspaces.create': { input: createWorkspaceSchema, output: nothing },
  /** Closes the one that is open; it needs its passphrase again. Refused while a study runs. */
  'workspaces.lock': { input: nothing, output: nothing },
  /** Ends the session of whoever has signed in from this window; the workspace stays open for others. */
  'workspaces.signOut': { input: nothing, output: nothing },
  /** Takes a folder from the list of recent ones; the workspace stays. */
  'workspaces.forget': { input: forgetWorkspaceSchema, output: nothing },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

/** Everything the window may ask of an open workspace. */
const workspaceProcedures = {
  'workspace.describe': { input: nothing, output: workspaceSchema },

  'engines.describe': { input: nothing, output: enginesSchema },
  /** Begins to measure all engines; each one that is done comes as an event. */
  'engines.measure': { input: nothing, output: nothing },

  /** Newest first. */
  'studies.list': { input: nothing, output: z.array(studySummarySchema).readonly() },
  'studies.get': { input: ofStudy, output: studySchema },
  /** Reads a plan as `studies.start` would, and changes nothing. */
  'studies.checkPlan': { input: ofPlan, output: planCheckSchema },
  /** Every key of plans, with what it means, can be, and is when it is left out. */
  'studies.planFields': { input: nothing, output: planFieldsSchema },
  /** The plan after a change by a form; stores nothing. */
  'studies.changePlan': { input: changePlanSchema, output: changedPlanSchema },
  /** Looks at a plan that is being written: a mistake in it is an answer, not an error. */
  'studies.tryPlan': { input: tryPlanSchema, output: triedPlanSchema },
  /** Validates the plan, stores the study and begins to run it; while another runs, it waits. */
  'studies.start': {
    input: ofPlan,
    output: ofStudy,
  },
  /**
   * Goes on with a stopped or failed study; what is finished is not run again. While another runs,
   * it waits.
   */
  'studies.resume': { input: ofStudy, output: nothing },
  /** Asks the running study to stop at the next safe point; the end comes as an event. */
  /** What is different since a version that the window has; all where it has none, or an old one. */
  'studies.changes': {
    input: ofStudy.extend({ since: studyVersionSchema.nullable() }),
    output: studyUpdateSchema,
  },
  /** Begins a run before all others, leaves it out, puts it back, or tries one that failed again. */
  'studies.decideRun': {
    input: ofStudy.extend({ key: z.string().min(1).max(1000), decision: runDecisionSchema }),
    output: nothing,
  },
  /** Lets a study that runs end when the step at hand has, or not; going on takes a pause back. */
  'studies.pause': { input: ofStudy.extend({ isPaused: z.boolean() }), output: nothing },
  'studies.stop': { input: ofStudy, output: nothing },
  /** Takes a study that waits for another out of the queue. */
  'studies.unqueue': { input: ofStudy, output: nothing },
  /** What removing a study would take with it; changes nothing. */
  'studies.removal': { input: ofStudy, output: studyRemovalSchema },
  /** Removes it for good, with its results, its models and the texts that only it has read. */
  'studies.remove': { input: ofStudy, output: nothing },
  'studies.lossCurve': {
    input: z.strictObject({ studyId: identifier, runId: identifier }),
    output: lossCurveSchema,
  },
  /** The losses of all folds of a task. */
  'studies.learning': { input: askForLearningSchema, output: learningSchema },
  /** A task beside the same task of the other studies. */
  'studies.across': { input: askAcrossSchema, output: acrossSchema },
  /** The report as one self-contained page, in a language. */
  'studies.report': {
    input: ofStudy.extend({
      language: languageSchema,
      withChecklist: z.boolean(),
      withMethods: z.boolean(),
    }),
    output: z.strictObject({ fileName: z.string(), html: z.string() }),
  },
  /** The same report, or what else a study hands out; the audit log keeps that it was taken. */
  'studies.resultFile': { input: askForResultFileSchema, output: resultFileSchema },
  /** The report as a document that is saved; the audit log keeps that it was taken. */
  'studies.reportFile': { input: askForReportFileSchema, output: reportFileSchema },
  /** A plan that is being written, kept in the memory of the program; it outlives a reload. */
  'studies.planDraft': { input: ofDraftSchema, output: planDraftSchema },
  /** With null what was written is forgotten. */
  'studies.keepPlanDraft': {
    input: ofDraftSchema.extend(planDraftSchema.shape),
    output: nothing,
  },
  /** A plan to begin with, and the folder to which its paths are relative. */
  'studies.planTemplate': {
    input: nothing,
    output: z.strictObject({ planText: z.string(), pathsRelativeTo: z.string() }),
  },

  /** Every figure of a model on a task. */
  'scores.figures': { input: askForFiguresSchema, output: modelFiguresSchema },
  /** Curves, thresholds and calibration of one class, by scores of notes not learned from. */
  'scores.ofClass': { input: askForClassSchema, output: classScoresSchema },
  /** What models get wrong, the worst first, without text. */
  'scores.errors': { input: askForErrorsSchema, output: errorsSchema },
  /** One tested example with its text, its labels and what each model said of it. */
  'scores.example': { input: askForExampleSchema, output: testedExampleSchema },

  'models.list': { input: nothing, output: modelLibrarySchema },
  'models.get': { input: ofModelSchema, output: modelDetailsSchema },
  /** The import, check or export that runs, or the latest that did; null when none has. */
  'models.task': { input: nothing, output: z.strictObject({ task: modelTaskSchema.nullable() }) },
  /** Begins one and returns; how it goes comes as events. */
  'models.startTask': {
    input: z.strictObject({ request: modelTaskRequestSchema }),
    output: z.strictObject({ taskId: z.string() }),
  },
  'models.predict': { input: predictSchema, output: predictionSchema },
  'models.keep': { input: keepModelSchema, output: nothing },
  'models.remove': { input: ofModelSchema, output: nothing },
  /** What a pruning would remove; changes nothing. */
  'models.pruning': { input: nothing, output: pruningSchema },
  'models.prune': { input: pruneSchema, output: pruningResultSchema },

  'collections.list': { input: nothing, output: collectionsSchema },
  /** Reads a source as an import would, all of it or its beginning, and stores nothing. */
  'collections.look': { input: lookSchema, output: lookedSchema },
  /** The import that runs, or the latest that did; null when none has. */
  'collections.task': {
    input: nothing,
    output: z.strictObject({ task: importTaskSchema.nullable() }),
  },
  /** Begins an import and returns; how it goes comes as events. */
  'collections.import': {
    input: importRequestSchema,
    output: z.strictObject({ taskId: z.string() }),
  },
  /** Ends the import after the batch at hand; the same import goes on where it was. */
  'collections.stopImport': { input: nothing, output: nothing },
  'collections.statistics': {
    input: z.strictObject({ choice: documentChoiceSchema }),
    output: collectionStatisticsSchema,
  },
  /** The count of tokens that runs, or the latest that did; null when none has. */
  'collections.tokenCount': {
    input: nothing,
    output: z.strictObject({ task: tokenTaskSchema.nullable() }),
  },
  /** Begins to count and returns; how it goes and what it gives comes as events. */
  'collections.countTokens': {
    input: tokenRequestSchema,
    output: z.strictObject({ taskId: z.string() }),
  },
  'collections.stopTokenCount': { input: nothing, output: nothing },
  /** Removes a collection with its documents for good. */
  'collections.remove': { input: ofCollectionSchema, output: nothing },

  /** Numbers of all documents that fit, in the order of the import. */
  'documents.numbers': {
    input: documentFilterSchema,
    output: z.strictObject({ numbers: z.array(z.int()).readonly() }),
  },
  'documents.rows': { input: askForRowsSchema, output: z.array(documentRowSchema).readonly() },
  'documents.values': { input: ofCollectionSchema, output: filterValuesSchema },
  'documents.get': { input: ofDocumentSchema, output: documentSchema },

  /** Numbers of all documents of a version that fit, in its order. */
  'sets.numbers': {
    input: askFrozenSchema,
    output: z.strictObject({ numbers: z.array(z.int()).readonly() }),
  },
  'sets.values': { input: namedVersionSchema, output: filterValuesSchema },
  'sets.document': { input: ofFrozenDocumentSchema, output: frozenDocumentSchema },
  /** What a freeze would hold; nothing is stored. */
  'sets.countChosen': { input: freezeChoiceSchema, output: freezeCountSchema },
  /** Freezes the documents that fit, with their annotations, as the next version of a set. */
  'sets.freeze': {
    input: freezeSetSchema,
    output: z.strictObject({ name: z.string(), version: z.int() }),
  },

  /** In the order of their names. */
  'annotation.projects': { input: nothing, output: z.array(projectRowSchema).readonly() },
  /** A scheme for the labels that documents have; nothing is stored. */
  'annotation.propose': { input: proposeSchemeSchema, output: schemeSchema },
  /** Who may label: active persons who may read texts. */
  'annotation.labellers': { input: nothing, output: labellersSchema },
  /** Makes a project and settles who labels what. */
  'annotation.create': { input: createProjectSchema, output: createdProjectSchema },
  /** Removes it with all labels and its log; documents and frozen sets stay. */
  'annotation.remove': { input: ofProjectSchema, output: nothing },
  'annotation.project': { input: ofProjectSchema, output: projectSchema },
  /** Refused for a class, type or value that somebody has given. */
  'annotation.changeScheme': {
    input: changeSchemeSchema,
    output: z.strictObject({ version: z.int() }),
  },
  'annotation.writeGuidelines': {
    input: writeGuidelinesSchema,
    output: z.strictObject({ version: z.int() }),
  },
  /** An earlier version, to compare. */
  'annotation.guidelines': { input: askForGuidelinesSchema, output: guidelinesSchema },
  /** A page of the documents that the person who asks labels. */
  'annotation.queue': { input: askForQueueSchema, output: queuePageSchema },
  'annotation.neighbour': { input: askForNeighbourSchema, output: neighbourSchema },
  /** A document with the labels of the person who asks, never those of another. */
  'annotation.open': { input: ofProjectDocumentSchema, output: openedDocumentSchema },
  /** One action, all or nothing; on the disk when it is answered. */
  'annotation.edit': { input: applyEditsSchema, output: appliedSchema },
  /** Over documents and restarts; an action on many documents is one step. */
  'annotation.undo': { input: askForUndoSchema, output: appliedSchema },
  'annotation.redo': { input: askForUndoSchema, output: appliedSchema },
  /** Where the same words stand, to be marked in one action after a look. */
  'annotation.alike': { input: askForAlikeSchema, output: alikeSchema },

  /** Suggests what a list of terms finds, in all documents but the test slice. */
  'annotation.suggestTerms': { input: suggestTermsSchema, output: suggestedSchema },
  /** Suggests to the person who asks what they have marked before, in what they have not done. */
  'annotation.suggestMarked': { input: ofProjectSchema, output: suggestedSchema },
  /** Stops what is being looked up for the person who asks: terms, or what they marked before. */
  'annotation.stopSuggesting': { input: nothing, output: nothing },
  /** Lets a model suggest labels for a document of the person who asks; open it again to see them. */
  'annotation.suggestPredicted': { input: suggestPredictedSchema, output: nothing },
  'annotation.agreement': { input: ofProjectSchema, output: agreementSchema },
  /** Documents that two persons have done. */
  'annotation.disagreements': { input: askForDisagreementsSchema, output: disagreementsSchema },
  /** Two works side by side, to be settled; their labels are locked from now on. */
  'annotation.differences': { input: ofProjectDocumentSchema, output: differencesSchema },
  /** One action, undone by `annotation.undo`; on the disk when it is answered. */
  'annotation.decide': { input: decideSchema, output: decidedSchema },
  /** What became of the labels of the person who asks. */
  'annotation.corrections': { input: askForDisagreementsSchema, output: correctionsSchema },
  /** Freezes labels as the next version of a set, to train on or to export. */
  'annotation.freeze': { input: freezeLabelsSchema, output: frozenLabelsSchema },

  /** Begins a study that makes a model of what was labelled so far, without the test slice. */
  'annotation.trainModel': {
    input: trainProjectModelSchema,
    output: z.strictObject({ studyId: identifier }),
  },
  /** What comes next in a project, how that came, and the models that learn from it. */
  'annotation.queueOrder': { input: ofProjectSchema, output: queueOrderSchema },
  /** What a model does in a project, or the latest that one did; null when none has. */
  'annotation.modelWork': {
    input: nothing,
    output: z.strictObject({ work: modelWorkSchema.nullable() }),
  },
  /** Lets a model order what nobody has begun, or suggest labels in it; it goes on as events. */
  'annotation.startModelWork': {
    input: z.strictObject({ request: modelWorkRequestSchema }),
    output: z.strictObject({ workId: z.string() }),
  },
  'annotation.stopModelWork': { input: nothing, output: nothing },

  /**
   * Begins a study that says of each label of a frozen set how likely it is, by folds that have not
   * learned from it. It is followed, stopped and resumed as any study.
   */
  'labelErrors.start': {
    input: startLabelCheckSchema,
    output: z.strictObject({ studyId: identifier }),
  },
  /** Which models have said something of the labels of a version. */
  'labelErrors.checks': { input: ofSetVersionSchema, output: labelChecksSchema },
  /** A page of the labels that a model does not believe, the likeliest to be wrong first. */
  'labelErrors.list': { input: askForLabelErrorsSchema, output: labelErrorsSchema },
  /** Keeps or changes one of them; the version stays as it is until what was changed is applied. */
  'labelErrors.decide': { input: checkLabelSchema, output: nothing },
  /** Makes the next version of the set with what was changed. */
  'labelErrors.apply': { input: ofSetVersionSchema, output: appliedChecksSchema },
  /** Models that were released to screen, the newest first. */
  'screening.releases': {
    input: nothing,
    output: z.strictObject({ releases: z.array(screeningReleaseSchema).readonly() }),
  },
  'screening.worklist': { input: askForWorklistSchema, output: worklistSchema },
  /** All that is kept of a release, proven against the audit log. */
  'screening.inspect': { input: askForInspectionSchema, output: inspectionSchema },
  'screening.patient': { input: askForScreenedSchema, output: screenedPatientSchema },
  /** What is seen of a release at work, month by month, as far as months were judged. */
  'screening.watching': { input: askForWatchingSchema, output: watchingSchema },
  /** Judges the months that have passed, each once. */
  'screening.watch': { input: askForWatchingSchema, output: watchingSchema },
  /** Keeps what somebody decided of a patient; a later decision counts, none is removed. */
  'screening.decide': { input: decidePatientSchema, output: nothing },
  /** What can be put to work, and what a release of it could claim. */
  'screening.releasable': { input: nothing, output: releasableSchema },
  'screening.draft': { input: askForDraftSchema, output: draftSchema },
  /** Puts a model to work, by the decision of whoever asks. */
  'screening.release': { input: releaseModelSchema, output: ofReleaseSchema },
  'screening.list': { input: nothing, output: screeningsSchema },
  /** The screening that runs, or the latest; null when none was begun in this window. */
  'screening.work': { input: nothing, output: latestScreeningWorkSchema },
  'screening.start': { input: startScreeningSchema, output: nothing },
  'screening.stop': { input: nothing, output: nothing },
  /** What a later version of a set has otherwise. */
  'sets.compare': { input: compareVersionsSchema, output: comparedVersionsSchema },

  /** The export that runs, waits for a yes, or was the latest; null when there was none. */
  'exports.task': { input: nothing, output: z.strictObject({ task: exportTaskSchema.nullable() }) },
  /** Begins to count what would leave and what would be lost; writes nothing. */
  'exports.count': { input: exportRequestSchema, output: ofExportSchema },
  /** Writes what was counted: texts leave the workspace, unencrypted. */
  'exports.write': { input: ofExportSchema, output: nothing },
  /** Ends it, or takes back one that waits; nothing of it stays. */
  'exports.stop': { input: nothing, output: nothing },

  /** Names in a folder of this machine, to choose a path from. */
  /** What was found out of models, the newest first. */
  'insights.list': { input: nothing, output: insightsSchema },
  'insights.work': { input: nothing, output: latestInsightWorkSchema },
  /** The indicator conditions that are shipped, in a language. */
  'insights.terms': { input: askForTermsSchema, output: termsSchema },
  /** The text of a file that a person has chosen; nothing of it is stored. */
  'insights.readFile': { input: readFileSchema, output: readFileTextSchema },
  /** Begins to explain a note; progress and its end come as events. */
  'insights.explain': { input: explainSchema, output: ofInsightSchema },
  /** Goes on with one that was stopped. */
  /** Looks at the mentions of a frozen set: how alike they are to models, and maps of them. */
  'insights.lookAtEntities': { input: lookAtEntitiesSchema, output: ofInsightSchema },
  'insights.entities': { input: ofInsightSchema, output: entitiesSchema },
  'insights.resume': { input: ofInsightSchema, output: nothing },
  'insights.stop': { input: nothing, output: nothing },
  'insights.explanation': { input: ofInsightSchema, output: explanationSchema },
  /** A table, all of it, or a picture; words of the note stand in it. */
  'insights.file': { input: askForInsightFileSchema, output: resultFileSchema },
  'insights.remove': { input: ofInsightSchema, output: nothing },
  'folders.list': { input: askForFolderSchema, output: folderSchema },

  'people.list': { input: nothing, output: peopleSchema },
  /** With the second person the workspace has names, and each signs in by theirs. */
  'people.add': { input: addPersonSchema, output: ofPersonSchema },
  'people.setRole': { input: setRoleSchema, output: nothing },
  /** Ends their sessions, too. */
  'people.lock': { input: ofPersonSchema, output: nothing },
  'people.unlock': { input: ofPersonSchema, output: nothing },
  'people.remove': { input: ofPersonSchema, output: nothing },
  'people.resetPassphrase': { input: resetPassphraseSchema, output: nothing },
  /** Of whoever asks. */
  'people.changePassphrase': { input: changePassphraseSchema, output: nothing },
  /** Makes one, in the place of an earlier one. */
  'people.makeRecoveryKey': { input: nothing, output: recoveryKeySchema },

  'audit.list': { input: askForAuditSchema, output: auditPageSchema },
  'audit.file': { input: askForAuditFileSchema, output: resultFileSchema },
  'audit.verify': { input: nothing, output: auditCheckSchema },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

/** Everything the window may ask for. The map is closed: what is not here does not exist. */
export const procedures = { ...hostProcedures, ...workspaceProcedures } as const;

export type ProcedureName = keyof typeof procedures;
export type HostProcedureName = keyof typeof hostProcedures;
export type ProcedureInput<Name extends ProcedureName> = z.infer<
  (typeof procedures)[Name]['input']
>;
export type ProcedureOutput<Name extends ProcedureName> = z.infer<
  (typeof procedures)[Name]['output']
>;

/** Whether a message from outside names a procedure of the contract. */
export function isProcedureName(name: string): name is ProcedureName {
  return Object.hasOwn(procedures, name);
}
