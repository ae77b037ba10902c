import { expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { PassageFinder, type FoundPassage } from './passage-finder.ts';
import { countCommon, shinglesOf } from './testing/compare-all.ts';
import { edit } from './testing/edited-notes.ts';

const words = (from: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${from}${at}`).join(' ');

function find(texts: readonly string[], lines: readonly string[]): FoundPassage[] {
  const found: FoundPassage[] = [];
  const finder = new PassageFinder(texts, (passage) => found.push(passage));
  for (const line of lines) finder.read(line);
  finder.finish();
  return found;
}

it('finds a text that lies in one line, or over several, with what runs across them', () => {
  const note = words('a', 40).split(' ');
  const rows = [0, 10, 20, 30].map((at) => note.slice(at, at + 10).join(' '));
  const lines = [
    words('x', 20),
    note.join(' '),
    ...Array.from({ length: 6 }, () => words('y', 9)),
    ...rows,
  ];
  expect(find([note.join(' ')], lines)).toEqual([
    { document: 0, fromLine: 2, toLine: 2, jaccard: 1, containment: 1 },
    { document: 0, fromLine: 9, toLine: 12, jaccard: 1, containment: 1 },
  ]);
});

it('finds what is half there, and not less', () => {
  // Of the 36 shingles of 40 words, 22 words have 18 and 21 have 17.
  const note = words('a', 40);
  const first = (count: number) => note.split(' ').slice(0, count).join(' ');
  expect(find([note], [first(22)])).toMatchObject([{ containment: 0.5 }]);
  expect(find([note], [first(21)])).toEqual([]);
  // Far apart, they are two passages, and each is too little.
  const between = Array.from({ length: 9 }, (_, at) => words(`z${at}`, 12));
  const second = note.split(' ').slice(20).join(' ');
  expect(find([note], [first(15), ...between, second.slice(0, 30)])).toEqual([]);
});

it('judges no text of fewer than eight words', () => {
  expect(find([words('a', 7), words('b', 8)], [words('a', 7), words('b', 8)])).toMatchObject([
    { document: 1 },
  ]);
});

it('finds all of 200 planted copies at a Jaccard similarity of 0.8, and nothing else', () => {
  const random = new RandomStream(5, 'planted');
  const note = (label: string, at: number) =>
    Array.from({ length: 80 }, () => `${label}${random.integer(4000)}`)
      .join(' ')
      .concat(` ${at}`);
  const labelled = Array.from({ length: 300 }, (_, at) => note('w', at));
  const copies = labelled.slice(0, 200).map((text) => edit(text, random.integer(2), random));
  const lines = copies.flatMap((copy, at) => [copy, note('w', at)]);
  const ours = labelled.map(shinglesOf);
  const theirs = lines.map(shinglesOf);
  const likeness = (one: Set<string>, other: Set<string>) => {
    const common = countCommon(one, other);
    const jaccard = common / (one.size + other.size - common);
    return { jaccard, containment: common / one.size };
  };
  const expected = theirs.flatMap((line, at) =>
    ours.flatMap((text, document) =>
      likeness(text, line).jaccard >= 0.8 ? [`${document} in ${at + 1}`] : [],
    ),
  );
  expect(expected).toHaveLength(200);
  const found = find(labelled, lines);
  expect(found.map(({ document, fromLine }) => `${document} in ${fromLine}`)).toEqual(expected);
  for (const { document, fromLine, toLine, ...told } of found) {
    expect(toLine).toBe(fromLine);
    const exact = likeness(ours[document], theirs[fromLine - 1]);
    expect(told.jaccard).toBeCloseTo(exact.jaccard, 12);
    expect(told.containment).toBeCloseTo(exact.containment, 12);
  }
});
