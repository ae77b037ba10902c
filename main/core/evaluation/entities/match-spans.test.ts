import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entityFigures } from '#core/evaluation/figures/entity-figures.ts';
import { countSpanMatches, type SpanDocument } from './count-span-matches.ts';
import type { LabelledSpan, MatchingMode } from './match-spans.ts';

type ReferenceMode = 'strict' | 'exact' | 'partial' | 'ent_type';
type Counts = [
  correct: number,
  incorrect: number,
  partial: number,
  spurious: number,
  missed: number,
  precision: number,
  recall: number,
  f1: number,
];
interface ReferenceSpan {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}
const cases = JSON.parse(readFileSync('test/fixtures/evaluation/mentions.json', 'utf8')) as {
  documents: { gold: ReferenceSpan[]; predicted: ReferenceSpan[] }[];
  overall: Record<ReferenceMode, Counts>;
  types: Record<string, Record<ReferenceMode, Counts>>;
}[];
const modes: Record<ReferenceMode, MatchingMode> = {
  strict: 'strict',
  exact: 'exact',
  partial: 'partial',
  ent_type: 'type',
};
const read = (spans: ReferenceSpan[]): LabelledSpan[] =>
  spans.map(({ label, ...span }) => ({ ...span, type: label }));
const span = (start: number, end: number, type = 'DRUG'): LabelledSpan => ({ start, end, type });
const countsOf = (documents: readonly SpanDocument[], mode: MatchingMode) =>
  documents
    .map(({ gold, predicted }) => countSpanMatches(gold, predicted, mode))
    .map(({ correct, incorrect, partial, spurious, missed }) => [
      correct,
      incorrect,
      partial,
      spurious,
      missed,
    ])
    .reduce((sum, each) => sum.map((value, index) => value + each[index]));

describe('mentions equal nervaluate, where a mention overlaps at most one other', () => {
  const tried = cases.flatMap((given, index) =>
    (Object.keys(modes) as ReferenceMode[]).map((mode) => ({ given, mode, index })),
  );
  it.each(tried)('set $index, $mode', ({ given, mode }) => {
    const documents = given.documents.map(({ gold, predicted }, index) => ({
      id: String(index),
      groupId: null,
      gold: read(gold),
      predicted: read(predicted),
    }));
    expect(countsOf(documents, modes[mode])).toEqual(given.overall[mode].slice(0, 5));
    const figures = entityFigures(documents, modes[mode]);
    const valueOf = (name: string, averaging: string, label: string | null) =>
      figures.find((f) => f.name === name && f.averaging === averaging && f.label === label);
    const expectScores = (expected: Counts, averaging: string, label: string | null) => {
      const [correct, incorrect, partial, , missed, precision, recall, f1] = expected;
      for (const [name, value] of Object.entries({ precision, recall, f1 })) {
        const figure = valueOf(name, averaging, label)!;
        expect(figure.mode).toBe(modes[mode]);
        // Undefined here, 0 there.
        expect(figure.value ?? 0).toBeCloseTo(value, 12);
        expect(figure.support).toBe(correct + incorrect + partial + missed);
      }
    };
    expectScores(given.overall[mode], 'micro', null);
    for (const [type, byMode] of Object.entries(given.types)) {
      expectScores(byMode[mode], 'one-against-rest', type);
    }
    const each = Object.values(given.types).map((byMode) => byMode[mode]);
    const f1Mean = each.reduce((sum, counts) => sum + counts[7], 0) / each.length;
    expect(valueOf('f1', 'macro', null)?.value).toBeCloseTo(f1Mean, 12);
  });
});

describe('matching', () => {
  it('grades one pair as the four schemata do', () => {
    const grade = (predicted: LabelledSpan) =>
      (['strict', 'exact', 'partial', 'type'] as const).map((mode) => {
        const counts = countSpanMatches([span(10, 20)], [predicted], mode);
        return Object.entries(counts).find(([, count]) => count > 0)?.[0];
      });
    expect(grade(span(10, 20))).toEqual(['correct', 'correct', 'correct', 'correct']);
    expect(grade(span(10, 20, 'BODY'))).toEqual(['incorrect', 'correct', 'correct', 'incorrect']);
    expect(grade(span(12, 20))).toEqual(['incorrect', 'incorrect', 'partial', 'correct']);
    expect(grade(span(12, 20, 'BODY'))).toEqual(['incorrect', 'incorrect', 'partial', 'incorrect']);
    // Touching is not overlapping.
    expect(grade(span(20, 25))).toEqual(['spurious', 'spurious', 'spurious', 'spurious']);
  });

  it('lets no wrong mention take the true one that another hits', () => {
    // nervaluate 1.2.1 pairs the first with it and calls the second, right one spurious.
    const counts = countSpanMatches([span(10, 20)], [span(5, 12), span(10, 20)], 'strict');
    expect(counts).toEqual({ correct: 1, partial: 0, incorrect: 0, spurious: 1, missed: 0 });
  });

  it('counts an overlap of one character in a long mention', () => {
    expect(countSpanMatches([span(0, 300)], [span(299, 310)], 'type').correct).toBe(1);
  });

  it('counts a mention that is found twice once', () => {
    const counts = countSpanMatches([span(1, 3)], [span(1, 3), span(1, 3)], 'type');
    expect(counts).toMatchObject({ correct: 1, spurious: 1 });
  });

  const spans = fc.array(
    fc.tuple(fc.nat(12), fc.integer({ min: 1, max: 5 }), fc.constantFrom('DRUG', 'BODY')),
    { maxLength: 6 },
  );
  const spansOf = (drawn: [number, number, string][]) =>
    drawn.map(([start, length, type]) => span(start, start + length, type));

  it.each(['strict', 'exact', 'partial', 'type'] as const)(
    'adds up, whatever the order and the side: %s',
    (mode) => {
      fc.assert(
        fc.property(spans, spans, (a, b) => {
          const [gold, predicted] = [spansOf(a), spansOf(b)];
          const counts = countSpanMatches(gold, predicted, mode);
          const paired = counts.correct + counts.partial + counts.incorrect;
          expect(paired + counts.missed).toBe(gold.length);
          expect(paired + counts.spurious).toBe(predicted.length);
          const turned = countSpanMatches(predicted, gold, mode);
          if (mode !== 'type') expect(turned.correct).toBe(counts.correct);
          const strict = countSpanMatches(gold, predicted, 'strict').correct;
          expect(counts.correct).toBeGreaterThanOrEqual(strict);
        }),
      );
    },
  );
});

describe('entityFigures', () => {
  const figuresOf = (gold: LabelledSpan[], predicted: LabelledSpan[]) =>
    entityFigures([{ id: 'a', groupId: null, gold, predicted }], 'strict');

  it('says what is not defined, instead of 0', () => {
    const figures = figuresOf([span(0, 3)], []);
    const precision = figures.find(({ name, label }) => name === 'precision' && label === 'DRUG');
    expect(precision).toMatchObject({ value: null, undefinedBecause: 'nothing-to-count' });
    expect(figures.find(({ name }) => name === 'recall')).toMatchObject({ value: 0, support: 1 });
    expect(figuresOf([], []).every(({ value }) => value === null)).toBe(true);
    expect(entityFigures([], 'type').every(({ value }) => value === null)).toBe(true);
  });
});
