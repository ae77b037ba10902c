import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import type { ProjectSettings } from '#core/domain/annotation-project.ts';
import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';
import { createProject, type ProjectOrder } from '#core/review/projects/create-project.ts';
import { temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';

const look = { key: null, colour: 'blue', pattern: 'solid' } as const;

export const scheme: AnnotationScheme = {
  classChoice: 'one',
  classes: [
    { name: 'yes', ...look, key: '1' },
    { name: 'no', ...look, key: '2' },
  ],
  types: [
    { name: 'Disease', ...look, key: 'd' },
    { name: 'Drug', ...look, key: 'g' },
  ],
  attributes: [{ name: 'negated', values: ['true'], types: ['Disease'] }],
};

export const settings: ProjectSettings = {
  order: { kind: 'listed' },
  doubleShare: 0,
  testCount: 0,
  suggestions: 'shown',
  begin: 'empty',
};

/** Stands for the text of a note: it must not be found where none may be. */
export const secret = 'hemoptisisoculta';

export const noteText = (at: number) => `Nota ${at}: fiebre y ${secret}, sin fiebre alta 😀.`;

/** Notes in a collection "notes", each with a class; returns the id of the collection. */
export async function importNotes(workspace: Workspace, count: number): Promise<number> {
  const rows = Array.from(
    { length: count },
    (_, at) => `n${at},"${noteText(at)}",${at % 2 === 0 ? 'yes' : 'no'}`,
  );
  const file = join(temporaryFolder(), 'notes.csv');
  writeFileSync(file, `id,text,label\n${rows.join('\n')}\n`);
  const request = { collection: 'notes', paths: [file], choice: {} };
  await importDocuments(workspace, request, { nowMs: () => 0 });
  return workspace.collections.findByName('notes')!.id;
}

/** A project over notes; what is not given is simple. */
export async function smallProject(
  workspace: Workspace,
  {
    count = 4,
    ...changes
  }: Partial<Omit<ProjectOrder, 'settings'>> & {
    readonly count?: number;
    readonly settings?: Partial<ProjectSettings>;
  } = {},
) {
  const collectionId = await importNotes(workspace, count);
  const created = createProject(workspace, {
    name: 'project',
    createdBy: 'ana',
    documents: { filter: { collectionId } },
    scheme,
    guidelines: '# Guidelines',
    annotators: [{ person: 'ana', most: null }],
    ...changes,
    settings: { ...settings, ...changes.settings },
  });
  const { id: projectId } = created.project;
  const numbers = workspace.annotationProjects.documents(projectId).map(({ number }) => number);
  return { ...created, projectId, collectionId, numbers };
}
