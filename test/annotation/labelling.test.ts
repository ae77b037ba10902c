import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { applyEdits } from '#core/annotation/edits/apply-edits.ts';
import { untouchedWork, type AskedEdit } from '#core/domain/annotation-work.ts';
import { changeScheme } from '#core/review/projects/change-scheme.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import { replayLog } from '#core/review/work/replay-log.ts';
import { openWork } from '#core/review/work/open-work.ts';
import { searchAlike } from '#core/review/work/search-alike.ts';
import { undoAction } from '#core/review/work/undo-action.ts';
import { refusing } from '#core/storage/testing/refusing.ts';
import { newWorkspace, openSql, reopen } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { noteText, scheme, secret, smallProject } from './small-project.ts';

const person = 'ana';
const mark = (id: string, start = 8, end = 14): AskedEdit => ({
  kind: 'span-add',
  id,
  type: 'Disease',
  fragments: [{ start, end }],
  attributes: {},
});

/** The state of all works, as bytes. */
function bytesOf(workspace: Workspace, projectId: number, numbers: readonly number[]): string {
  return JSON.stringify(
    numbers.map((number) => openWork(workspace, { projectId, person, number }).stored.work),
  );
}

describe('What a person labels', () => {
  it('is refused from an older state, and nothing of it stays', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers } = await smallProject(workspace);
    const [first, second] = numbers;
    const act = (documents: Parameters<typeof applyAction>[1]['documents']) =>
      applyAction(workspace, { projectId, person, documents });
    act([{ number: first, revision: 0, edits: [mark('a')] }]);
    const before = bytesOf(workspace, projectId, numbers);
    // A second window of the same person, which has not heard of the first action.
    refusing('annotation.outdated', () =>
      act([
        { number: second, revision: 0, edits: [mark('b')] },
        { number: first, revision: 0, edits: [{ kind: 'span-remove', id: 'a' }] },
      ]),
    );
    // One edit of many that is wrong takes all with it.
    refusing('annotation.position-invalid', () =>
      act([
        { number: second, revision: 0, edits: [mark('b')] },
        { number: first, revision: 1, edits: [mark('c', 0, 10_000)] },
      ]),
    );
    expect(bytesOf(workspace, projectId, numbers)).toBe(before);
  });

  it('is of documents that are theirs alone', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers } = await smallProject(workspace);
    const place = { projectId, person: 'ben', number: numbers[0] };
    refusing('annotation.not-assigned', () => openWork(workspace, place));
    refusing('annotation.not-assigned', () =>
      applyAction(workspace, {
        projectId,
        person: 'ben',
        documents: [{ number: numbers[0], revision: 0, edits: [mark('a')] }],
      }),
    );
  });

  it('is undone and redone over documents and a restart, many documents in one step', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers } = await smallProject(workspace);
    const states = [bytesOf(workspace, projectId, numbers)];
    const act = (documents: Parameters<typeof applyAction>[1]['documents']) => {
      applyAction(workspace, { projectId, person, documents });
      states.push(bytesOf(workspace, projectId, numbers));
    };
    act([{ number: numbers[0], revision: 0, edits: [mark('a'), { kind: 'remark', text: 'why' }] }]);
    act(numbers.slice(1).map((number) => ({ number, revision: 0, edits: [mark('b')] })));
    act([{ number: numbers[0], revision: 1, edits: [{ kind: 'remark', text: 'because' }] }]);
    workspace.close();

    const later = reopen(workspace.folder);
    const step = (direction: 'undo' | 'redo') => {
      const actionId = later.annotationWorks.steps(projectId, person)[direction]!;
      return undoAction(later, { projectId, person, actionId, direction });
    };
    for (const state of states.slice(0, -1).reverse()) {
      step('undo');
      expect(bytesOf(later, projectId, numbers)).toBe(state);
    }
    expect(later.annotationWorks.steps(projectId, person).undo).toBeNull();
    expect(step('redo').documents.map(({ number }) => number)).toEqual([numbers[0]]);
    expect(step('redo').documents).toHaveLength(3);
    expect(bytesOf(later, projectId, numbers)).toBe(states[2]);
    // Something new takes the place of what was undone.
    const revision = openWork(later, { projectId, person, number: numbers[0] }).stored.revision;
    applyAction(later, {
      projectId,
      person,
      documents: [{ number: numbers[0], revision, edits: [{ kind: 'flag', value: true }] }],
    });
    expect(later.annotationWorks.steps(projectId, person).redo).toBeNull();
    refusing('annotation.nothing-to-undo', () =>
      undoAction(later, { projectId, person, actionId: 1, direction: 'redo' }),
    );
    refusing('annotation.outdated', () =>
      undoAction(later, { projectId, person, actionId: 1, direction: 'undo' }),
    );
  });

  it('is what its log gives when it is replayed, and 1,000 random actions are all undone', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers } = await smallProject(workspace, {
      settings: { begin: 'labelled' },
    });
    const random = new RandomStream(7, 'labelling');
    const start = bytesOf(workspace, projectId, numbers);
    let actions = 0;
    const anyEdit = (): AskedEdit => {
      const at = random.integer(20);
      const kinds: AskedEdit[] = [
        mark(`m${random.integer(12)}`, at, at + 1 + random.integer(15)),
        { kind: 'span-remove', id: `m${random.integer(12)}` },
        { kind: 'span-change', id: `m${random.integer(12)}`, type: 'Drug' },
        { kind: 'class-set', label: random.integer(2) === 0 ? 'yes' : 'no' },
        { kind: 'class-clear', label: 'yes' },
        { kind: 'unsure', value: random.integer(2) === 0 },
        { kind: 'remark', text: `remark ${random.integer(3)}` },
      ];
      return kinds[random.integer(kinds.length)];
    };
    while (actions < 1_000) {
      const number = numbers[random.integer(numbers.length)];
      const { stored } = openWork(workspace, { projectId, person, number });
      try {
        const { actionId } = applyAction(workspace, {
          projectId,
          person,
          documents: [{ number, revision: stored.revision, edits: [anyEdit()] }],
        });
        if (actionId !== null) actions++;
      } catch {
        // An id that is there already or not there: refused, and nothing changed.
      }
    }
    for (const number of numbers) {
      const { stored } = openWork(workspace, { projectId, person, number });
      const replayed = applyEdits(untouchedWork, workspace.annotationWorks.history(stored.id));
      expect(JSON.stringify(replayed)).toBe(JSON.stringify(stored.work));
    }
    for (let left = actions; left > 0; left--) {
      const actionId = workspace.annotationWorks.steps(projectId, person).undo!;
      undoAction(workspace, { projectId, person, actionId, direction: 'undo' });
    }
    expect(bytesOf(workspace, projectId, numbers)).toBe(start);
  });

  it('is found by a replay of the log where it is not what its actions made of it', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers } = await smallProject(workspace);
    const place = { projectId, person: 'ana', number: numbers[0] };
    applyAction(workspace, {
      projectId,
      person: 'ana',
      documents: [{ number: numbers[0], revision: 0, edits: [{ kind: 'flag', value: true }] }],
    });
    expect(replayLog(workspace)).toEqual([]);
    const { id: workId, revision, work } = openWork(workspace, place).stored;
    const versions = { schemeVersion: 1, guidelineVersion: 1 };
    workspace.annotationWorks.commit(
      { projectId, person: 'ana', kind: 'edit', ofAction: null, ...versions },
      [{ workId, revision, edits: [], after: { ...work, isFlagged: false } }],
    );
    expect(replayLog(workspace)).toEqual([
      `work ${workId} of project ${projectId} is not what its log gives`,
    ]);
  });

  it('is in a log that is never changed or cut, and holds no text', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers } = await smallProject(workspace);
    applyAction(workspace, {
      projectId,
      person,
      documents: [
        { number: numbers[0], revision: 0, edits: [mark('a'), { kind: 'remark', text: secret }] },
      ],
    });
    const sql = openSql(workspace.folder);
    const log = JSON.stringify([
      sql.all('SELECT * FROM annotation_actions'),
      sql.all('SELECT * FROM annotation_edits'),
      workspace.audit.newest(100),
    ]);
    expect(log).toContain('Disease');
    expect(log).not.toContain(secret);
    for (const statement of [
      'DELETE FROM annotation_edits',
      'DELETE FROM annotation_actions',
      "UPDATE annotation_edits SET edit_json = '{}'",
      'UPDATE annotation_actions SET at_ms = 0',
    ]) {
      expect(() => sql.run(statement)).toThrow('the log of a project is never');
    }
  });

  it('is not brought back by undo where the scheme has lost the label', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers } = await smallProject(workspace);
    const act = (revision: number, edit: AskedEdit) =>
      applyAction(workspace, {
        projectId,
        person,
        documents: [{ number: numbers[0], revision, edits: [edit] }],
      });
    act(0, mark('a'));
    const { actionId } = act(1, { kind: 'span-remove', id: 'a' });
    const without = { ...scheme, types: [scheme.types[1]], attributes: [] };
    changeScheme(workspace, { projectId, person, version: 1 }, without);
    refusing('annotation.label-unknown', () =>
      undoAction(workspace, { projectId, person, actionId: actionId!, direction: 'undo' }),
    );
  });

  it('is found again wherever the same words stand: whole or in words, marked or not', async () => {
    const workspace = newWorkspace();
    const { projectId, numbers } = await smallProject(workspace);
    applyAction(workspace, {
      projectId,
      person,
      documents: [{ number: numbers[0], revision: 0, edits: [mark('a')] }],
    });
    const question = { projectId, person, number: null, text: 'FIEBRE', type: 'Disease' };
    const found = searchAlike(workspace, { ...question, matchCase: false, wholeWords: true });
    expect(found).toMatchObject({ placeCount: 8, isCut: false });
    expect(found.documents.map(({ revision }) => revision)).toEqual([1, 0, 0, 0]);
    const places = found.documents[0].places;
    expect(places.map(({ isMarked }) => isMarked)).toEqual([true, false]);
    for (const { start, end, found: words } of places) {
      expect(noteText(0).slice(start, end)).toBe(words);
      expect(words).toBe('fiebre');
    }
    const count = (changes: object) =>
      searchAlike(workspace, { ...question, matchCase: false, wholeWords: true, ...changes })
        .placeCount;
    expect(count({ matchCase: true })).toBe(0);
    expect(count({ number: numbers[1] })).toBe(2);
    expect(count({ text: 'iebr' })).toBe(0);
    expect(count({ text: 'iebr', wholeWords: false })).toBe(8);
    expect(count({ text: 'fiebre alta 😀.', wholeWords: false })).toBe(4);
    expect(count({ text: '(.*' })).toBe(0);
  });
});
