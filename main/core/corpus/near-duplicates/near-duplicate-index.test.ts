import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { writeCorpus } from '#core/sample/corpora.ts';
import { dutchMaterial } from '#core/sample/dutch/material.ts';
import { usualRule, type LikenessRule } from './likeness-rule.ts';
import { MinHash } from './min-hash.ts';
import { NearDuplicateIndex } from './near-duplicate-index.ts';
import { Shingles } from './shingles.ts';
import { areAlike, clusterAll, countCommon, shinglesOf } from './testing/compare-all.ts';
import { cutNotes, edit } from './testing/edited-notes.ts';

const random = (label: string) => new RandomStream(12, label);

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

function indexOf(texts: readonly string[], rule: LikenessRule = usualRule): NearDuplicateIndex {
  const index = new NearDuplicateIndex({ rule });
  for (const [id, text] of texts.entries()) index.add(String(id), text);
  return index;
}

/** Every pair must hold by the definition, and the pairs must join the clusters exactly. */
function expectSound(
  index: NearDuplicateIndex,
  texts: readonly string[],
  rule: LikenessRule = usualRule,
): void {
  for (const { first, second, jaccard, containment } of index.pairs) {
    const [one, other] = [first, second].map((id) => shinglesOf(texts[Number(id)]));
    const shared = countCommon(one, other);
    expect(jaccard).toBe(shared / (one.size + other.size - shared));
    expect(containment).toBe(shared / Math.min(one.size, other.size));
    expect(areAlike(rule, one, other)).toBe(true);
    expect(Number(first)).toBeLessThan(Number(second));
  }
  const clusters = index.clusters();
  const joined = clusters.reduce((sum, cluster) => sum + cluster.length - 1, 0);
  expect(index.pairs.length).toBe(joined);
  const clusterOf = new Map(clusters.flatMap((ids, at) => ids.map((id) => [id, at] as const)));
  for (const { first, second } of index.pairs) {
    expect(clusterOf.get(first)).toBe(clusterOf.get(second));
    expect(clusterOf.has(first)).toBe(true);
  }
}

/** Whether MinHash alone would have two texts compared. */
function proposals(texts: readonly string[]): (one: number, other: number) => boolean {
  const minHash = new MinHash(1);
  const shingles = new Shingles();
  const keys = texts.map((text) => {
    shingles.read(text);
    minHash.read(shingles);
    return minHash.bandKeys.slice();
  });
  return (one, other) => keys[one].some((key, band) => key === keys[other][band]);
}

/** Whether each of these clusters lies within one of those. */
function expectWithin(parts: readonly string[][], wholes: readonly string[][]): void {
  const wholeOf = new Map(wholes.flatMap((ids, at) => ids.map((id) => [id, at] as const)));
  for (const part of parts) {
    const found = new Set(part.map((id) => wholeOf.get(id)));
    expect(found.size).toBe(1);
    expect(found.has(undefined)).toBe(false);
  }
}

describe('near-duplicates among synthetic notes', () => {
  it('are found, 99 of 100 of those with a Jaccard similarity of 0.8, among thousands', () => {
    const notes = writeNotes(4000, 80, random('recall'));
    const edits = random('edits');
    const planted: { copy: string; original: number }[] = [];
    while (planted.length < 200) {
      const original = edits.integer(notes.length);
      const copy = edit(notes[original], 1 + edits.integer(4), edits);
      const [one, other] = [shinglesOf(notes[original]), shinglesOf(copy)];
      const shared = countCommon(one, other);
      const jaccard = shared / (one.size + other.size - shared);
      if (jaccard >= 0.8 && jaccard < 1) planted.push({ copy, original });
    }
    const texts = [...notes, ...planted.map(({ copy }) => copy)];
    const index = indexOf(texts);
    expectSound(index, texts);
    const clusters = index.clusters();
    const found = planted.filter(({ original }, at) =>
      clusters.some((ids) => ids.includes(String(original)) && ids.includes(String(4000 + at))),
    );
    expect(found.length).toBeGreaterThanOrEqual(198);
    // Asked for without being in the index, as the texts of a corpus are.
    const ofNotes = indexOf(notes);
    const originals = planted.filter(({ copy, original }) => {
      const matches = ofNotes.query(copy).map(({ id }) => Number(id));
      return matches.some((match) => match === original || areClustered(ofNotes, match, original));
    });
    expect(originals.length).toBeGreaterThanOrEqual(198);
    expect(ofNotes.size).toBe(4000);
  });

  it('are those of a comparison of each with each, by either rule', () => {
    const notes = writeNotes(150, 60, random('each'));
    const edits = random('each/edits');
    const texts = [...notes];
    for (let copy = 0; copy < 250; copy++) {
      const of = texts[edits.integer(texts.length)];
      const words = edit(of, edits.integer(12), edits).split(' ');
      texts.push(words.slice(edits.integer(30)).join(' '));
    }
    const strict = { jaccard: 0.8, containment: null };
    for (const rule of [strict, usualRule, { jaccard: 0.6, containment: 0.9 }]) {
      const index = indexOf(texts, rule);
      expectSound(index, texts, rule);
      expectWithin(index.clusters(), clusterAll(texts, rule));
      expect(index.clusters()).toEqual(clusterAll(texts, rule, proposals(texts)));
    }
    expect(indexOf(texts, strict).clusters()).toEqual(clusterAll(texts, strict));
  });

  it('are the same for the same documents, and groups stand in the order of these', () => {
    const notes = writeNotes(50, 60, random('same'));
    const texts = [...notes, ...notes.slice(10, 20).map((note) => edit(note, 2, random(note)))];
    const [one, other] = [indexOf(texts), indexOf(texts)];
    expect(one.pairs).toEqual(other.pairs);
    expect(one.clusters()).toEqual(other.clusters());
    expect(one.clusters().slice(0, 2)).toEqual([
      ['10', '50'],
      ['11', '51'],
    ]);
  });
});

describe('near-duplicates among texts of few words', () => {
  const word = fc.constantFrom('koorts', 'hoest', 'geen');
  const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));
  const rule = fc.record({
    jaccard: fc.constantFrom(0.3, 0.5, 0.8, 1),
    containment: fc.constantFrom(null, 0.3, 0.5, 1),
  });

  it('are real, and all that MinHash proposes', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), rule, (texts, each) => {
        const index = indexOf(texts, each);
        expectSound(index, texts, each);
        expectWithin(index.clusters(), clusterAll(texts, each));
        expect(index.clusters()).toEqual(clusterAll(texts, each, proposals(texts)));
      }),
      { numRuns: 300 },
    );
  });

  it('are those of the same words where they are shorter than a shingle', () => {
    const texts = [
      'Geen koorts.',
      'Geen hoest.',
      'geen KOORTS',
      '',
      '--',
      'Geen koorts sinds drie dagen.',
    ];
    expect(indexOf(texts).clusters()).toEqual([['0', '2']]);
    expect(indexOf(texts).query('')).toEqual([]);
    expect(indexOf(texts).query('GEEN HOEST')).toEqual([{ id: '1', jaccard: 1, containment: 1 }]);
  });

  it('are not joined by a set phrase of five words', () => {
    const texts = ['Over een week terug komen graag', 'Nu over een week terug komen'];
    expect(indexOf(texts).pairs).toEqual([]);
  });
});

describe('many copies of one text', () => {
  const count = 10_000;
  const [note, other] = writeNotes(2, 100, random('hub'));

  /** Edited copies, each of its own. */
  const copiesOf = (text: string, label: string, edits: number) => {
    const stream = random(label);
    return Array.from({ length: count }, () => edit(text, edits, stream));
  };

  it('cost no comparison each with each, whether edited or not', () => {
    const small = indexOf(copiesOf(note, 'warm', 2).slice(0, 1000));
    expect(small.comparisonCount).toBeLessThan(5000);
    const same = indexOf(Array.from({ length: count }, () => note));
    expect(same.clusters()[0]).toHaveLength(count);
    expect(same.comparisonCount).toBeLessThan(2 * count);
    const edited = indexOf(copiesOf(note, 'edited', 2));
    expect(edited.clusters().map((ids) => ids.length)).toEqual([count]);
    expect(edited.comparisonCount).toBeLessThan(5 * count);
  });

  it('stay apart from those of another text, to which a text in between joins them', () => {
    const copies = [...copiesOf(note, 'one', 2), ...copiesOf(other, 'other', 2)];
    const index = indexOf(copies);
    expect(index.clusters().map((ids) => ids.length)).toEqual([count, count]);
    index.add('between', `${note} ${other}`);
    expect(index.clusters().map((ids) => ids.length)).toEqual([2 * count + 1]);
    expect(index.comparisonCount).toBeLessThan(20 * count);
  });
});

function areClustered(index: NearDuplicateIndex, one: number, other: number): boolean {
  return index.clusters().some((ids) => ids.includes(String(one)) && ids.includes(String(other)));
}
