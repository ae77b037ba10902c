import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { proposeScheme } from '#core/annotation/propose-scheme.ts';
import type { AskedEdit } from '#core/domain/annotation-work.ts';
import { createProject } from '#core/review/projects/create-project.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import type { Workspace } from '#core/storage/workspace.ts';

/** What stands in each note, at whatever place its number leads to. */
export const twiceText = (index: number) =>
  `Patiënt ${index} heeft acute koorts en hoest sinds gisteren. Kreeg paracetamol.`;

interface Twice {
  readonly name: string;
  readonly file: string;
  /** Ids of the two persons who label. */
  readonly persons: readonly [string, string];
  readonly testCount?: number;
}

/**
 * A project of which two persons have done all notes. In even ones they differ in the class, in where
 * a disease ends, and in a drug that the second did not mark; in odd ones in nothing.
 */
export async function labelTwice(workspace: Workspace, { name, file, persons, testCount }: Twice) {
  const { collectionId } = await importDocuments(
    workspace,
    { collection: name, paths: [file], choice: {} },
    { nowMs: Date.now },
  );
  const scheme = proposeScheme({
    classes: ['yes', 'no'],
    hasSeveral: false,
    types: ['DISEASE', 'DRUG'],
    attributes: {},
  });
  const { project } = createProject(workspace, {
    name,
    createdBy: persons[0],
    documents: { filter: { collectionId } },
    scheme,
    guidelines: '',
    settings: {
      order: { kind: 'listed' },
      doubleShare: 1,
      testCount: testCount ?? 0,
      suggestions: 'shown',
      begin: 'empty',
    },
    annotators: persons.map((person) => ({ person, most: null })),
  });
  const numbers = workspace.documentQueries.numbers({ collectionId });
  for (const [index, number] of numbers.entries()) {
    const { text } = workspace.documents.get(number);
    const mark = (id: string, type: string, words: string): AskedEdit => {
      const start = text.indexOf(words);
      const fragments = [{ start, end: start + words.length }];
      return { kind: 'span-add', id, type, fragments, attributes: {} };
    };
    const give = (person: string, edits: readonly AskedEdit[]) => {
      const done = { kind: 'state', state: 'done' } as const;
      const documents = [{ number, revision: 0, edits: [...edits, done] }];
      applyAction(workspace, { projectId: project.id, person, documents });
    };
    const label = index % 4 === 0 ? 'no' : 'yes';
    give(persons[0], [
      { kind: 'class-set', label: 'yes' },
      mark('a1', 'DISEASE', 'acute koorts'),
      mark('a2', 'DRUG', 'paracetamol'),
    ]);
    give(
      persons[1],
      index % 2 === 0
        ? [{ kind: 'class-set', label }, mark('b1', 'DISEASE', 'koorts')]
        : [
            { kind: 'class-set', label: 'yes' },
            mark('b1', 'DISEASE', 'acute koorts'),
            mark('b2', 'DRUG', 'paracetamol'),
          ],
    );
  }
  return { projectId: project.id, numbers };
}
