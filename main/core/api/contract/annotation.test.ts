import { expect, it } from 'vitest';
import type { AskedEdit, Suggestion } from '#core/domain/annotation-work.ts';
import {
  applyEditsSchema,
  askedEditSchema,
  suggestionSchema,
  type ApplyEdits,
} from './annotation-edits.ts';
import { askForQueueSchema, createProjectSchema, type CreateProject } from './annotation.ts';

const edits: AskedEdit[] = [
  { kind: 'class-set', label: 'yes' },
  { kind: 'span-add', id: 'a-1', type: 'T', fragments: [{ start: 0, end: 1 }], attributes: {} },
  { kind: 'span-change', id: 'a-1', type: 'U' },
  { kind: 'span-remove', id: 'a-1' },
  { kind: 'state', state: 'done' },
  { kind: 'flag', value: true },
  { kind: 'unsure', value: true },
  { kind: 'remark', text: 'doubtful' },
  { kind: 'accept', suggestion: 's', id: 'a-2' },
  { kind: 'reject', suggestion: 's' },
];
const action: ApplyEdits = { projectId: 1, documents: [{ number: 1, revision: 0, edits }] };

it('Every edit of the domain crosses as it is', () => {
  expect(applyEditsSchema.parse(action)).toEqual(action);
  const suggestion: Suggestion = {
    kind: 'class',
    id: 's',
    label: 'yes',
    from: { by: 'terms', name: 'list', score: null, suggestion: null },
  };
  expect(suggestionSchema.parse(suggestion)).toEqual(suggestion);
});

it.each([
  ['an id with other signs', { kind: 'span-remove', id: 'a b' }],
  ['a mark without a place', { ...edits[1], fragments: [] }],
  ['half a unit', { ...edits[1], fragments: [{ start: 0, end: 0.5 }] }],
  ['a remark of a book', { kind: 'remark', text: 'x'.repeat(10_001) }],
  ['a key that nobody knows', { kind: 'flag', value: true, by: 'someone' }],
])('An edit with %s is refused', (_, edit) => {
  expect(askedEditSchema.safeParse(edit).success).toBe(false);
});

const project: CreateProject = {
  name: 'Anaemia',
  documents: { of: 'set', name: 'notes', version: 1 },
  scheme: { classChoice: 'none', classes: [], types: [], attributes: [] },
  guidelines: '# What to mark',
  order: { kind: 'random', seed: 1 },
  doubleShare: 0.2,
  testCount: 10,
  suggestions: 'blind',
  begin: 'empty',
  annotators: [{ personId: 'p', most: null }],
};

it.each([
  ['a share above 1', { doubleShare: 1.1 }],
  ['an order that there is not', { order: { kind: 'best' } }],
  ['no name', { name: '  ' }],
])('A project with %s is refused', (_, change) => {
  expect(createProjectSchema.safeParse(project).success).toBe(true);
  expect(createProjectSchema.safeParse({ ...project, ...change }).success).toBe(false);
});

it('A page of a queue is never asked for as a whole', () => {
  const filter = {
    state: null,
    isFlagged: null,
    isUnsure: null,
    hasRemark: null,
    label: null,
    search: null,
  };
  const asked = { projectId: 1, filter, skip: 0, limit: 200 };
  expect(askForQueueSchema.safeParse(asked).success).toBe(true);
  expect(askForQueueSchema.safeParse({ ...asked, limit: 201 }).success).toBe(false);
});
