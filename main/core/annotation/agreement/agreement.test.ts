import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import type { AnnotationScheme } from '#core/domain/annotation-scheme.ts';
import { cohenOfPair } from './cohen-of-pair.ts';
import { countExact, countOverlapping, spanF1 } from './count-span-agreement.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { measureAgreement } from './measure-agreement.ts';
import { nominalAlpha } from './nominal-alpha.ts';
import type { RatedDocument, RatedSpan } from './rated-documents.ts';

type Counts = readonly (readonly number[])[];
type Span = readonly [number, number, string];
const file = new URL('../../../../test/fixtures/annotation/agreement.json', import.meta.url);
const reference = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly fleissPublished: { readonly counts: Counts; readonly kappa: number };
  readonly krippendorffPublished: { readonly counts: Counts; readonly alpha: number };
  readonly cases: readonly {
    readonly rows: Counts;
    readonly categories: number;
    readonly fleiss: number;
    readonly alpha: number;
    readonly cohen?: number;
  }[];
  readonly spans: {
    readonly documents: readonly {
      readonly first: readonly Span[];
      readonly second: readonly Span[];
    }[];
    readonly f1: number;
  };
};

const toSpans = (spans: readonly Span[]): RatedSpan[] =>
  spans.map(([start, end, type]) => ({ type, fragments: [{ start, end }] }));
const valueOf = ({ value }: { readonly value: number | null }) => value!;

describe('Agreement', () => {
  it('equals the published examples of Fleiss and of Krippendorff, as R’s irr prints them', () => {
    const kappa = valueOf(fleissKappa(reference.fleissPublished.counts));
    expect(kappa).toBeCloseTo(reference.fleissPublished.kappa, 12);
    expect(kappa.toFixed(2)).toBe('0.43');
    const alpha = valueOf(nominalAlpha(reference.krippendorffPublished.counts));
    expect(alpha).toBeCloseTo(reference.krippendorffPublished.alpha, 12);
    expect(alpha.toFixed(3)).toBe('0.743');
  });

  it.each(reference.cases)('equals statsmodels, nltk and krippendorff: case %#', (each) => {
    const { rows, categories } = each;
    const counts = rows[0].map((_, item) =>
      Array.from(
        { length: categories },
        (__, category) => rows.filter((row) => row[item] === category).length,
      ),
    );
    expect(valueOf(fleissKappa(counts))).toBeCloseTo(each.fleiss, 12);
    expect(valueOf(nominalAlpha(counts))).toBeCloseTo(each.alpha, 12);
    if (each.cohen === undefined) return;
    const pairs = rows[0].map((first, item) => [first, rows[1][item]]);
    const names = Array.from({ length: categories }, (_, category) => String(category));
    expect(valueOf(cohenOfPair(pairs, names))).toBeCloseTo(each.cohen, 12);
  });

  it('of marks equals seqeval, whoever is held for the truth', () => {
    const { documents, f1 } = reference.spans;
    const there = documents.map((each) => countExact(toSpans(each.first), toSpans(each.second)));
    const back = documents.map((each) => countExact(toSpans(each.second), toSpans(each.first)));
    expect(valueOf(spanF1(there))).toBeCloseTo(f1, 12);
    expect(valueOf(spanF1(back))).toBeCloseTo(f1, 12);
    const overlapping = documents.map((each) =>
      countOverlapping(toSpans(each.first), toSpans(each.second)),
    );
    expect(valueOf(spanF1(overlapping))).toBeGreaterThan(f1);
  });

  it('counts equal marks as often as both have them, and pieces as pieces', () => {
    const one = toSpans([
      [0, 2, 'A'],
      [0, 2, 'A'],
    ]);
    expect(countExact(one, one.slice(1))).toEqual({ first: 2, second: 1, agreed: 1 });
    const split = [
      {
        type: 'A',
        fragments: [
          { start: 0, end: 1 },
          { start: 4, end: 6 },
        ],
      },
    ];
    expect(countExact(split, toSpans([[0, 6, 'A']])).agreed).toBe(0);
    expect(countOverlapping(split, toSpans([[0, 6, 'A']])).agreed).toBe(1);
    expect(countOverlapping(split, toSpans([[0, 6, 'B']])).agreed).toBe(0);
  });

  it('is not defined without shared documents, with one category, or with nothing marked', () => {
    expect(nominalAlpha([[1, 0]]).undefinedBecause).toBe('no-shared-documents');
    expect(fleissKappa([]).undefinedBecause).toBe('no-shared-documents');
    expect(cohenOfPair([], ['a']).undefinedBecause).toBe('no-shared-documents');
    expect(spanF1([]).undefinedBecause).toBe('no-shared-documents');
    const same = [
      [2, 0],
      [2, 0],
    ];
    expect(nominalAlpha(same).undefinedBecause).toBe('one-category');
    expect(fleissKappa(same).undefinedBecause).toBe('one-category');
    expect(cohenOfPair([[0, 0]], ['a', 'b']).undefinedBecause).toBe('one-category');
    expect(fleissKappa([...same, [2, 1]]).undefinedBecause).toBe('uneven-raters');
    expect(spanF1([countExact([], [])]).undefinedBecause).toBe('nothing-marked');
  });
});

const look = { key: null, colour: 'blue', pattern: 'solid' } as const;
const scheme: AnnotationScheme = {
  classChoice: 'one',
  classes: ['a', 'b', 'c'].map((name) => ({ name, ...look })),
  types: ['Disease', 'Drug'].map((name) => ({ name, ...look })),
  attributes: [],
};
const rating = (person: string, label: string, spans: readonly Span[] = []) => ({
  person,
  classes: [label],
  spans: toSpans(spans),
});

describe('The agreement of a project', () => {
  let pauses = 0;
  const options = {
    pause: () => {
      pauses++;
      return Promise.resolve();
    },
  };
  const random = new RandomStream(3, 'agreement test');
  const documents: RatedDocument[] = Array.from({ length: 60 }, (_, at) => {
    const label = 'abc'[random.integer(3)];
    const other = random.integer(4) === 0 ? 'abc'[random.integer(3)] : label;
    const marks: Span[] = [[0, 4, 'Disease']];
    return {
      group: `patient ${at >> 1}`,
      ratings: [
        rating('ana', label, marks),
        rating('ben', other, random.integer(5) === 0 ? [] : marks),
      ],
    };
  });

  it('is of all and of each class and type, with the number of documents and an interval', async () => {
    const alone: RatedDocument = { group: 'alone', ratings: [rating('ana', 'a')] };
    const figures = await measureAgreement([...documents, alone], scheme, options);
    // Others may work after each figure: a host must not stand still for all of them.
    expect(pauses).toBe(figures.length);
    const named = figures.map(({ measure, label }) => `${measure} ${label ?? 'all'}`);
    expect(named).toContain('span-f1-exact all');
    expect(named).toContain('span-f1-overlapping Drug');
    expect(named).toContain('nominal-alpha all');
    expect(named).toContain('cohen-kappa b');
    const find = (measure: string, label: string | null) =>
      figures.find((each) => each.measure === measure && each.label === label)!;
    const alpha = find('nominal-alpha', null);
    expect(alpha.documents).toBe(60);
    expect(alpha.interval!.lower).toBeLessThan(alpha.value!);
    expect(alpha.interval!.upper).toBeGreaterThan(alpha.value!);
    const drug = find('span-f1-exact', 'Drug');
    expect(drug).toMatchObject({ value: null, undefinedBecause: 'nothing-marked', support: 0 });
    expect(drug.interval).toBeNull();
    const first = await measureAgreement(documents, scheme, options);
    expect(await measureAgreement(documents, scheme, options)).toEqual(first);
  });

  it('never gives a figure where nobody shares a document', async () => {
    const apart: RatedDocument[] = [
      { group: '1', ratings: [rating('ana', 'a')] },
      { group: '2', ratings: [rating('ben', 'a')] },
    ];
    for (const figure of await measureAgreement(apart, scheme, options)) {
      expect(figure).toMatchObject({
        value: null,
        undefinedBecause: 'no-shared-documents',
        documents: 0,
        interval: null,
      });
    }
  });

  it('has no interval from fewer than ten documents, and says so', async () => {
    const [first] = await measureAgreement(documents.slice(0, 12), scheme, options);
    expect(first).toMatchObject({ interval: null, withoutInterval: 'too-few-groups' });
    expect(first.value).not.toBeNull();
  });
});
