import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { freezeSet } from '#core/collection/sets/freeze-set.ts';
import { proposeScheme } from '#core/annotation/propose-scheme.ts';
import { importModel } from '#core/library/import-model.ts';
import { createProject } from '#core/review/projects/create-project.ts';
import { decideConflict } from '#core/review/settle/decide-conflict.ts';
import { openDifferences } from '#core/review/settle/open-differences.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import { writeCheckpoint } from '../fixtures/exported-model/export-micro-model.ts';
import { makeMicroModel } from '../fixtures/exported-model/micro-model.ts';
import { enterScreening } from './enter-screening.ts';
import { enteredPlan, enterStudy } from './enter-study.ts';
import { labelTwice, twiceText } from './label-twice.ts';
import type { StudyHost } from './open-study-host.ts';

const arabic = 'قسم الأمراض الباطنية في المستشفى الجامعي';
const long = 'A-very-long-name-without-a-single-place-to-break-it'.repeat(3);
/** Names as nobody wishes them: from right to left, mixed, and longer than any column. */
const hard = {
  collection: `${arabic} (${long})`.slice(0, 190),
  set: `${long} ${arabic}`.slice(0, 190),
  id: `${arabic}/${long}-0042`,
  patient: `מטופל-${long}`,
  kind: `רשימת שחרור ${long}`,
  class: `${arabic} ${long}`,
  model: 'a-model-whose-name-takes-every-one-of-the-sixty-four-characters',
  title: `${arabic} – a title of a study as long as titles may be, which is a hundred and twenty signs`,
};

/** Settles all differences of a note. */
function settleNote(
  workspace: StudyHost['workspace'],
  place: { readonly projectId: number; readonly number: number; readonly person: string },
): void {
  const { conflicts } = openDifferences(workspace, place.projectId, place.number);
  for (const [revision, { id }] of conflicts.entries()) {
    decideConflict(workspace, { ...place, revision, conflictId: id, decision: 'first' });
  }
}

/** A workspace in which every page has something to show, all of it under hard names. */
export async function fillWorkspace(host: StudyHost) {
  const { workspace } = host;
  const folder = mkdtempSync(join(tmpdir(), 'anamnesis-hard-'));
  const studyId = enterStudy(host, { plan: { ...enteredPlan, title: hard.title.slice(0, 120) } });
  writeCheckpoint(join(folder, 'micro'), makeMicroModel('bert', 'token'));
  const { stored } = await importModel(workspace, join(folder, 'micro'), {
    name: hard.model,
    whenTaken: 'refuse',
  });
  const file = `${arabic.slice(0, 20)}-${long.slice(0, 60)}.csv`;
  const rows = Array.from({ length: 40 }, (_, index) =>
    [
      index === 0 ? hard.id : `${hard.id}-${index}`,
      hard.patient,
      '2026-11-30',
      hard.kind,
      `المريض ${index} has no fever. ${'Longwithoutbreak'.repeat(30)}`,
      index % 2 === 0 ? hard.class : 'no',
      long,
    ].join(';'),
  );
  mkdirSync(join(folder, 'notes'));
  writeFileSync(
    join(folder, 'notes', file),
    ['id;patient;datum;soort;tekst;klasse;further', ...rows].join('\n'),
  );
  const mapping = {
    text: [{ column: 'tekst', heading: null }],
    label: 'klasse',
    id: 'id',
    patient: 'patient',
    date: 'datum',
    language: null,
    kind: 'soort',
  };
  const { collectionId } = await importDocuments(
    workspace,
    {
      collection: hard.collection,
      paths: [join(folder, 'notes')],
      choice: { options: { mapping } },
    },
    { nowMs: Date.now },
  );
  const set = freezeSet(workspace, hard.set, { collections: [hard.collection] });
  const [number] = workspace.documentQueries.numbers({ collectionId });
  const person = workspace.persons.first().id;
  const scheme = proposeScheme({
    classes: [hard.class.slice(0, 90).trim(), 'no'],
    hasSeveral: true,
    types: Array.from({ length: 20 }, (_, index) => `${index} ${arabic} ${long}`.slice(0, 90)),
    attributes: { [hard.kind.slice(0, 90).trim()]: [long.slice(0, 90), 'no'] },
  });
  const { project } = createProject(workspace, {
    name: hard.set,
    createdBy: person,
    documents: { filter: { collectionId } },
    scheme,
    guidelines: `# ${arabic}\n\n${long}\n\n| a | b |\n|---|---|\n| **c** | \`${long}\` |`,
    settings: {
      order: { kind: 'listed' },
      doubleShare: 0,
      testCount: 0,
      suggestions: 'shown',
      begin: 'empty',
    },
    annotators: [{ person, most: null }],
  });
  const [{ name: type }] = scheme.types;
  applyAction(workspace, {
    projectId: project.id,
    person,
    documents: [
      {
        number,
        revision: 0,
        edits: [
          { kind: 'span-add', id: 'a', type, fragments: [{ start: 0, end: 6 }], attributes: {} },
          { kind: 'span-add', id: 'b', type, fragments: [{ start: 0, end: 60 }], attributes: {} },
          { kind: 'flag', value: true },
          { kind: 'remark', text: `${arabic} ${long}` },
        ],
      },
    ],
  });
  const twiceFile = join(folder, 'twice.csv');
  const twice = Array.from(
    { length: 12 },
    (_, index) => `${index === 0 ? hard.id : `n${index}`};"${twiceText(index)}"`,
  );
  writeFileSync(twiceFile, ['id;tekst', ...twice].join('\n'));
  const { projectId: doubled, numbers: settled } = await labelTwice(workspace, {
    name: `2 ${long} ${arabic}`.slice(0, 190),
    file: twiceFile,
    persons: [person, 'another-person'],
  });
  settleNote(workspace, { projectId: doubled, number: settled[2], person });
  const releaseId = enterScreening(workspace, {
    ...{ name: hard.set, collection: `3 ${hard.collection}`.slice(0, 190) },
    notes: [0.9, 0.5, null].map((probability, at) => ({
      text: `${arabic} ${long}`,
      patient: at === 1 ? null : `${at} ${hard.patient}`,
      probability,
    })),
  });
  return {
    ...hard,
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
    /** Of every page, by what its photograph is called. */
    routes: {
      studies: '',
      'new-study': 'new',
      models: 'models',
      model: `models/${stored.id}`,
      collections: 'documents',
      import: 'documents/import',
      collection: `documents/${collectionId}`,
      document: `documents/${collectionId}/${number}`,
      set: `sets/${encodeURIComponent(set.name)}/${set.version}`,
      'frozen-document': `sets/${encodeURIComponent(set.name)}/${set.version}/documents/${number}`,
      'label-errors': `sets/${encodeURIComponent(set.name)}/${set.version}/errors`,
      geometry: `sets/${encodeURIComponent(set.name)}/${set.version}/mentions`,
      explanations: 'explanations',
      screening: 'screening',
      'release-model': 'screening/release',
      worklist: `screening/${releaseId}`,
      watching: `screening/${releaseId}/watching`,
      annotation: 'annotation',
      'new-project': 'annotation/new',
      project: `annotation/${project.id}`,
      annotate: `annotation/${project.id}/${number}/a`,
      agreement: `annotation/${doubled}/agreement`,
      settling: `annotation/${doubled}/settling`,
      settle: `annotation/${doubled}/settling/${settled[0]}`,
      corrections: `annotation/${doubled}/corrections`,
      engines: 'engines',
      audit: 'audit',
      workspaces: 'workspaces',
      progress: `studies/${studyId}/progress`,
      results: `studies/${studyId}/results`,
      curves: `studies/${studyId}/results/hiv-test/curves`,
      threshold: `studies/${studyId}/results/hiv-test/threshold`,
      errors: `studies/${studyId}/results/hiv-test/errors`,
      across: `studies/${studyId}/results/hiv-test/across`,
      corpora: `studies/${studyId}/corpora`,
      'study-models': `studies/${studyId}/models`,
      report: `studies/${studyId}/report`,
      plan: `studies/${studyId}/plan`,
      change: `studies/${studyId}/change`,
    },
  };
}
