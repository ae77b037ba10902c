import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { assignFolds } from './assign-folds.ts';
import { dealByClass } from './deal-by-class.ts';
import { dealLabelSets } from './deal-label-sets.ts';
import type { FoldItem } from './fold-item.ts';

interface Division {
  readonly labels: readonly (readonly number[])[];
  readonly foldCount: number;
  /** Of the package iterative-stratification, with twenty seeds. */
  readonly unevenness: readonly number[];
}
const { divisions } = JSON.parse(
  readFileSync('test/fixtures/evaluation/label-sets.json', 'utf8'),
) as { divisions: Division[] };
const random = (seed: number) => new RandomStream(seed, 'folds');
const itemsOf = (labels: Division['labels']): FoldItem[] =>
  labels.map((row) => ({
    labels: [...row.keys()].filter((label) => row[label] === 1).map((label) => `l${label}`),
    groupId: null,
  }));
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Label distribution, Sechidis et al. 2011, section 4. */
function unevenness({ labels, foldCount }: Division, foldOf: Int32Array): number {
  const oddsOf = (rows: Division['labels'], label: number) => {
    const positives = rows.reduce((sum, row) => sum + row[label], 0);
    return positives / Math.max(1, rows.length - positives);
  };
  return mean(
    Array.from({ length: foldCount }, (_, fold) => {
      const own = labels.filter((_row, item) => foldOf[item] === fold);
      return mean(
        labels[0].map((_l, label) => Math.abs(oddsOf(own, label) - oddsOf(labels, label))),
      );
    }),
  );
}

describe('iterative stratification', () => {
  it.each(divisions.map((division, index) => [index, division] as const))(
    'spreads labels as evenly as the package iterative-stratification: data %i',
    (_, division) => {
      const items = itemsOf(division.labels);
      const found = Array.from({ length: 20 }, (_seed, seed) =>
        unevenness(division, dealLabelSets(items, division.foldCount, random(seed)).foldOf),
      );
      expect(mean(found)).toBeLessThan(1.05 * mean(division.unevenness));
      // Dealing by one label of each note alone does not.
      const byFirst = unevenness(
        division,
        dealByClass(
          items.map((item) => ({ ...item, labels: [item.labels.at(0) ?? ''] })),
          division.foldCount,
          random(1),
        ).foldOf,
      );
      expect(mean(found)).toBeLessThan(byFirst);
    },
  );

  it('puts every note into one fold of nearly equal size, the same for the same seed', () => {
    const [{ labels }] = divisions;
    const options = { kind: 'multi-label', foldCount: 5 } as const;
    const items = itemsOf(labels);
    const assign = (seed: number) => assignFolds(items, { ...options, random: random(seed) });
    const sizes = [0, 1, 2, 3, 4].map(
      (fold) => assign(1).foldOf.filter((each) => each === fold).length,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(items.length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(3);
    expect(assign(1)).toEqual(assign(1));
    expect(assign(1)).not.toEqual(assign(2));
  });

  it('keeps the notes of a patient together where there are patients', () => {
    const items = itemsOf(divisions[0].labels).map((item, index) => ({
      ...item,
      groupId: `p${index % 70}`,
    }));
    const { foldOf } = assignFolds(items, {
      ...{ kind: 'multi-label', foldCount: 5, random: random(3) },
    });
    items.forEach((_, index) => {
      expect(foldOf[index]).toBe(foldOf[index % 70]);
    });
  });

  it('refuses one label alone, and one that a single patient has', () => {
    const divide = (items: FoldItem[]) => () =>
      assignFolds(items, { kind: 'multi-label', foldCount: 2, random: random(1) });
    const alone = Array.from({ length: 8 }, (_, index) => ({
      labels: index % 2 === 0 ? ['a'] : [],
      groupId: null,
    }));
    expect(divide(alone)).toThrow('folds.single-class');
    const rare = alone.map((item, index) => ({
      ...item,
      labels: index === 0 ? ['a', 'b'] : item.labels,
    }));
    expect(divide(rare)).toThrow('folds.class-too-small');
  });
});
