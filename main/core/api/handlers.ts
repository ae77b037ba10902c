import type {
  HostProcedureName,
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
} from './contract/procedures.ts';
import type { Person } from '#core/domain/person.ts';
import type { ApiPorts } from './ports.ts';

/**
 * One function per procedure, with who asks; a forgotten one does not compile. `Asking` is a person
 * for what a workspace answers.
 */
export type HandlersOf<Names extends ProcedureName, Asking = Person> = {
  readonly [Name in Names]: (
    input: ProcedureInput<Name>,
    asking: Asking,
  ) => Promise<ProcedureOutput<Name>>;
};

/** What a workspace answers. */
type Handlers = HandlersOf<Exclude<ProcedureName, HostProcedureName>>;

/** What each procedure does with the services of the product. */
export function createHandlers({
  workspace,
  engines,
  studies,
  drafts,
  models,
  documents,
  sets,
  statistics,
  exports,
  annotation,
  settling,
  annotationModels,
  labelErrors,
  insights,
  folders,
  people,
  audit,
  scores,
  screening,
  screeningWork,
  watching,
}: ApiPorts): Handlers {
  return {
    'workspace.describe': () => workspace.describe(),
    'engines.describe': () => engines.describe(),
    'engines.measure': async () => {
      await engines.measure();
      return {};
    },
    'studies.list': () => studies.list(),
    'studies.get': ({ studyId }) => studies.get(studyId),
    'studies.checkPlan': ({ planText }) => studies.checkPlan(planText),
    'studies.planFields': () => studies.planFields(),
    'studies.changePlan': async ({ planText, ...step }) => ({
      planText: await studies.changePlan(planText, step),
    }),
    'studies.tryPlan': ({ planText, recipe }) => studies.tryPlan(planText, recipe),
    'studies.start': async ({ planText }) => ({ studyId: await studies.start(planText) }),
    'studies.resume': async ({ studyId }) => {
      await studies.resume(studyId);
      return {};
    },
    'studies.changes': ({ studyId, since }) => studies.changes(studyId, since),
    'studies.decideRun': async ({ studyId, key, decision }) => {
      await studies.decideRun(studyId, { key, decision });
      return {};
    },
    'studies.pause': async ({ studyId, isPaused }) => {
      await studies.pause(studyId, isPaused);
      return {};
    },
    'studies.stop': async ({ studyId }) => {
      await studies.stop(studyId);
      return {};
    },
    'studies.unqueue': async ({ studyId }) => {
      await studies.unqueue(studyId);
      return {};
    },
    'studies.removal': ({ studyId }) => studies.removal(studyId),
    'studies.remove': async ({ studyId }) => {
      await studies.remove(studyId);
      return {};
    },
    'studies.lossCurve': ({ studyId, runId }) => studies.lossCurve(studyId, runId),
    'studies.learning': ({ studyId, task }) => studies.learning(studyId, task),
    'studies.across': (question) => studies.across(question),
    'studies.report': ({ studyId, ...asked }) => studies.report(studyId, asked),
    'studies.resultFile': ({ studyId, ...file }) => studies.resultFile(studyId, file),
    'studies.reportFile': (question) => studies.reportFile(question),
    'studies.planDraft': async ({ studyId }, { id }) => ({
      planText: await drafts.get(id, studyId),
    }),
    'studies.keepPlanDraft': async ({ studyId, planText }, { id }) => {
      await drafts.keep(id, { studyId, planText });
      return {};
    },
    'studies.planTemplate': () => studies.planTemplate(),
    'scores.figures': (asked) => scores.figures(asked),
    'scores.ofClass': (asked) => scores.ofClass(asked),
    'scores.errors': (asked) => scores.errors(asked),
    'scores.example': (asked) => scores.example(asked),
    'models.list': () => models.list(),
    'models.get': ({ modelId }) => models.get(modelId),
    'models.task': async () => ({ task: await models.task() }),
    'models.startTask': async ({ request }) => ({ taskId: await models.startTask(request) }),
    'models.predict': ({ modelId, text }) => models.predict(modelId, text),
    'models.keep': async ({ modelId, keep }) => {
      await models.keep(modelId, keep);
      return {};
    },
    'models.remove': async ({ modelId }) => {
      await models.remove(modelId);
      return {};
    },
    'models.pruning': () => models.pruning(),
    'models.prune': ({ modelIds }) => models.prune(modelIds),
    'collections.list': () => documents.collections(),
    'collections.look': (request) => documents.look(request),
    'collections.task': async () => ({ task: await documents.task() }),
    'collections.import': async (request) => ({ taskId: await documents.startImport(request) }),
    'collections.stopImport': async () => {
      await documents.stopImport();
      return {};
    },
    'collections.statistics': ({ choice }) => statistics.of(choice),
    'collections.tokenCount': async () => ({ task: await statistics.tokenTask() }),
    'collections.countTokens': async (request) => ({
      taskId: await statistics.countTokens(request),
    }),
    'collections.stopTokenCount': async () => {
      await statistics.stopTokens();
      return {};
    },
    'collections.remove': async ({ collectionId }) => {
      await documents.removeCollection(collectionId);
      return {};
    },
    'documents.numbers': async (filter) => ({ numbers: await documents.numbers(filter) }),
    'documents.rows': ({ numbers }) => documents.rows(numbers),
    'documents.values': ({ collectionId }) => documents.values(collectionId),
    'documents.get': ({ number }) => documents.get(number),
    'sets.numbers': async ({ filter, ...of }) => ({ numbers: await sets.numbers(of, filter) }),
    'sets.values': (of) => sets.values(of),
    'sets.document': ({ number, ...of }) => sets.document(of, number),
    'sets.countChosen': (choice) => sets.count(choice),
    'sets.freeze': (request) => sets.freeze(request),
    'exports.task': async () => ({ task: await exports.task() }),
    'exports.count': async (request) => ({ taskId: await exports.count(request) }),
    'exports.write': async ({ taskId }) => {
      await exports.write(taskId);
      return {};
    },
    'exports.stop': async () => {
      await exports.stop();
      return {};
    },
    'annotation.projects': (_, asking) => annotation.list(asking),
    'annotation.propose': ({ documents }) => annotation.propose(documents),
    'annotation.labellers': () => annotation.labellers(),
    'annotation.create': (request, asking) => annotation.create(request, asking),
    'annotation.remove': async ({ projectId }) => {
      await annotation.remove(projectId);
      return {};
    },
    'annotation.project': ({ projectId }, asking) => annotation.get(projectId, asking),
    'annotation.changeScheme': (request, asking) => annotation.changeScheme(request, asking),
    'annotation.writeGuidelines': (request, asking) => annotation.writeGuidelines(request, asking),
    'annotation.guidelines': (asked) => annotation.guidelines(asked),
    'annotation.queue': (asked, asking) => annotation.queue(asked, asking),
    'annotation.neighbour': async (asked, asking) => ({
      number: await annotation.neighbour(asked, asking),
    }),
    'annotation.open': (place, asking) => annotation.open(place, asking),
    'annotation.edit': (action, asking) => annotation.edit(action, asking),
    'annotation.undo': (asked, asking) => annotation.undo(asked, 'undo', asking),
    'annotation.redo': (asked, asking) => annotation.undo(asked, 'redo', asking),
    'annotation.alike': (question, asking) => annotation.alike(question, asking),
    'annotation.suggestTerms': (request, asking) => annotation.suggestTerms(request, asking),
    'annotation.suggestMarked': ({ projectId }, asking) =>
      annotation.suggestMarked(projectId, asking),
    'annotation.stopSuggesting': async (_, asking) => {
      await annotation.stopSuggesting(asking);
      return {};
    },
    'annotation.suggestPredicted': async (request, asking) => {
      await annotation.suggestPredicted(request, asking);
      return {};
    },
    'annotation.agreement': ({ projectId }) => settling.agreement(projectId),
    'annotation.disagreements': (asked) => settling.disagreements(asked),
    'annotation.differences': (place, asking) => settling.differences(place, asking),
    'annotation.decide': (decision, asking) => settling.decide(decision, asking),
    'annotation.corrections': (asked, asking) => settling.corrections(asked, asking),
    'annotation.freeze': (request) => settling.freeze(request),
    'annotation.trainModel': async (order) => ({ studyId: await annotationModels.train(order) }),
    'annotation.queueOrder': ({ projectId }) => annotationModels.queueOrder(projectId),
    'annotation.modelWork': async () => ({ work: await annotationModels.latest() }),
    'annotation.startModelWork': async ({ request }) => ({
      workId: await annotationModels.start(request),
    }),
    'annotation.stopModelWork': async () => {
      await annotationModels.stop();
      return {};
    },
    'labelErrors.start': async (order) => ({ studyId: await labelErrors.start(order) }),
    'labelErrors.checks': async (of) => ({ checks: await labelErrors.checks(of) }),
    'labelErrors.list': (question) => labelErrors.errors(question),
    'labelErrors.decide': async (decision, asking) => {
      await labelErrors.check(decision, asking);
      return {};
    },
    'screening.releases': async () => ({ releases: await screening.releases() }),
    'screening.worklist': (question) => screening.worklist(question),
    'screening.inspect': (asked) => screening.inspect(asked),
    'screening.patient': (asked) => screening.patient(asked),
    'screening.watching': ({ releaseId }) => watching.look(releaseId),
    'screening.watch': ({ releaseId }) => watching.judge(releaseId),
    'screening.decide': async (decision) => {
      await screening.decide(decision);
      return {};
    },
    'screening.releasable': async () => ({ models: await screeningWork.releasable() }),
    'screening.draft': ({ modelId }) => screeningWork.draft(modelId),
    'screening.release': async (decision) => ({ releaseId: await screeningWork.release(decision) }),
    'screening.list': async () => ({ screenings: await screeningWork.list() }),
    'screening.work': async () => ({ work: await screeningWork.latest() }),
    'screening.start': async (order) => {
      await screeningWork.start(order);
      return {};
    },
    'screening.stop': async () => {
      await screeningWork.stop();
      return {};
    },
    'labelErrors.apply': (of) => labelErrors.apply(of),
    'sets.compare': (versions) => labelErrors.compare(versions),
    'insights.list': async () => ({ insights: await insights.list() }),
    'insights.work': async () => ({ work: await insights.latest() }),
    'insights.terms': async ({ list }) => ({ terms: await insights.terms(list) }),
    'insights.readFile': async (file) => ({ text: await insights.readFile(file) }),
    'insights.explain': async (request) => ({ insightId: await insights.explain(request) }),
    'insights.lookAtEntities': async (order) => ({
      insightId: await insights.lookAtEntities(order),
    }),
    'insights.entities': ({ insightId }) => insights.entities(insightId),
    'insights.resume': async ({ insightId }) => {
      await insights.resume(insightId);
      return {};
    },
    'insights.stop': async () => {
      await insights.stop();
      return {};
    },
    'insights.explanation': ({ insightId }) => insights.explanation(insightId),
    'insights.file': (asked) => insights.file(asked),
    'insights.remove': async ({ insightId }, asking) => {
      await insights.remove(insightId, asking);
      return {};
    },
    'folders.list': ({ path }) => folders.list(path),
    'people.list': () => people.list(),
    'people.add': async (person) => ({ personId: await people.add(person) }),
    'people.setRole': async ({ personId, role }) => {
      await people.setRole(personId, role);
      return {};
    },
    'people.lock': async ({ personId }) => {
      await people.lock(personId);
      return {};
    },
    'people.unlock': async ({ personId }) => {
      await people.unlock(personId);
      return {};
    },
    'people.remove': async ({ personId }) => {
      await people.remove(personId);
      return {};
    },
    'people.resetPassphrase': async ({ personId, passphrase }) => {
      await people.resetPassphrase(personId, passphrase);
      return {};
    },
    'people.changePassphrase': async (change, asking) => {
      await people.changePassphrase(asking, change);
      return {};
    },
    'people.makeRecoveryKey': async () => ({ recoveryKey: await people.makeRecoveryKey() }),
    'audit.list': (question) => audit.list(question),
    'audit.file': ({ format }) => audit.file(format),
    'audit.verify': () => audit.verify(),
  };
}
