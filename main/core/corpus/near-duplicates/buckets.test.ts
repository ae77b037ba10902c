import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Buckets } from './buckets.ts';
import { DisjointSets } from './disjoint-sets.ts';

const refuse = (): void => {
  expect.unreachable();
};

it('hold what a map of lists holds, whatever clusters grow together meanwhile', () => {
  const key = fc.nat(300).map((small) => (small % 3 === 0 ? (small << 20) | 0 : small - 100));
  const step = fc.tuple(key, fc.option(fc.tuple(fc.nat(), fc.nat()), { freq: 2 }));
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 3000, size: 'max' }), (steps) => {
      const clusters = new DisjointSets();
      const buckets = new Buckets(clusters);
      const expected = new Map<number, number[]>();
      for (const [document, [each, united]] of steps.entries()) {
        clusters.add();
        if (united !== null) {
          clusters.unite(united[0] % (document + 1), united[1] % (document + 1));
        }
        buckets.add(each, document);
        expected.set(each, [...(expected.get(each) ?? []), document]);
      }
      for (const [each, documents] of expected) {
        const all: number[] = [];
        buckets.visit(
          each,
          () => false,
          (document) => all.push(document),
        );
        expect(all.toSorted((one, other) => one - other)).toEqual(documents);
        const met = new Set<number>();
        buckets.visit(
          each,
          (cluster) => met.has(cluster),
          (document) => {
            expect(met.has(clusters.find(document))).toBe(false);
            met.add(clusters.find(document));
          },
        );
        expect(met).toEqual(new Set(documents.map((document) => clusters.find(document))));
      }
      buckets.visit(12345, () => false, refuse);
    }),
    { numRuns: 40 },
  );
});

it('pass ten thousand documents of one cluster in a step', () => {
  const clusters = new DisjointSets();
  const buckets = new Buckets(clusters);
  let asked = 0;
  for (let document = 0; document < 20_000; document++) {
    clusters.add();
    // Two clusters by turns.
    if (document > 1) clusters.unite(document % 2, document);
    buckets.add(7, document);
    buckets.visit(7, () => ++asked > 0, refuse);
  }
  expect(asked).toBeLessThan(3 * 20_000);
});
