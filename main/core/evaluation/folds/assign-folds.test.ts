import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { assignFolds, splitFold } from './assign-folds.ts';
import { describeFolds } from './describe-folds.ts';
import type { FoldItem } from './fold-item.ts';
import { noteFoldItems, sentenceFoldItems } from './fold-items.ts';

const random = (seed = 1) => new RandomStream(seed, 'folds');
const note = (label: string, groupId: string | null = null): FoldItem => ({
  labels: [label],
  groupId,
});
const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

describe('folds of notes without groups', () => {
  const classes = fc.array(fc.integer({ min: 2, max: 40 }), { minLength: 2, maxLength: 5 });

  it('differ by at most one per class, and in size', () => {
    fc.assert(
      fc.property(classes, fc.integer({ min: 2, max: 10 }), fc.nat(), (sizes, foldCount, seed) => {
        const items = sizes.flatMap((size, label) =>
          Array.from({ length: size }, () => note(`class ${label}`)),
        );
        fc.pre(items.length >= foldCount);
        const folds = assignFolds(items, {
          kind: 'classification',
          foldCount,
          random: random(seed),
        });
        const description = describeFolds(items, folds);
        expect(spread(description.sizes)).toBeLessThanOrEqual(1);
        for (const { counts } of description.labelCounts) {
          expect(spread(counts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  const items = noteFoldItems(
    Array.from({ length: 40 }, (_, index) => ({ label: index % 3 ? 'no' : 'yes', groupId: null })),
  );
  const assign = (seed: number) =>
    assignFolds(items, { kind: 'classification', foldCount: 5, random: random(seed) });

  it('are the same for the same seed and others for another', () => {
    expect(assign(7)).toEqual(assign(7));
    expect(assign(7)).not.toEqual(assign(8));
  });

  it('split every item into train or test, and test each once', () => {
    const tested: number[] = [];
    for (let fold = 0; fold < 5; fold++) {
      const { train, test } = splitFold(assign(1), fold);
      expect([...train, ...test].sort((a, b) => a - b)).toEqual([...items.keys()]);
      tested.push(...test);
    }
    expect(tested.sort((a, b) => a - b)).toEqual([...items.keys()]);
  });
});

describe('folds with groups', () => {
  const manyPatients = () => {
    const draw = random(5);
    return Array.from({ length: 400 }, (): FoldItem =>
      note(draw.uniform() < 0.3 ? 'yes' : 'no', `patient ${draw.integer(120)}`),
    );
  };

  it('never split a group and fill every fold', () => {
    const group = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', null);
    const anyItem = fc.record({
      labels: fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 4 }),
      groupId: group,
    });
    fc.assert(
      fc.property(fc.array(anyItem, { minLength: 12, maxLength: 60 }), fc.nat(), (items, seed) => {
        const groupCount =
          new Set(items.flatMap(({ groupId }) => groupId ?? [])).size +
          items.filter(({ groupId }) => groupId === null).length;
        fc.pre(groupCount >= 3 && items.some(({ labels }) => labels.length > 0));
        const folds = assignFolds(items, { kind: 'entities', foldCount: 3, random: random(seed) });
        const foldOfGroup = new Map<string, number>();
        items.forEach(({ groupId }, index) => {
          if (groupId === null) return;
          const known = foldOfGroup.get(groupId) ?? folds.foldOf[index];
          expect(folds.foldOf[index]).toBe(known);
          foldOfGroup.set(groupId, known);
        });
        expect(Math.min(...describeFolds(items, folds).sizes)).toBeGreaterThan(0);
      }),
    );
  });

  it('are others for another seed, and the same for the same', () => {
    const items = Array.from({ length: 60 }, (_, index) =>
      note(index % 2 ? 'a' : 'b', `patient ${Math.floor(index / 2)}`),
    );
    const foldsOf = (seed: number) => {
      const options = { kind: 'classification', foldCount: 5, random: random(seed) } as const;
      return [...assignFolds(items, options).foldOf];
    };
    expect(foldsOf(1)).toEqual(foldsOf(1));
    expect(foldsOf(1)).not.toEqual(foldsOf(2));
  });

  it('are balanced where groups are small: each class within 10 % of an even share', () => {
    const items = manyPatients();
    const folds = assignFolds(items, { kind: 'classification', foldCount: 5, random: random() });
    const { labelCounts, sizes } = describeFolds(items, folds);
    for (const counts of [...labelCounts.map((each) => each.counts), sizes]) {
      const even = counts.reduce((sum, count) => sum + count, 0) / 5;
      for (const count of counts) expect(Math.abs(count - even) / even).toBeLessThan(0.1);
    }
  });

  it('balance entity types over documents of very different length', () => {
    const draw = random(9);
    const sentences = Array.from({ length: 60 }, (_, document) => {
      const size = 1 + draw.integer(30);
      return Array.from({ length: size }, () => ({
        tags: ['O', draw.uniform() < 0.5 ? 'B-DISO' : 'O', draw.uniform() < 0.1 ? 'B-CHEM' : 'O'],
        groupId: `document ${document}`,
      }));
    }).flat();
    const items = sentenceFoldItems(sentences);
    const folds = assignFolds(items, { kind: 'entities', foldCount: 5, random: random() });
    const { labelCounts, groupCounts, warnings } = describeFolds(items, folds);
    expect(labelCounts.map(({ label }) => label)).toEqual(['CHEM', 'DISO']);
    expect(groupCounts.reduce((sum, count) => sum + count, 0)).toBe(60);
    for (const { counts } of labelCounts) {
      const even = counts.reduce((sum, count) => sum + count, 0) / 5;
      for (const count of counts) expect(Math.abs(count - even) / even).toBeLessThan(0.15);
    }
    expect(warnings).toEqual([]);
  });
});

describe('what cannot or should not be folded', () => {
  const classification = (items: FoldItem[], foldCount: number) => () =>
    assignFolds(items, { kind: 'classification', foldCount, random: random() });
  const many = (count: number, make: (index: number) => FoldItem) =>
    Array.from({ length: count }, (_, index) => make(index));

  it('is refused with a code', () => {
    const ten = many(10, (index) => note(index % 2 ? 'a' : 'b'));
    expect(classification(ten, 1)).toThrow('folds.invalid-count');
    expect(classification(ten, 2.5)).toThrow('folds.invalid-count');
    expect(classification(ten, 11)).toThrow('folds.too-few-items');
    expect(classification([], 2)).toThrow('folds.too-few-items');
    expect(
      classification(
        many(9, () => note('a')),
        3,
      ),
    ).toThrow('folds.single-class');
    expect(classification([...ten, note('rare')], 5)).toThrow('folds.class-too-small');
    const twoPatients = many(10, (index) => note(index % 2 ? 'a' : 'b', `p${index % 2}`));
    expect(classification(twoPatients, 3)).toThrow('folds.too-few-groups');
    // Two examples, but of one patient: never learned where they are tested.
    const onePatient = [...ten, note('rare', 'p'), note('rare', 'p')];
    expect(classification(onePatient, 5)).toThrow('folds.class-too-small');
    const empty = many(10, () => ({ labels: [], groupId: null }));
    expect(() => assignFolds(empty, { kind: 'entities', foldCount: 2, random: random() })).toThrow(
      'folds.no-entities',
    );
  });

  it('is warned of where it is legal', () => {
    const rareClass = [...many(20, (index) => note(index % 2 ? 'a' : 'b')), note('c'), note('c')];
    const folds = classification(rareClass, 5)();
    expect(describeFolds(rareClass, folds).warnings).toMatchObject([
      { kind: 'missing-from-folds', labels: ['c'] },
    ]);
    const oneDocument = many(20, (index) => ({
      labels: index === 3 ? ['RARE', 'RARE', 'COMMON'] : ['COMMON'],
      groupId: null,
    }));
    const entityFolds = assignFolds(oneDocument, {
      kind: 'entities',
      foldCount: 4,
      random: random(),
    });
    expect(describeFolds(oneDocument, entityFolds).warnings).toMatchObject([
      { kind: 'label-in-one-fold', labels: ['RARE'] },
    ]);
    const hugeGroup = many(30, (index) => note(index % 2 ? 'a' : 'b', index < 20 ? 'p' : null));
    const uneven = classification(hugeGroup, 3)();
    expect(describeFolds(hugeGroup, uneven).warnings.map(({ kind }) => kind)).toContain(
      'uneven-folds',
    );
  });

  it('is told in one warning of each kind, however many classes it is about', () => {
    const types = many(400, (index) => ({ labels: [`T${index}`], groupId: null }));
    const foldOf = Int32Array.from(types, (_, index) => index % 2);
    const { warnings } = describeFolds(types, { foldCount: 2, foldOf });
    expect(warnings).toMatchObject([{ kind: 'label-in-one-fold' }]);
    expect(warnings[0].labels).toHaveLength(400);
    expect(warnings[0].text.english).toContain('and 392 more (400 in all)');
    expect(warnings[0].text.english.length).toBeLessThan(300);
  });

  it('is uneven from more than twice the smallest fold on', () => {
    const warningsOf = (...sizes: number[]) => {
      const foldOf = Int32Array.from(
        sizes.flatMap((size, fold) => Array.from({ length: size }, () => fold)),
      );
      const items = Array.from(foldOf, () => note('a'));
      return describeFolds(items, { foldCount: sizes.length, foldOf }).warnings;
    };
    expect(warningsOf(4, 2, 3)).toEqual([]);
    expect(warningsOf(5, 2, 3)).toMatchObject([{ kind: 'uneven-folds' }]);
  });
});
