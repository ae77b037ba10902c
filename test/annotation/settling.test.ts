import { describe, expect, it } from 'vitest';
import { untouchedWork, type AskedEdit } from '#core/domain/annotation-work.ts';
import { applyEdits } from '#core/annotation/edits/apply-edits.ts';
import { decideConflict } from '#core/review/settle/decide-conflict.ts';
import { freezeLabels } from '#core/review/settle/freeze-labels.ts';
import { gatherRatings } from '#core/review/settle/gather-ratings.ts';
import { beginSettling, openDifferences } from '#core/review/settle/open-differences.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import { openWork } from '#core/review/work/open-work.ts';
import { undoAction } from '#core/review/work/undo-action.ts';
import { refusing } from '#core/storage/testing/refusing.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { smallProject } from './small-project.ts';

const mark = (id: string, end: number): AskedEdit => ({
  kind: 'span-add',
  id,
  type: 'Disease',
  fragments: [{ start: 8, end }],
  attributes: {},
});
const done: AskedEdit = { kind: 'state', state: 'done' };

/** Notes that two persons label; of each, the first has done the first. */
async function doubleProject() {
  const workspace = newWorkspace();
  const found = await smallProject(workspace, {
    annotators: [
      { person: 'ana', most: null },
      { person: 'ben', most: null },
    ],
    settings: { doubleShare: 1 },
  });
  const { projectId } = found;
  const label = (person: string, number: number, edits: readonly AskedEdit[]) => {
    const { revision } = openWork(workspace, { projectId, person, number }).stored;
    return applyAction(workspace, { projectId, person, documents: [{ number, revision, edits }] });
  };
  return { workspace, ...found, label };
}

/** Four notes, all done by one person. */
async function smallProjectDone(settings: { readonly testCount: number }) {
  const workspace = newWorkspace();
  const made = await smallProject(workspace, { settings });
  for (const number of made.numbers) {
    applyAction(workspace, {
      projectId: made.projectId,
      person: 'ana',
      documents: [{ number, revision: 0, edits: [{ kind: 'class-set', label: 'yes' }, done] }],
    });
  }
  return { workspace, ...made };
}

/** Each disagrees on class and ends of the first note; on the second they agree. */
async function bothDone() {
  const made = await doubleProject();
  const { numbers, label } = made;
  const [first, second] = numbers;
  label('ana', first, [{ kind: 'class-set', label: 'yes' }, mark('a', 14), done]);
  label('ben', first, [{ kind: 'class-set', label: 'no' }, mark('b', 12), done]);
  for (const person of ['ana', 'ben']) {
    label(person, second, [{ kind: 'class-set', label: 'yes' }, mark(person, 14), done]);
  }
  return made;
}

const setOf = (workspace: Workspace, name: string) => {
  const { id } = workspace.labelledSets.get(name);
  return [...workspace.labelledSets.documents(id)];
};

describe('What two persons label', () => {
  it('is compared with nobody and in no set before both have done it', async () => {
    const { workspace, projectId, numbers, label } = await doubleProject();
    label('ana', numbers[0], [{ kind: 'class-set', label: 'yes' }, done]);
    refusing('annotation.not-both-done', () => openDifferences(workspace, projectId, numbers[0]));
    for (const whose of [{ of: 'settled' }, { of: 'person', person: 'ana' }] as const) {
      refusing('annotation.nothing-done', () =>
        freezeLabels(workspace, 'early', { projectId, whose }),
      );
    }
    expect(gatherRatings(workspace, projectId)).toEqual([]);
  });

  it('is locked from when both have done it, before anybody is told anything of both', async () => {
    const { workspace, projectId, numbers, label } = await doubleProject();
    const [number, other] = numbers;
    const whole = [{ kind: 'class-set', label: 'yes' }, done] as const;
    expect(label('ana', number, whole).documents[0].isLocked).toBe(false);
    // While one alone has done it, they may reopen it and do it again.
    expect(label('ana', number, [{ kind: 'state', state: 'open' }]).actionId).not.toBeNull();
    label('ana', number, [done]);
    expect(label('ben', number, whole).documents[0].isLocked).toBe(true);
    for (const person of ['ana', 'ben']) {
      expect(openWork(workspace, { projectId, person, number }).isLocked).toBe(true);
      refusing('annotation.adjudicated', () => label(person, number, [mark('c', 13)]));
      refusing('annotation.adjudicated', () =>
        label(person, number, [{ kind: 'state', state: 'open' }]),
      );
      const actionId = workspace.annotationWorks.steps(projectId, person).undo!;
      refusing('annotation.adjudicated', () =>
        undoAction(workspace, { projectId, person, actionId, direction: 'undo' }),
      );
    }
    label('ana', other, [{ kind: 'flag', value: true }]);
    // Skipped by one, there is nothing to compare.
    label('ben', other, [{ kind: 'state', state: 'skipped' }]);
    expect(label('ana', other, whole).documents[0].isLocked).toBe(false);
  });

  it('is settled conflict by conflict, each an action that is undone like others', async () => {
    const { workspace, projectId, numbers } = await bothDone();
    const [number] = numbers;
    const person = 'carla';
    const { conflicts } = beginSettling(workspace, { projectId, number, person });
    expect(conflicts.map(({ kind }) => kind)).toEqual(['class', 'boundary']);
    const decide = (revision: number, at: number, decision: 'first' | 'both' | 'neither' | null) =>
      decideConflict(workspace, {
        projectId,
        person,
        number,
        revision,
        conflictId: conflicts[at].id,
        decision,
      });
    expect(decide(0, 0, 'first')).toMatchObject({ revision: 1, isSettled: false });
    refusing('annotation.outdated', () => decide(0, 1, 'first'));
    refusing('annotation.conflict-missing', () => decide(1, 0, 'both'));
    expect(decide(1, 1, 'neither')).toMatchObject({ revision: 2, isSettled: true });
    const settled = freezeLabels(workspace, 'gold', { projectId, whose: { of: 'settled' } });
    expect(settled.frozen.documentCount).toBe(2);
    expect(settled.leftOut).toEqual({ open: 2, unsettled: 0, others: 0 });
    const [gold, agreed] = setOf(workspace, 'gold');
    expect(gold.annotations).toMatchObject([
      { kind: 'class', label: 'yes', origin: { by: 'person', guideline: '1' } },
    ]);
    expect(agreed.annotations).toMatchObject([{ label: 'yes' }, { type: 'Disease' }]);

    const actionId = workspace.annotationWorks.steps(projectId, person).undo!;
    undoAction(workspace, { projectId, person, actionId, direction: 'undo' });
    const again = openDifferences(workspace, projectId, number);
    expect(Object.keys(again.settling!.work.verdicts)).toHaveLength(1);
    expect(again.settling!.work.state).toBe('open');
    const history = workspace.annotationWorks.history(again.settling!.id);
    expect(applyEdits(untouchedWork, history)).toEqual(again.settling!.work);
    const later = freezeLabels(workspace, 'gold', { projectId, whose: { of: 'settled' } });
    expect(later.leftOut.unsettled).toBe(1);
  });

  it('is settled by two persons, of whom each undoes their own decisions alone', async () => {
    const { workspace, projectId, numbers } = await bothDone();
    const [number] = numbers;
    const { conflicts } = openDifferences(workspace, projectId, number);
    const decide = (person: string, at: number, decision: 'first' | 'second') => {
      const { settling } = beginSettling(workspace, { projectId, number, person });
      const { revision } = settling;
      const conflictId = conflicts[at].id;
      return decideConflict(workspace, {
        projectId,
        person,
        number,
        revision,
        conflictId,
        decision,
      });
    };
    const step = (person: string, direction: 'undo' | 'redo') => {
      const actionId = workspace.annotationWorks.steps(projectId, person)[direction]!;
      undoAction(workspace, { projectId, person, actionId, direction });
      return openDifferences(workspace, projectId, number).settling!.work;
    };
    expect(decide('carla', 0, 'first').isSettled).toBe(false);
    expect(decide('dora', 1, 'first').isSettled).toBe(true);
    // The state was turned by Dora, and follows from what is decided, whoever undoes.
    expect(step('carla', 'undo').state).toBe('open');
    expect(workspace.annotationQueue.settled(projectId)).toEqual([]);
    expect(step('dora', 'undo')).toMatchObject({ state: 'open', verdicts: {} });
    expect(step('carla', 'redo').state).toBe('open');
    expect(step('dora', 'redo').state).toBe('done');
    expect(workspace.annotationQueue.settled(projectId, 'ana')).toEqual([number]);
    expect(workspace.annotationQueue.settled(projectId, 'carla')).toEqual([]);
    // Dora decides anew what Carla had decided: that is not Carla's to undo.
    expect(decide('dora', 0, 'second').isSettled).toBe(true);
    const before = openDifferences(workspace, projectId, number).settling;
    refusing('annotation.outdated', () => step('carla', 'undo'));
    expect(openDifferences(workspace, projectId, number).settling).toEqual(before);
    step('dora', 'undo');
    expect(Object.keys(step('carla', 'undo').verdicts)).toEqual([conflicts[1].id]);
    const { id, work } = openDifferences(workspace, projectId, number).settling!;
    expect(applyEdits(untouchedWork, workspace.annotationWorks.history(id))).toEqual(work);
  });

  it('is frozen of the slice for a test, of the rest, or of all', async () => {
    const { workspace, projectId, numbers } = await smallProjectDone({ testCount: 1 });
    const test = workspace.annotationProjects.documents(projectId).filter(({ isTest }) => isTest);
    const whose = { of: 'settled' } as const;
    const frozen = (slice: 'test' | 'rest' | 'all') => {
      const { leftOut } = freezeLabels(workspace, slice, { projectId, whose, slice });
      expect(leftOut).toEqual({ open: 0, unsettled: 0, others: 0 });
      return setOf(workspace, slice).map(({ number }) => number);
    };
    expect(frozen('test')).toEqual(test.map(({ number }) => number));
    expect(frozen('rest')).toEqual(numbers.filter((each) => each !== test[0].number));
    expect(frozen('all')).toEqual(numbers);
  });

  it('is frozen of each person apart, as they gave it', async () => {
    const { workspace, projectId } = await bothDone();
    for (const [person, end] of [
      ['ana', 14],
      ['ben', 12],
    ] as const) {
      freezeLabels(workspace, person, { projectId, whose: { of: 'person', person } });
      const [first] = setOf(workspace, person);
      expect(first.annotations[1]).toMatchObject({ fragments: [{ start: 8, end }] });
    }
    const nobody = { of: 'person', person: 'nobody' } as const;
    refusing('annotation.nothing-done', () =>
      freezeLabels(workspace, 'none', { projectId, whose: nobody }),
    );
  });
});
