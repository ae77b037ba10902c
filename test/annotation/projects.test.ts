import { describe, expect, it } from 'vitest';
import { countShort } from '#core/review/projects/count-short.ts';
import { changeScheme, writeGuidelines } from '#core/review/projects/change-scheme.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import { openWork } from '#core/review/work/open-work.ts';
import type { AskedEdit } from '#core/domain/annotation-work.ts';
import { refusing } from '#core/storage/testing/refusing.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { scheme, smallProject } from './small-project.ts';

const two = [
  { person: 'ana', most: null },
  { person: 'ben', most: null },
];

describe('A project', () => {
  it('draws a test slice first, some documents for two, and deals the rest out evenly', async () => {
    const workspace = newWorkspace();
    const drawn = { testCount: 5, doubleShare: 0.25, order: { kind: 'random', seed: 3 } } as const;
    const { projectId, numbers } = await smallProject(workspace, {
      count: 40,
      annotators: two,
      settings: drawn,
    });
    const documents = workspace.annotationProjects.documents(projectId);
    expect(documents.map(({ isTest }) => isTest)).toEqual([
      ...Array.from({ length: 5 }, () => true),
      ...Array.from({ length: 35 }, () => false),
    ]);
    expect(numbers).not.toEqual([...numbers].sort((a, b) => a - b));
    const { double } = workspace.annotationQueue.completion(projectId);
    expect(double).toBe(10);
    const progress = workspace.annotationQueue.progress(projectId);
    expect([progress.get('ana')?.assigned, progress.get('ben')?.assigned]).toEqual([25, 25]);
  });

  it('gives nobody more than they take, and says who labels nothing', async () => {
    const workspace = newWorkspace();
    const { projectId } = await smallProject(workspace, {
      count: 10,
      annotators: [
        { person: 'ana', most: 3 },
        { person: 'ben', most: 4 },
      ],
    });
    const progress = workspace.annotationQueue.progress(projectId);
    expect([progress.get('ana')?.assigned, progress.get('ben')?.assigned]).toEqual([3, 4]);
    const project = workspace.annotationProjects.get(projectId);
    const short = { doubleWanted: 0, double: 0, unassigned: 3 };
    expect(countShort(workspace, project)).toEqual(short);
  });

  it('says how many documents for two found no second person', async () => {
    const workspace = newWorkspace();
    const { project } = await smallProject(workspace, {
      count: 10,
      annotators: [
        { person: 'ana', most: null },
        { person: 'ben', most: 2 },
      ],
      settings: { doubleShare: 0.6 },
    });
    const { double, ...short } = countShort(workspace, project);
    expect(short).toEqual({ doubleWanted: 6, unassigned: 0 });
    expect(double).toBeLessThanOrEqual(2);
  });

  it('refuses nobody, the same person twice, a name that is taken and no documents', async () => {
    const workspace = newWorkspace();
    const { collectionId, project } = await smallProject(workspace);
    const { createProject } = await import('#core/review/projects/create-project.ts');
    const again = (changes: object) => () =>
      createProject(workspace, {
        name: 'another',
        createdBy: 'ana',
        documents: { filter: { collectionId } },
        scheme,
        guidelines: '',
        settings: project.settings,
        annotators: two,
        ...changes,
      });
    refusing('annotation.no-annotator', again({ annotators: [] }));
    refusing('annotation.no-annotator', again({ annotators: [two[0], two[0]] }));
    refusing('annotation.name-taken', again({ name: 'project' }));
    refusing('collection.empty', again({ documents: { filter: { collectionId, search: 'x' } } }));
    refusing('annotation.scheme-invalid', again({ scheme: { ...scheme, classes: [] } }));
    expect(workspace.annotationProjects.list()).toHaveLength(1);
  });

  it('begins with labels that documents have, and counts those that its scheme has not', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers, leftOut } = await smallProject(workspace, {
      scheme: { ...scheme, classes: [scheme.classes[0], { ...scheme.classes[1], name: 'maybe' }] },
      settings: { begin: 'labelled' },
    });
    expect(leftOut).toEqual([{ label: 'no', count: 2 }]);
    const { stored } = openWork(workspace, { projectId, person: 'ana', number: numbers[0] });
    expect(stored.work.classes).toMatchObject([
      { label: 'yes', given: { by: 'ana', from: { by: 'file', suggestion: null } } },
    ]);
    expect(stored.revision).toBe(1);
    // It is not done again, and nobody can undo what they did not do.
    const again = openWork(workspace, { projectId, person: 'ana', number: numbers[0] });
    expect(again.stored).toEqual(stored);
    expect(workspace.annotationWorks.steps(projectId, 'ana')).toEqual({ undo: null, redo: null });
    const { stored: other } = openWork(workspace, { projectId, person: 'ana', number: numbers[1] });
    expect(other.work.classes).toEqual([]);
  });

  it('begins with no label that its scheme has lost before the work was opened', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers } = await smallProject(workspace, {
      settings: { begin: 'labelled' },
    });
    const begun = (number: number) =>
      openWork(workspace, { projectId, person: 'ana', number }).stored.work.classes.map(
        ({ label }) => label,
      );
    expect(begun(numbers[0])).toEqual(['yes']);
    const less = {
      ...scheme,
      classes: [scheme.classes[0], { ...scheme.classes[1], name: 'maybe' }],
    };
    changeScheme(workspace, { projectId, person: 'ana', version: 1 }, less);
    expect(begun(numbers[1])).toEqual([]);
    expect(begun(numbers[2])).toEqual(['yes']);
  });

  it('keeps how many classes a document may have, once one is given', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers } = await smallProject(workspace);
    const several = { ...scheme, classChoice: 'several' } as const;
    const change = (version: number, changed: typeof scheme) =>
      changeScheme(workspace, { projectId, person: 'ana', version }, changed).version;
    expect(change(1, several)).toBe(2);
    expect(change(2, scheme)).toBe(3);
    const act = (revision: number, edit: AskedEdit) =>
      applyAction(workspace, {
        projectId,
        person: 'ana',
        documents: [{ number: numbers[0], revision, edits: [edit] }],
      });
    act(0, { kind: 'class-set', label: 'yes' });
    refusing('annotation.label-in-use', () => change(3, several));
    act(1, { kind: 'class-clear', label: 'yes' });
    expect(change(3, several)).toBe(4);
  });

  it('keeps a label that is given, lets others go and come, and never loses a version', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers } = await smallProject(workspace);
    const span = {
      kind: 'span-add',
      id: 'a',
      type: 'Disease',
      fragments: [{ start: 8, end: 14 }],
      attributes: { negated: 'true' },
    } as const;
    applyAction(workspace, {
      projectId,
      person: 'ana',
      documents: [{ number: numbers[0], revision: 0, edits: [span] }],
    });
    const rewriting = { projectId, person: 'ana', version: 1 };
    const [disease, drug] = scheme.types;
    refusing('annotation.label-in-use', () =>
      changeScheme(workspace, rewriting, { ...scheme, types: [drug], attributes: [] }),
    );
    refusing('annotation.label-in-use', () =>
      changeScheme(workspace, rewriting, { ...scheme, attributes: [] }),
    );
    const changed = changeScheme(workspace, rewriting, { ...scheme, types: [disease] });
    expect(changed.version).toBe(2);
    refusing('annotation.outdated', () => changeScheme(workspace, rewriting, scheme));
  });

  it('names in each label the guidelines of its time, and keeps all versions of them', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers } = await smallProject(workspace);
    const rewriting = { projectId, person: 'ben', version: 1 };
    expect(writeGuidelines(workspace, rewriting, '# Guidelines').version).toBe(1);
    expect(writeGuidelines(workspace, rewriting, '# Better').version).toBe(2);
    refusing('annotation.outdated', () => writeGuidelines(workspace, rewriting, '# Worse'));
    const { documents } = applyAction(workspace, {
      projectId,
      person: 'ana',
      documents: [
        { number: numbers[0], revision: 0, edits: [{ kind: 'class-set', label: 'yes' }] },
      ],
    });
    expect(documents[0].classes[0].given.guideline).toBe(2);
    expect(workspace.annotationProjects.guidelines(projectId, 1).content).toBe('# Guidelines');
    expect(workspace.annotationProjects.guidelineVersions(projectId)).toMatchObject([
      { version: 1, person: 'ana' },
      { version: 2, person: 'ben' },
    ]);
  });

  it('keeps its collection from being removed, and goes with all that is of it', async () => {
    const workspace = newWorkspace();
    const { projectId, collectionId, numbers } = await smallProject(workspace);
    applyAction(workspace, {
      projectId,
      person: 'ana',
      documents: [{ number: numbers[0], revision: 0, edits: [{ kind: 'flag', value: true }] }],
    });
    expect(() => {
      workspace.collections.remove(collectionId);
    }).toThrow('“project”');
    workspace.annotationProjects.remove(projectId);
    refusing('record.missing', () => workspace.annotationProjects.get(projectId));
    workspace.collections.remove(collectionId);
    expect(workspace.audit.entriesOf(['project.created', 'project.removed'])).toHaveLength(2);
    expect(workspace.checkIntegrity().databaseProblems).toEqual([]);
  });
});
