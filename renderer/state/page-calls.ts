import type { mayCall } from './may-call.ts';
import type { Route } from './route.ts';

/**
 * The call that each page is for: who may not make it is told so instead of the page, and is shown no
 * link to it.
 */
export const pageCalls = {
  studies: 'studies.list',
  'new-study': 'studies.start',
  study: 'studies.get',
  'change-plan': 'studies.changePlan',
  models: 'models.list',
  model: 'models.get',
  collections: 'collections.list',
  'import-documents': 'collections.import',
  collection: 'collections.statistics',
  'labelled-set': 'collections.statistics',
  'label-errors': 'labelErrors.list',
  geometry: 'insights.entities',
  document: 'documents.get',
  'frozen-document': 'sets.document',
  annotation: 'annotation.projects',
  'new-project': 'annotation.create',
  project: 'annotation.project',
  next: 'annotation.queueOrder',
  agreement: 'annotation.agreement',
  settling: 'annotation.disagreements',
  settle: 'annotation.decide',
  corrections: 'annotation.corrections',
  annotate: 'annotation.edit',
  explanations: 'insights.list',
  explanation: 'insights.explanation',
  screening: 'screening.releases',
  'release-model': 'screening.release',
  worklist: 'screening.worklist',
  watching: 'screening.watching',
  inspection: 'screening.inspect',
  audit: 'audit.list',
  workspaces: 'workspaces.describe',
  people: 'people.list',
  account: 'people.changePassphrase',
  engines: 'engines.describe',
} as const satisfies Record<Route['page'], Parameters<typeof mayCall>[1]>;
