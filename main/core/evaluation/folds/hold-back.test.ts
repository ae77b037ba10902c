import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import type { FoldItem } from './fold-item.ts';
import { groupItems } from './group-items.ts';
import { holdBack } from './hold-back.ts';
import { placeGroups } from './place-groups.ts';

const split = (
  items: readonly FoldItem[],
  chosen: readonly number[],
  share = 0.1,
  kind: 'classification' | 'entities' = 'classification',
) => holdBack(items, chosen, { kind, share, random: new RandomStream(1, 'inner') });

const note = (label: string, groupId: string | null = null): FoldItem => ({
  labels: [label],
  groupId,
});

describe('an inner split', () => {
  it('holds back its share of each class, and never what was not chosen', () => {
    const items = Array.from({ length: 300 }, (_, index) => note(index % 3 === 0 ? 'yes' : 'no'));
    // Every third fold of ten, say, is tested.
    const chosen = [...items.keys()].filter((index) => index % 10 !== 7);
    const { learned, heldBack } = split(items, chosen);
    expect([...learned, ...heldBack].sort((a, b) => a - b)).toEqual(chosen);
    expect(heldBack).toHaveLength(27);
    expect(heldBack.filter((index) => items[index].labels[0] === 'yes')).toHaveLength(9);
    expect(split(items, chosen, 0.25).heldBack.length / chosen.length).toBeCloseTo(0.25, 1);
  });

  it('splits no group', () => {
    const items = Array.from({ length: 200 }, (_, index) =>
      note(index % 2 === 0 ? 'yes' : 'no', `patient ${Math.floor(index / 5)}`),
    );
    const { learned, heldBack } = split(items, [...items.keys()], 0.2);
    const groupsOf = (side: readonly number[]) => new Set(side.map((item) => items[item].groupId));
    const shared = [...groupsOf(learned)].filter((group) => groupsOf(heldBack).has(group));
    expect(shared).toEqual([]);
    expect(heldBack.length).toBe(40);
  });

  it('leaves every label something to be learned from', () => {
    const rare = [note('rare', 'a'), note('rare', 'a')];
    const items = [...rare, ...Array.from({ length: 8 }, (_, index) => note('no', `p${index}`))];
    for (let seed = 0; seed < 20; seed++) {
      const { learned, heldBack } = holdBack(items, [...items.keys()], {
        ...{ kind: 'classification', share: 0.5 },
        random: new RandomStream(seed, 'inner'),
      });
      expect(learned).toContain(0);
      expect(heldBack.length).toBeGreaterThan(0);
      expect(heldBack).not.toContain(1);
    }
  });

  it('gives back those groups that alone have a label, one after another', () => {
    const given = fc.array(
      fc.record({
        labels: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 3 }),
        groupId: fc.constantFrom(null, 'p', 'q', 'r', 's', 't'),
      }),
      { minLength: 4, maxLength: 25 },
    );
    fc.assert(
      fc.property(given, fc.nat(99), (items, seed) => {
        const random = () => new RandomStream(seed, 'inner');
        const groups = groupItems(items);
        fc.pre(groups.count > 1);
        const foldCount = Math.min(3, groups.count);
        const { foldOf } = placeGroups(items, foldCount, random());
        const isHeld = Array.from(foldOf, (fold) => fold === 0);
        for (let group = 0; group < groups.count; group++) {
          const members = [...groups.members(group)];
          const learned = items.flatMap(({ labels }, item) => (isHeld[item] ? [] : labels));
          const isNeeded = members.some((item) =>
            items[item].labels.some((label) => !learned.includes(label)),
          );
          if (isNeeded) for (const item of members) isHeld[item] = false;
        }
        fc.pre(isHeld.includes(true));
        const asked = { kind: 'entities', share: 1 / 3, random: random() } as const;
        const { heldBack } = holdBack(items, [...items.keys()], asked);
        expect(heldBack).toEqual([...items.keys()].filter((item) => isHeld[item]));
      }),
    );
  });

  it('looks at each of many groups a few times', () => {
    let looks = 0;
    const items = Array.from({ length: 50_000 }, (_, index): FoldItem => {
      const labels = [index % 3 === 0 ? 'yes' : 'no'];
      return {
        groupId: `patient ${index}`,
        get labels() {
          // Of the plain definition there would be 250 million.
          if (++looks > 50 * 50_000) throw new Error('looked at each group for each');
          return labels;
        },
      };
    });
    expect(split(items, [...items.keys()]).heldBack).toHaveLength(5_000);
  });

  it('is refused where there is nothing to hold back', () => {
    const alone = [note('yes', 'a'), note('no', 'a')];
    const apart = [note('yes', 'a'), note('no', 'b')];
    for (const items of [alone, apart]) {
      expect(() => split(items, [0, 1], 0.5)).toThrow(
        expect.objectContaining({ code: 'folds.too-few-groups' }),
      );
    }
  });
});
