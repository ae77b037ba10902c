import { describe, expect, it } from 'vitest';
import type { AskedEdit } from '#core/domain/annotation-work.ts';
import {
  suggestMarked,
  suggestPredicted,
  suggestTerms,
} from '#core/review/suggest/suggest-labels.ts';
import { applyAction } from '#core/review/work/apply-action.ts';
import { openWork } from '#core/review/work/open-work.ts';
import { undoAction } from '#core/review/work/undo-action.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { noteText, smallProject } from './small-project.ts';

const effects = { nowMs: () => 0 };
const terms = {
  name: 'signs',
  terms: [
    { text: 'fiebre', type: 'Disease' },
    { text: 'fiebre alta', type: 'Disease' },
  ],
};

async function suggested(changes: Parameters<typeof smallProject>[1] = {}) {
  const workspace = newWorkspace();
  const { projectId, numbers } = await smallProject(workspace, changes);
  const suggestionsOf = (number: number, person = 'ana') =>
    openWork(workspace, { projectId, person, number }).suggestions;
  const act = (number: number, edits: readonly AskedEdit[], person = 'ana') => {
    const { revision } = openWork(workspace, { projectId, person, number }).stored;
    return applyAction(workspace, { projectId, person, documents: [{ number, revision, edits }] });
  };
  return { workspace, projectId, numbers, suggestionsOf, act };
}

describe('Suggestions', () => {
  it('are no labels until they are accepted, and answers are kept and undone', async () => {
    const { workspace, projectId, numbers, suggestionsOf, act } = await suggested();
    const counted = await suggestTerms(workspace, projectId, terms, effects);
    expect(counted).toEqual({ documents: 4, suggestions: 8 });
    const [number] = numbers;
    const [one, two] = suggestionsOf(number);
    expect(two).toMatchObject({ type: 'Disease', from: { by: 'terms', name: 'signs' } });
    const words = two.kind === 'span' ? two.fragments[0] : { start: 0, end: 0 };
    expect(noteText(0).slice(words.start, words.end)).toBe('fiebre alta');
    const before = openWork(workspace, { projectId, person: 'ana', number }).stored.work;
    expect(before.spans).toEqual([]);

    const accepted = act(number, [
      { kind: 'accept', suggestion: one.id, id: 'x' },
      { kind: 'reject', suggestion: two.id },
    ]);
    expect(accepted.documents[0].takenSuggestions).toEqual([one.id, two.id]);
    expect(workspace.annotationQueue.verdicts(projectId, 'ana')).toEqual({
      accepted: 1,
      changed: 0,
      rejected: 1,
    });
    const undone = undoAction(workspace, {
      projectId,
      person: 'ana',
      actionId: accepted.actionId!,
      direction: 'undo',
    });
    expect(undone.documents[0].putSuggestions.map(({ id }) => id)).toEqual([one.id, two.id]);
  });

  it('of a later list take the place of those that wait, and nothing is asked twice', async () => {
    const { workspace, projectId, numbers, suggestionsOf, act } = await suggested();
    await suggestTerms(workspace, projectId, terms, effects);
    const [number] = numbers;
    const [one, two] = suggestionsOf(number);
    act(number, [{ kind: 'reject', suggestion: one.id }]);
    await suggestTerms(workspace, projectId, terms, effects);
    const now = suggestionsOf(number);
    expect(now.map(({ id }) => id)).toContain(one.id);
    expect(now).toHaveLength(2);
    expect(now.map(({ id }) => id)).not.toContain(two.id);
  });

  it('are not made for the test slice, and not shown to those who work blind', async () => {
    const { workspace, projectId, numbers, suggestionsOf } = await suggested({
      settings: { testCount: 2 },
    });
    const { documents } = await suggestTerms(workspace, projectId, terms, effects);
    expect(documents).toBe(2);
    expect(numbers.map((number) => suggestionsOf(number).length)).toEqual([0, 0, 2, 2]);
    const blind = await suggested({ settings: { suggestions: 'blind' } });
    await suggestTerms(blind.workspace, blind.projectId, terms, effects);
    expect(blind.suggestionsOf(blind.numbers[0])).toEqual([]);
  });

  it('from what was marked before are a person’s own: they tell nobody what another gave', async () => {
    const { workspace, projectId, numbers, suggestionsOf, act } = await suggested({
      annotators: [
        { person: 'ana', most: null },
        { person: 'ben', most: null },
      ],
      settings: { doubleShare: 1 },
    });
    const start = noteText(0).indexOf('fiebre alta');
    act(numbers[0], [
      {
        kind: 'span-add',
        id: 'a',
        type: 'Disease',
        fragments: [{ start, end: start + 'fiebre alta'.length }],
        attributes: {},
      },
      { kind: 'class-set', label: 'yes' },
      { kind: 'state', state: 'done' },
    ]);
    const counted = await suggestMarked(workspace, { projectId, person: 'ana' }, effects);
    expect(counted).toEqual({ documents: 3, suggestions: 3 });
    expect(suggestionsOf(numbers[1])).toMatchObject([{ from: { by: 'marked', name: 'ana' } }]);
    expect(suggestionsOf(numbers[1], 'ben')).toEqual([]);
    expect(await suggestMarked(workspace, { projectId, person: 'ben' }, effects)).toEqual({
      documents: 0,
      suggestions: 0,
    });
  });

  it('of a model have its score, and only labels that the scheme has', async () => {
    const { workspace, projectId, numbers, suggestionsOf, act } = await suggested();
    const [number] = numbers;
    suggestPredicted(workspace, { projectId, number, model: 'bert' }, [
      { kind: 'class', label: 'yes', score: 0.9 },
      { kind: 'class', label: 'unheard', score: 0.1 },
      { kind: 'span', type: 'Drug', start: 8, end: 14, score: 0.7 },
      { kind: 'span', type: 'Unheard', start: 8, end: 14, score: 0.7 },
    ]);
    const [yes, drug, ...others] = suggestionsOf(number);
    expect(others).toEqual([]);
    expect(drug).toMatchObject({ from: { by: 'model', name: 'bert', score: 0.7 } });
    const { documents } = act(number, [{ kind: 'accept', suggestion: yes.id, id: 'x' }]);
    expect(documents[0].classes[0].given.from).toEqual({
      by: 'model',
      name: 'bert',
      score: 0.9,
      suggestion: yes.id,
    });
  });
});
