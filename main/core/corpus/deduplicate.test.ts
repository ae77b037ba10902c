import { describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { deduplicateLines } from './deduplicate.ts';
import { LineSet } from '#core/base/line-set.ts';

const corpus = [
  { id: '1', source: 'hospital', text: 'Geen koorts.\nWel pijn.' },
  { id: '2', source: 'hospital', text: 'geen  KOORTS.' },
  { id: '3', source: 'web', text: 'Wel pijn.\nRust 😀' },
];

describe('lines in several sources', () => {
  it('are kept once, at their first place, and counted by source', () => {
    const { documents, counts } = deduplicateLines(corpus);
    expect(documents.map(({ id, text }) => [id, text])).toEqual([
      ['1', 'Geen koorts.\nWel pijn.'],
      ['3', 'Rust 😀'],
    ]);
    expect(counts).toEqual([
      { source: 'hospital', linesBefore: 3, duplicateLines: 1 },
      { source: 'web', linesBefore: 2, duplicateLines: 1 },
    ]);
  });

  it('are told apart by their hash: of 300,000 different ones none is lost', () => {
    // A hash of 32 bits would lose about ten of them.
    const random = new RandomStream(1, 'lines');
    const lines = Array.from({ length: 300_000 }, () => `${random.word()} ${random.word()}`);
    const seen = new LineSet();
    expect(lines.filter((line) => seen.add(line))).toHaveLength(new Set(lines).size);
    expect(seen.add(lines[77])).toBe(false);
  });
});
