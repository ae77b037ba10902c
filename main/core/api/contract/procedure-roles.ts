import type { Role } from '#core/domain/person.ts';
import type { HostProcedureName, ProcedureName } from './procedures.ts';

/**
 * Who may ask a host which workspace it shows: anyone who has a window, or, where a workspace is open,
 * only an owner of it.
 */
type HostNeeds = 'anyone' | 'owner-if-open';

/**
 * What each call needs; a procedure without an entry does not compile. Roles bind those who have no
 * access to the files of the workspace. The text of a note needs a reviewer, what changes data,
 * studies or models an analyst, what tells of persons or of all that was done an owner.
 */
export const procedureRoles = {
  'workspaces.describe': 'anyone',
  'workspaces.open': 'anyone',
  'workspaces.create': 'owner-if-open',
  'workspaces.lock': 'owner-if-open',
  'workspaces.forget': 'owner-if-open',

  'workspace.describe': 'reader',
  'engines.describe': 'reader',
  'engines.measure': 'analyst',

  'studies.list': 'reader',
  'studies.get': 'reader',
  'studies.checkPlan': 'analyst',
  'studies.planFields': 'analyst',
  'studies.changePlan': 'analyst',
  'studies.tryPlan': 'analyst',
  'studies.start': 'analyst',
  'studies.resume': 'analyst',
  'studies.stop': 'analyst',
  'studies.unqueue': 'analyst',
  'studies.removal': 'analyst',
  'studies.remove': 'analyst',
  'studies.lossCurve': 'reader',
  'studies.learning': 'reader',
  'studies.across': 'reader',
  'studies.report': 'reader',
  'studies.resultFile': 'reader',
  'studies.planDraft': 'analyst',
  'studies.keepPlanDraft': 'analyst',
  'studies.planTemplate': 'analyst',

  'scores.figures': 'reader',
  'scores.ofClass': 'reader',
  'scores.errors': 'reviewer',
  'scores.example': 'reviewer',

  'models.list': 'reader',
  'models.get': 'reader',
  'models.task': 'reader',
  'models.startTask': 'analyst',
  'models.predict': 'reviewer',
  'models.keep': 'analyst',
  'models.remove': 'analyst',
  'models.pruning': 'analyst',
  'models.prune': 'analyst',

  'collections.list': 'reader',
  'collections.look': 'analyst',
  'collections.task': 'reader',
  'collections.import': 'analyst',
  'collections.stopImport': 'analyst',
  'collections.statistics': 'reader',
  'collections.tokenCount': 'reader',
  'collections.countTokens': 'analyst',
  'collections.stopTokenCount': 'analyst',
  'collections.remove': 'analyst',
  'documents.numbers': 'reviewer',
  'documents.rows': 'reviewer',
  'documents.values': 'reviewer',
  'documents.get': 'reviewer',
  'sets.freeze': 'analyst',
  'annotation.projects': 'reader',
  'annotation.propose': 'analyst',
  'annotation.create': 'analyst',
  'annotation.remove': 'analyst',
  'annotation.project': 'reader',
  'annotation.changeScheme': 'analyst',
  'annotation.writeGuidelines': 'analyst',
  'annotation.guidelines': 'reader',
  'annotation.queue': 'reviewer',
  'annotation.neighbour': 'reviewer',
  'annotation.open': 'reviewer',
  'annotation.edit': 'reviewer',
  'annotation.undo': 'reviewer',
  'annotation.redo': 'reviewer',
  'annotation.alike': 'reviewer',
  'annotation.suggestTerms': 'analyst',
  'annotation.suggestMarked': 'reviewer',
  'annotation.suggestPredicted': 'reviewer',
  'annotation.agreement': 'reader',
  'annotation.disagreements': 'reviewer',
  'annotation.differences': 'reviewer',
  'annotation.decide': 'reviewer',
  'annotation.corrections': 'reviewer',
  'annotation.freeze': 'analyst',
  'exports.task': 'reader',
  'exports.count': 'analyst',
  'exports.write': 'analyst',
  'exports.stop': 'analyst',

  'folders.list': 'analyst',

  'audit.list': 'owner',
  'audit.file': 'owner',
  'audit.verify': 'owner',
} as const satisfies Record<HostProcedureName, HostNeeds> &
  Record<Exclude<ProcedureName, HostProcedureName>, Role>;
