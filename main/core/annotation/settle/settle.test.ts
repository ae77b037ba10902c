import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  untouchedWork,
  type AnnotationWork,
  type GivenSpan,
} from '#core/domain/annotation-work.ts';
import { isFirstLeft } from './choose-sides.ts';
import { findConflicts } from './find-conflicts.ts';
import { allowsBoth, settleDifferences } from './settle-differences.ts';

const given = (by: string) => ({ by, atMs: 0, guideline: 1, from: null });
const span = (
  by: string,
  [start, end, type]: readonly [number, number, string],
  attributes: Record<string, string> = {},
): GivenSpan => ({
  id: `${by}${start}-${end}${type}`,
  type,
  fragments: [{ start, end }],
  attributes,
  given: given(by),
});
const work = (by: string, spans: readonly GivenSpan[], classes: readonly string[] = []) =>
  ({
    ...untouchedWork,
    spans,
    classes: classes.map((label) => ({ label, given: given(by) })),
  }) satisfies AnnotationWork;

describe('What two persons disagree on', () => {
  it('is one conflict for each thing: class, missing, type, boundary, attributes', () => {
    const first = work(
      'a',
      [
        span('a', [0, 4, 'Disease']),
        span('a', [10, 14, 'Disease']),
        span('a', [20, 25, 'Disease']),
        span('a', [30, 35, 'Disease'], { negated: 'true' }),
        span('a', [40, 45, 'Drug']),
      ],
      ['yes'],
    );
    const second = work(
      'b',
      [
        span('b', [0, 4, 'Disease']),
        span('b', [10, 14, 'Drug']),
        span('b', [20, 28, 'Disease']),
        span('b', [30, 35, 'Disease']),
        span('b', [50, 55, 'Drug']),
      ],
      ['no'],
    );
    const { conflicts, agreedSpans } = findConflicts(first, second, 'one');
    expect(agreedSpans.map(({ id }) => id)).toEqual(['a0-4Disease']);
    expect(conflicts.map(({ kind }) => kind)).toEqual([
      'class',
      'type',
      'boundary',
      'attributes',
      'missing',
      'missing',
    ]);
    expect(conflicts.map(allowsBoth)).toEqual([false, true, true, false, false, false]);
  });

  it('pairs overlapping marks of one type first, so that nested marks are no conflict of types', () => {
    const first = work('a', [span('a', [0, 20, 'Disease']), span('a', [5, 9, 'Drug'])]);
    const second = work('b', [span('b', [0, 19, 'Disease']), span('b', [5, 10, 'Drug'])]);
    const { conflicts } = findConflicts(first, second, 'none');
    expect(conflicts.map(({ kind }) => kind)).toEqual(['boundary', 'boundary']);
  });

  it('asks for each class apart where a document may have several', () => {
    const { conflicts, agreedClasses } = findConflicts(
      work('a', [], ['x', 'y']),
      work('b', [], ['y', 'z']),
      'several',
    );
    expect(agreedClasses.map(({ label }) => label)).toEqual(['y']);
    expect(conflicts.map(({ id }) => id)).toEqual(['class/x', 'class/z']);
  });

  it('is settled only when all is decided, as it was decided', () => {
    const first = work('a', [span('a', [0, 4, 'Disease'])], ['yes']);
    const second = work('b', [span('b', [0, 5, 'Disease']), span('b', [9, 12, 'Drug'])], ['no']);
    const differences = findConflicts(first, second, 'one');
    const [ofClass, boundary, missing] = differences.conflicts.map(({ id }) => id);
    const verdicts = { [ofClass]: 'second', [boundary]: 'both' };
    expect(settleDifferences(differences, verdicts)).toBeNull();
    const settled = settleDifferences(differences, { ...verdicts, [missing]: 'neither' })!;
    expect(settled.classes.map(({ label }) => label)).toEqual(['no']);
    expect(settled.spans.map(({ id }) => id)).toEqual(['a0-4Disease', 'b0-5Disease']);
  });

  it('gives back either work where one is always kept, whatever they are', () => {
    const anySpan = (by: string) =>
      fc
        .tuple(fc.nat(30), fc.integer({ min: 1, max: 9 }), fc.constantFrom('Disease', 'Drug'))
        .map(([start, length, type]) => span(by, [start, start + length, type]));
    const anyWork = (by: string) =>
      fc
        .uniqueArray(anySpan(by), { maxLength: 12, selector: ({ id }) => id })
        .chain((spans) =>
          fc.constantFrom([], ['yes'], ['no']).map((classes) => work(by, spans, classes)),
        );
    fc.assert(
      fc.property(anyWork('a'), anyWork('b'), (first, second) => {
        const differences = findConflicts(first, second, 'one');
        const ids = differences.conflicts.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [side, kept] of [
          ['first', first],
          ['second', second],
        ] as const) {
          const verdicts = Object.fromEntries(ids.map((id) => [id, side]));
          const settled = settleDifferences(differences, verdicts)!;
          const plain = ({ type, fragments }: GivenSpan) => JSON.stringify([type, fragments]);
          expect(settled.spans.map(plain).sort()).toEqual(kept.spans.map(plain).sort());
          expect(settled.classes.map(({ label }) => label)).toEqual(
            kept.classes.map(({ label }) => label),
          );
        }
      }),
    );
  });

  it('is shown left and right by chance, the same each time', () => {
    const sides = Array.from({ length: 200 }, (_, at) => isFirstLeft(1, 7, `mark/m${at}/`));
    const left = sides.filter((isLeft) => isLeft).length;
    expect(left).toBeGreaterThan(70);
    expect(left).toBeLessThan(130);
    expect(isFirstLeft(1, 7, 'mark/m0/')).toBe(sides[0]);
  });
});
