import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { isAnamnesisError } from '#core/base/error.ts';
import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';
import {
  untouchedWork,
  type AnnotationEdit,
  type AnnotationWork,
  type AskedEdit,
  type Suggestion,
} from '#core/domain/annotation-work.ts';
import { applyEdits } from './apply-edits.ts';
import { describeChange } from './describe-change.ts';
import { invertEdits } from './invert-edits.ts';
import { resolveEdits, type EditContext } from './resolve-edits.ts';

const look = { key: null, colour: 'blue', pattern: 'solid' } as const;
const scheme: AnnotationScheme = {
  classChoice: 'one',
  classes: [
    { name: 'yes', ...look },
    { name: 'no', ...look },
  ],
  types: [
    { name: 'Disease', ...look },
    { name: 'Drug', ...look },
  ],
  attributes: [
    { name: 'negated', values: ['true'], types: ['Disease'] },
    { name: 'when', values: ['past', 'future'], types: null },
  ],
};
// A character of two units, a combining mark, a no-break space, CRLF and a byte order mark.
const text = '\uFEFFPijn 😀 e\u0301n\u00a0koorts\r\n\tșase';
const from = { by: 'model', name: 'm', score: 0.9, suggestion: null } as const;
const suggestions = new Map<string, Suggestion>([
  ['s1', { id: 's1', kind: 'class', label: 'no', from }],
  [
    's2',
    {
      id: 's2',
      kind: 'span',
      type: 'Drug',
      fragments: [{ start: 1, end: 5 }],
      attributes: {},
      from,
    },
  ],
]);
const context: EditContext = {
  text,
  scheme,
  given: { by: 'p', atMs: 5, guideline: 1 },
  suggestions,
};
const after = (...asked: AskedEdit[]) => resolveEdits(untouchedWork, asked, context).work;
const add = (id: string, start: number, end: number, more: object = {}): AskedEdit => ({
  kind: 'span-add',
  id,
  type: 'Disease',
  fragments: [{ start, end }],
  attributes: {},
  ...more,
});
const codeOf = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return isAnamnesisError(error) ? error.code : 'another error';
  }
  return 'none';
};

describe('Edits of a work', () => {
  it('turns the verdict on a class that was accepted and is taken back, or gives way to another', () => {
    const accept: AskedEdit = { kind: 'accept', suggestion: 's1', id: '' };
    expect(after(accept).verdicts).toEqual({ s1: 'accepted' });
    const cleared = after(accept, { kind: 'class-clear', label: 'no' });
    expect(cleared).toMatchObject({ classes: [], verdicts: { s1: 'rejected' } });
    const other = after(accept, { kind: 'class-set', label: 'yes' });
    expect(other.classes.map(({ label }) => label)).toEqual(['yes']);
    expect(other.verdicts).toEqual({ s1: 'rejected' });
    const { edits, work } = resolveEdits(
      after(accept),
      [{ kind: 'class-clear', label: 'no' }],
      context,
    );
    expect(applyEdits(work, invertEdits(edits))).toEqual(after(accept));
  });

  it('let spans overlap, nest and consist of pieces, and keep them in order of place', () => {
    const work = after(
      add('b', 5, 8),
      add('a', 1, 9),
      add('c', 5, 8, {
        fragments: [
          { start: 1, end: 3 },
          { start: 5, end: 8 },
        ],
      }),
    );
    expect(work.spans.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  it('replace the class where a document has one, and count nothing twice', () => {
    const { edits, work } = resolveEdits(
      after({ kind: 'class-set', label: 'yes' }),
      [
        { kind: 'class-set', label: 'no' },
        { kind: 'class-set', label: 'no' },
        { kind: 'flag', value: false },
      ],
      context,
    );
    expect(work.classes.map(({ label }) => label)).toEqual(['no']);
    expect(edits.map(({ kind }) => kind)).toEqual(['class-remove', 'class-add']);
  });

  it('keep who, when and which guidelines, and of what was accepted its origin', () => {
    const work = after({ kind: 'accept', suggestion: 's2', id: 'x' }, add('y', 1, 2));
    const [y, x] = work.spans;
    expect(y.given).toEqual({ by: 'p', atMs: 5, guideline: 1, from: null });
    expect(x.given.from).toEqual({ ...from, suggestion: 's2' });
    expect(work.verdicts).toEqual({ s2: 'accepted' });
  });

  it('call an accepted suggestion changed when it is, and rejected when it is removed', () => {
    const accepted = after({ kind: 'accept', suggestion: 's2', id: 'x' });
    const changed = resolveEdits(
      accepted,
      [{ kind: 'span-change', id: 'x', fragments: [{ start: 1, end: 4 }] }],
      context,
    ).work;
    expect(changed.verdicts).toEqual({ s2: 'changed' });
    const removed = resolveEdits(changed, [{ kind: 'span-remove', id: 'x' }], context).work;
    expect(removed.verdicts).toEqual({ s2: 'rejected' });
    expect(removed.spans).toEqual([]);
  });

  it.each([
    ['outside the text', add('a', 0, text.length + 1)],
    ['before the text', add('a', -1, 3)],
    ['empty', add('a', 3, 3)],
    ['turned round', add('a', 4, 3)],
    ['no whole number', add('a', 0.5, 3)],
    ['half a character at its start', add('a', 7, 9)],
    ['half a character at its end', add('a', 1, 7)],
    ['no piece', add('a', 0, 0, { fragments: [] })],
    [
      'pieces that overlap',
      add('a', 0, 0, {
        fragments: [
          { start: 1, end: 4 },
          { start: 3, end: 5 },
        ],
      }),
    ],
  ])('refuse a place that is %s', (_, asked) => {
    expect(codeOf(() => after(asked))).toBe('annotation.position-invalid');
  });

  it('refuse what the scheme does not have, by a name that is cut', () => {
    const unknown = 'annotation.label-unknown';
    expect(codeOf(() => after({ kind: 'class-set', label: 'maybe' }))).toBe(unknown);
    expect(codeOf(() => after(add('a', 1, 2, { type: 'Other' })))).toBe(unknown);
    expect(codeOf(() => after(add('a', 1, 2, { attributes: { negated: 'false' } })))).toBe(unknown);
    expect(codeOf(() => after(add('a', 1, 2, { attributes: { other: 'true' } })))).toBe(unknown);
    const drug = { type: 'Drug', attributes: { negated: 'true' } };
    expect(codeOf(() => after(add('a', 1, 2, drug)))).toBe(unknown);
    const long = 'x'.repeat(5_000);
    try {
      after({ kind: 'class-set', label: long });
    } catch (error) {
      if (!isAnamnesisError(error)) throw error;
      expect(inEnglish(error.told.found).length).toBeLessThan(110);
    }
  });

  it('refuse marks that are not there or twice, and a second answer to a suggestion', () => {
    expect(codeOf(() => after({ kind: 'span-remove', id: 'a' }))).toBe('annotation.mark-missing');
    expect(codeOf(() => after({ kind: 'span-change', id: 'a', type: 'Drug' }))).toBe(
      'annotation.mark-missing',
    );
    expect(codeOf(() => after(add('a', 1, 2), add('a', 3, 4)))).toBe('annotation.mark-taken');
    const reject: AskedEdit = { kind: 'reject', suggestion: 's1' };
    expect(codeOf(() => after(reject, reject))).toBe('annotation.suggestion-missing');
    expect(codeOf(() => after({ kind: 'accept', suggestion: 'none', id: 'a' }))).toBe(
      'annotation.suggestion-missing',
    );
  });

  it('refuse to call a document done that has no class where it must have one', () => {
    expect(codeOf(() => after({ kind: 'state', state: 'done' }))).toBe('annotation.class-missing');
    const work = after({ kind: 'class-set', label: 'yes' }, { kind: 'state', state: 'done' });
    expect(work.state).toBe('done');
    expect(after({ kind: 'state', state: 'skipped' }).state).toBe('skipped');
  });

  it('are described by their net effect', () => {
    const before = after(add('a', 1, 2), add('b', 3, 4));
    const { edits, work } = resolveEdits(
      before,
      [
        { kind: 'span-remove', id: 'a' },
        add('c', 5, 6),
        { kind: 'span-remove', id: 'c' },
        { kind: 'span-change', id: 'b', type: 'Drug' },
        { kind: 'reject', suggestion: 's1' },
      ],
      context,
    );
    const change = describeChange(edits, work);
    expect(change.takenSpans).toEqual(['a', 'c']);
    expect(change.putSpans.map(({ id, type }) => [id, type])).toEqual([['b', 'Drug']]);
    expect(change.judged).toEqual(['s1']);
  });
});

const anyAsked: fc.Arbitrary<AskedEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('span-add' as const),
    id: fc.integer({ min: 0, max: 40 }).map(String),
    type: fc.constantFrom('Disease', 'Drug'),
    fragments: fc
      .tuple(fc.nat(text.length), fc.nat(text.length))
      .map(([a, b]) => [{ start: Math.min(a, b), end: Math.max(a, b) }]),
    attributes: fc.constantFrom({}, { when: 'past' }),
  }),
  fc.record({
    kind: fc.constant('span-change' as const),
    id: fc.integer({ min: 0, max: 40 }).map(String),
    type: fc.constantFrom('Disease', 'Drug'),
  }),
  fc.record({
    kind: fc.constant('span-remove' as const),
    id: fc.integer({ min: 0, max: 40 }).map(String),
  }),
  fc.record({
    kind: fc.constantFrom('class-set' as const, 'class-clear' as const),
    label: fc.constantFrom('yes', 'no'),
  }),
  fc.record({
    kind: fc.constant('state' as const),
    state: fc.constantFrom('open' as const, 'done' as const, 'skipped' as const),
  }),
  fc.record({
    kind: fc.constantFrom('flag' as const, 'unsure' as const),
    value: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('remark' as const), text: fc.string() }),
  fc.record({
    kind: fc.constant('accept' as const),
    suggestion: fc.constantFrom('s1', 's2'),
    id: fc.constant('accepted'),
  }),
  fc.record({ kind: fc.constant('reject' as const), suggestion: fc.constantFrom('s1', 's2') }),
);

/** All of what was asked that could be done, as actions. */
function perform(asked: readonly AskedEdit[]) {
  const actions: (readonly AnnotationEdit[])[] = [];
  const works: AnnotationWork[] = [untouchedWork];
  for (const each of asked) {
    try {
      const { edits, work } = resolveEdits(works[works.length - 1], [each], context);
      actions.push(edits);
      works.push(work);
    } catch (error) {
      if (!isAnamnesisError(error) || error.code === 'program.fault') throw error;
    }
  }
  return { actions, works };
}

it('Undoing 1,000 random actions gives the bytes before each of them, and redoing those after', () => {
  const lists = fc.array(anyAsked, { minLength: 1_000, maxLength: 1_000 });
  fc.assert(
    fc.property(lists, (asked) => {
      const { actions, works } = perform(asked);
      expect(actions.length).toBeGreaterThan(100);
      const bytes = works.map((work) => JSON.stringify(work));
      let work = works[works.length - 1];
      for (let at = actions.length - 1; at >= 0; at--) {
        work = applyEdits(work, invertEdits(actions[at]));
        expect(JSON.stringify(work)).toBe(bytes[at]);
      }
      for (const [at, edits] of actions.entries()) {
        work = applyEdits(work, edits);
        expect(JSON.stringify(work)).toBe(bytes[at + 1]);
      }
    }),
    { numRuns: 10 },
  );
});
