import { describe, expect, it } from 'vitest';
import type { AskedEdit } from '#core/domain/annotation-work.ts';
import type { Person } from '#core/domain/person.ts';
import { createProject } from '#core/review/projects/create-project.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import {
  agreementSchema,
  correctionsSchema,
  decidedSchema,
  differencesSchema,
  disagreementsSchema,
  frozenLabelsSchema,
} from '../contract/annotation-settling.ts';
import { createSettlingService } from './settling-service.ts';

const look = { key: null, colour: 'blue', pattern: 'solid' } as const;
const [ana, ben, carla] = ['ana-person', 'ben-person', 'carla-person'].map((id): Person => ({
  id,
  name: id,
  role: 'reviewer',
}));

/** Notes that two persons have done; each marked another end in each, and Ana alone a drug. */
function twoHaveDone(count: number, testCount = 0) {
  const workspace = newWorkspace();
  const { id: collectionId } = workspace.collections.create('notes');
  const { id: importId } = workspace.documentImports.begin({
    collectionId,
    source: {},
    options: {},
  });
  workspace.documents.batch(collectionId, () => {
    for (let at = 0; at < count; at++) {
      workspace.documents.put(
        { collectionId, importId },
        {
          id: `n${at}`,
          text: `Fiebre alta, ibuprofeno ${at}.`,
          patient: null,
          date: null,
          language: 'es',
          languageCertainty: null,
          kind: null,
          columns: {},
          place: { file: 'notes.csv', part: null, line: at + 2 },
          annotations: [],
          carried: null,
          wordCount: 4,
          sentenceCount: 1,
          rules: [],
        },
      );
    }
  });
  const { project } = createProject(workspace, {
    name: 'project',
    createdBy: ana.id,
    documents: { filter: { collectionId } },
    scheme: {
      classChoice: 'none',
      classes: [],
      types: [
        { name: 'Sign', ...look },
        { name: 'Drug', ...look },
      ],
      attributes: [],
    },
    guidelines: '',
    settings: {
      order: { kind: 'listed' },
      doubleShare: 1,
      testCount,
      suggestions: 'shown',
      begin: 'empty',
    },
    annotators: [ana, ben].map(({ id }) => ({ person: id, most: null })),
  });
  const projectId = project.id;
  const numbers = workspace.annotationProjects.documents(projectId).map(({ number }) => number);
  const mark = (id: string, type: string, start: number, end: number): AskedEdit => ({
    kind: 'span-add',
    id,
    type,
    fragments: [{ start, end }],
    attributes: {},
  });
  for (const number of numbers) {
    const label = (person: string, edits: readonly AskedEdit[]) => {
      const documents = [{ number, revision: 0, edits }];
      applyAction(workspace, { projectId, person, documents });
    };
    const done = { kind: 'state', state: 'done' } as const;
    label(ana.id, [mark('ana1', 'Sign', 0, 6), mark('ana2', 'Drug', 13, 23), done]);
    label(ben.id, [mark('ben1', 'Sign', 0, 11), done]);
  }
  const service = createSettlingService(workspace);
  return { workspace, service, projectId, numbers };
}

describe('Settling as the window sees it', () => {
  it('tells nowhere who gave what, and shows each on both sides over time', async () => {
    const { service, projectId, numbers } = twoHaveDone(20);
    const list = disagreementsSchema.parse(
      await service.disagreements({ projectId, skip: 5, limit: 10 }),
    );
    expect(list.total).toBe(20);
    expect(list.rows).toHaveLength(10);
    expect(list.rows[0]).toMatchObject({ conflictCount: 2, decidedCount: 0 });
    const shown = await Promise.all(
      numbers.map((number) => service.differences({ projectId, number }, carla)),
    );
    for (const view of shown) {
      const text = JSON.stringify(differencesSchema.parse(view));
      expect(text).not.toMatch(/ana|ben/);
    }
    const lefts = shown.map(({ conflicts }) => conflicts[0].left.mark?.fragments[0].end);
    expect(new Set(lefts)).toEqual(new Set([6, 11]));
  });

  it('keeps the side that was chosen, and tells each person what became of theirs', async () => {
    const { service, projectId, numbers } = twoHaveDone(3);
    const [number] = numbers;
    const { conflicts } = await service.differences({ projectId, number }, carla);
    const longer = conflicts[0].left.mark?.fragments[0].end === 11 ? 'left' : 'right';
    const decide = (revision: number, at: number, decision: 'left' | 'right' | 'neither') =>
      service.decide(
        { projectId, number, revision, conflictId: conflicts[at].id, decision },
        carla,
      );
    expect(decidedSchema.parse(await decide(0, 0, longer)).isSettled).toBe(false);
    expect((await decide(1, 1, 'neither')).isSettled).toBe(true);
    const seen = await service.differences({ projectId, number }, carla);
    expect(seen.conflicts.map(({ decision }) => decision)).toEqual([longer, 'neither']);
    const page = { projectId, skip: 0, limit: 10 };
    const keptOf = async (person: Person) => {
      const { rows } = correctionsSchema.parse(await service.corrections(page, person));
      return rows.map((row) => row.conflicts.map(({ kept }) => kept));
    };
    expect(await keptOf(ana)).toEqual([['other', 'neither']]);
    expect(await keptOf(ben)).toEqual([['mine', 'neither']]);
    expect(await keptOf(carla)).toEqual([]);
    const { rows } = await service.corrections(page, ana);
    const words = rows[0].conflicts.map(({ mine, other }) => [mine.words, other.words]);
    expect(words).toEqual([
      ['Fiebre', 'Fiebre alta'],
      ['ibuprofeno', null],
    ]);
    const frozen = frozenLabelsSchema.parse(
      await service.freeze({ projectId, name: 'gold', whose: { of: 'settled' } }),
    );
    expect(frozen).toMatchObject({ documentCount: 1, leftOut: { unsettled: 2 } });
  });

  it('freezes the slice drawn for a test, or all but it', async () => {
    const { service, projectId } = twoHaveDone(5, 2);
    const freeze = async (slice: 'all' | 'test' | 'rest') => {
      const whose = { of: 'person', personId: ana.id } as const;
      return (await service.freeze({ projectId, name: slice, whose, slice })).documentCount;
    };
    expect([await freeze('all'), await freeze('test'), await freeze('rest')]).toEqual([5, 2, 3]);
  });

  it('refuses a conflict that is not there, and an older state', async () => {
    const { service, projectId, numbers } = twoHaveDone(1);
    const [number] = numbers;
    const { conflicts } = await service.differences({ projectId, number }, carla);
    const asked = { projectId, number, revision: 0, decision: 'neither' } as const;
    const wrong = service.decide({ ...asked, conflictId: 'none' }, carla);
    await expect(wrong).rejects.toMatchObject({ code: 'annotation.conflict-missing' });
    const old = service.decide({ ...asked, revision: 3, conflictId: conflicts[0].id }, carla);
    await expect(old).rejects.toMatchObject({ code: 'annotation.outdated' });
  });

  it('measures agreement of what both gave before they saw each other', async () => {
    const { service, projectId } = twoHaveDone(12);
    const { figures } = agreementSchema.parse(await service.agreement(projectId));
    const find = (measure: string, label: string | null) =>
      figures.find((each) => each.measure === measure && each.label === label);
    expect(find('span-f1-exact', null)).toMatchObject({ value: 0, documents: 12, support: 36 });
    expect(find('span-f1-overlapping', 'Sign')).toMatchObject({ value: 1 });
    expect(find('span-f1-overlapping', null)?.value).toBeCloseTo(2 / 3, 12);
  });
});
