import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { writeCorpus } from '#core/sample/corpora.ts';
import { dutchMaterial } from '#core/sample/dutch/material.ts';
import { reportContamination, type CorpusPair } from './contamination.ts';
import { NearDuplicateIndex } from './near-duplicate-index.ts';
import { areAlike, shinglesOf } from './testing/compare-all.ts';
import { cutNotes, edit } from './testing/edited-notes.ts';
import { usualRule } from './likeness-rule.ts';

const random = (label: string) => new RandomStream(3, label);

/** Synthetic notes of so many words, from sentences of our own. */
function writeNotes(count: number, wordCount: number, stream: RandomStream): string[] {
  const length = 8.5 * count * wordCount;
  const source = {
    material: dutchMaterial,
    register: 'clinical',
    excluded: new Set<string>(),
  } as const;
  return cutNotes(writeCorpus({ ...source, length }, stream), wordCount).slice(0, count);
}
const [a, b, c, d, lone] = writeNotes(5, 80, random('notes'));
const near = (text: string, label: string) => edit(text, 2, random(label));

/** The index over labelled texts, and what queries with those of a corpus gave. */
function compare(labelled: Record<string, string>, corpus: Record<string, string>) {
  const index = new NearDuplicateIndex();
  for (const [id, text] of Object.entries(labelled)) index.add(id, text);
  const corpusPairs: CorpusPair[] = Object.entries(corpus).flatMap(([corpusId, text]) =>
    index.query(text).map((match) => ({ corpusId, ...match })),
  );
  return { clusters: index.clusters(), pairs: index.pairs, corpusPairs };
}

it('tells per fold what is tested and known from training or from the corpus', () => {
  const labelled = { a1: a, a2: near(a, 'a2'), b1: b, c1: c, c2: near(c, 'c2'), lone };
  const corpus = { x: near(b, 'x'), y: near(c, 'y'), z: d };
  const folds = [
    { training: ['a2', 'c1', 'c2', 'lone'], test: ['a1', 'b1'] },
    { training: ['a1', 'a2', 'b1'], test: ['c1', 'c2', 'lone'] },
  ];
  const [first, second] = reportContamination({ ...compare(labelled, corpus), folds });
  expect(first.testByTraining).toMatchObject({ documentCount: 1, ofCount: 2 });
  expect(first.testByTraining.pairs).toMatchObject([{ first: 'a1', second: 'a2' }]);
  expect(first.testByCorpus).toMatchObject({ documentCount: 1, ofCount: 2 });
  expect(first.testByCorpus.pairs).toMatchObject([{ corpusId: 'x', id: 'b1' }]);
  expect(first.trainingByCorpus).toMatchObject({ documentCount: 2, ofCount: 4 });
  expect(second.testByTraining).toEqual({ documentCount: 0, ofCount: 3, pairs: [] });
  // Both count, though the corpus is compared with one of each cluster only.
  expect(second.testByCorpus).toMatchObject({ documentCount: 2, ofCount: 3 });
  expect(second.testByCorpus.pairs).toHaveLength(1);
  expect(second.trainingByCorpus.pairs).toMatchObject([{ corpusId: 'x', id: 'b1' }]);
});

it('shows the most alike first', () => {
  const labelled = { a, b };
  const corpus = { far: edit(a, 6, random('far')), same: a, near: near(a, 'near') };
  const folds = [{ training: ['b'], test: ['a'] }];
  const [{ testByCorpus }] = reportContamination({ ...compare(labelled, corpus), folds });
  expect(testByCorpus.pairs.map(({ corpusId }) => corpusId)).toEqual(['same', 'near', 'far']);
});

it('counts as a comparison of each with each does, where no chain joins what is not alike', () => {
  const notes = writeNotes(12, 60, random('property'));
  const piece = fc.record({ note: fc.nat(11), edits: fc.nat(1), fold: fc.nat(2) });
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 20 }),
      fc.array(piece, { maxLength: 8 }),
      (ours, theirs) => {
        const write = (list: typeof ours, name: string) =>
          Object.fromEntries(
            list.map(({ note, edits }, at) => [
              `${name}${at}`,
              edit(notes[note], edits, random(`${name}/${at}`)),
            ]),
          );
        const [labelled, corpus] = [write(ours, 'l'), write(theirs, 'c')];
        const ids = (wanted: (fold: number) => boolean) =>
          Object.keys(labelled).filter((_, at) => wanted(ours[at].fold));
        const folds = [0, 1, 2].map((fold) => ({
          training: ids((each) => each !== fold),
          test: ids((each) => each === fold),
        }));
        const report = reportContamination({ ...compare(labelled, corpus), folds });
        const like = (id: string, others: readonly string[]) =>
          others.some((other) => areAlike(usualRule, shinglesOf(labelled[id]), shinglesOf(other)));
        for (const [at, { training, test }] of folds.entries()) {
          const known = training.map((id) => labelled[id]);
          const counts = (ids: readonly string[], others: readonly string[]) =>
            ids.filter((id) => like(id, others)).length;
          expect(report[at].testByTraining.documentCount).toBe(counts(test, known));
          expect(report[at].testByCorpus.documentCount).toBe(counts(test, Object.values(corpus)));
          expect(report[at].trainingByCorpus.documentCount).toBe(
            counts(training, Object.values(corpus)),
          );
        }
      },
    ),
    { numRuns: 60 },
  );
});
