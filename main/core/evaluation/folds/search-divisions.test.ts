import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { assignFolds } from './assign-folds.ts';
import { describeFolds } from './describe-folds.ts';
import type { FoldItem } from './fold-item.ts';
import { groupItems } from './group-items.ts';

/** Every way to give each group a fold, in which no fold is empty. */
function* allDivisions(groupCount: number, foldCount: number): Generator<number[]> {
  for (let code = 0; code < foldCount ** groupCount; code++) {
    const folds = Array.from(
      { length: groupCount },
      (_, group) => Math.floor(code / foldCount ** group) % foldCount,
    );
    if (new Set(folds).size === foldCount) yield folds;
  }
}

function membersOfGroups(items: readonly FoldItem[]): number[][] {
  const { count, members } = groupItems(items);
  return Array.from({ length: count }, (_, group) => [...members(group)]);
}

/** What the division is judged by, computed from the counts alone. */
function judge(items: readonly FoldItem[], foldOf: Int32Array, foldCount: number) {
  const { sizes, labelCounts } = describeFolds(items, { foldCount, foldOf });
  const groups = membersOfGroups(items);
  const groupsWith = (label: string) =>
    groups.filter((members) => members.some((index) => items[index].labels.includes(label))).length;
  const single = labelCounts.filter(
    ({ label, counts }) => groupsWith(label) > 1 && counts.filter(Boolean).length === 1,
  ).length;
  const squares = [sizes, ...labelCounts.map(({ counts }) => counts)].map((counts) => {
    const total = counts.reduce((sum, count) => sum + count, 0);
    return counts.reduce((sum, count) => sum + (count / total) ** 2, 0);
  });
  return { single, unevenness: squares.reduce((sum, square) => sum + square, 0) };
}

function bestByForce(items: readonly FoldItem[], foldCount: number) {
  const groups = membersOfGroups(items);
  let best = { single: Infinity, unevenness: Infinity };
  for (const division of allDivisions(groups.length, foldCount)) {
    const foldOf = new Int32Array(items.length);
    groups.forEach((members, group) => {
      for (const index of members) foldOf[index] = division[group];
    });
    const cost = judge(items, foldOf, foldCount);
    const isBetter =
      cost.single < best.single ||
      (cost.single === best.single && cost.unevenness < best.unevenness);
    if (isBetter) best = cost;
  }
  return best;
}

describe('folds of few groups', () => {
  it('are as good as the best of all divisions', () => {
    const item = fc.record({
      labels: fc.array(fc.constantFrom('x', 'y', 'z', 'w'), { maxLength: 3 }),
      groupId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    });
    const sets = fc.array(item, { minLength: 6, maxLength: 24 });
    fc.assert(
      fc.property(sets, fc.integer({ min: 2, max: 4 }), fc.nat(), (items, foldCount, seed) => {
        fc.pre(groupItems(items).count >= foldCount);
        fc.pre(items.some(({ labels }) => labels.length > 0));
        const random = new RandomStream(seed, 'folds');
        const { foldOf } = assignFolds(items, { kind: 'entities', foldCount, random });
        const found = judge(items, foldOf, foldCount);
        const best = bestByForce(items, foldCount);
        expect(found.single).toBe(best.single);
        expect(found.unevenness).toBeCloseTo(best.unevenness, 6);
      }),
      { numRuns: 150 },
    );
  });

  it('have every class on both sides where a division with that exists, whatever the seed', () => {
    const notes = ['1 a', '1 b', '0 b', '0 c', '2 c', '2 d'].map((note): FoldItem => {
      const [label, groupId] = note.split(' ');
      return { labels: [label], groupId };
    });
    for (let seed = 0; seed < 20; seed++) {
      const random = new RandomStream(seed, 'folds/t');
      const options = { kind: 'classification', foldCount: 2, random } as const;
      expect(describeFolds(notes, assignFolds(notes, options)).warnings).toEqual([]);
    }
  });

  it('are found in little time for a dozen groups of many labels', () => {
    const draw = new RandomStream(3, 'labels');
    const items = Array.from({ length: 600 }, (_, index): FoldItem => ({
      labels: Array.from({ length: draw.integer(4) }, () => `label ${draw.integer(40)}`),
      groupId: `group ${index % 12}`,
    }));
    const began = performance.now();
    for (const foldCount of [2, 5, 12]) {
      const random = new RandomStream(1, 'folds');
      const { foldOf } = assignFolds(items, { kind: 'entities', foldCount, random });
      expect(new Set(foldOf).size).toBe(foldCount);
    }
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
