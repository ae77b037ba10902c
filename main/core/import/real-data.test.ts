import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportProblem } from '#core/domain/import-report.ts';
import type { TaggedSentence } from '#core/domain/text.ts';
import { readBioColumns } from './read-bio-columns.ts';
import { readBrat } from './read-brat.ts';
import { readLabelledCsv } from './read-labelled-csv.ts';

const sharedData = '../shared/data';
const cantemist = `${sharedData}/cantemist`;
const monero = `${sharedData}/monero/MoNERo.txt`;
const nubes = `${sharedData}/nubes/nubes_negation_1838.csv`;

/** How often each rule was applied. */
function countByRule(problems: readonly ImportProblem[]): Record<string, number> {
  const byRule = Object.groupBy(problems, ({ rule }) => rule);
  return Object.fromEntries(Object.entries(byRule).map(([rule, list]) => [rule, list.length]));
}

describe.skipIf(!existsSync(cantemist))(`CANTEMIST, skipped where ${cantemist} is absent`, () => {
  it.each([
    ['train', { documents: 501, mentions: 6396, overlapping: 77 }],
    ['dev1', { documents: 250, mentions: 3341, overlapping: 63 }],
  ])('%s is read whole but for overlaps', (part, expected) => {
    const files = readdirSync(`${cantemist}/${part}`).map((file) => ({
      file,
      bytes: readFileSync(`${cantemist}/${part}/${file}`),
    }));
    const { items, problems } = readBrat(files);
    expect(items).toHaveLength(expected.documents);
    expect(countByRule(problems)).toEqual({ 'brat-overlap': expected.overlapping });
    const entities = items.reduce((sum, document) => sum + document.entities.length, 0);
    expect(entities).toBe(expected.mentions - expected.overlapping);
  });
});

describe.skipIf(!existsSync(monero))(`MoNERo, skipped where ${monero} is absent`, () => {
  const read = (maxWords: number): ReturnType<typeof readBioColumns> =>
    readBioColumns(readFileSync(monero), 'MoNERo.txt', { maxWords });
  const countWords = (items: readonly TaggedSentence[]): number =>
    items.reduce((sum, sentence) => sum + sentence.words.length, 0);

  it('is read with its known faults repaired and counted', () => {
    const { items, problems } = read(1000);
    expect(items).toHaveLength(4984);
    expect(countWords(items)).toBe(154_829);
    expect(countByRule(problems)).toEqual({
      'bio-tag-orphan': 409,
      'bio-tag-lower-case': 1,
      'bio-tag-empty': 4,
      'bio-sentence-duplicate': 1,
    });
    expect(problems.find(({ rule }) => rule === 'bio-sentence-duplicate')?.detail).toMatch(/^52 /);
    const types = new Set(items.flatMap(({ tags }) => tags).map((tag) => tag.slice(2)));
    expect([...types].sort()).toEqual(['', 'ANAT', 'CHEM', 'DISO', 'PROC']);
  });

  it('has its run of 511 words cut, with no word and no entity lost', () => {
    const whole = read(1000).items;
    const cut = read(200);
    expect(countByRule(cut.problems)['sentence-split']).toBe(1);
    expect(Math.max(...cut.items.map(({ words }) => words.length))).toBeLessThanOrEqual(200);
    expect(cut.items.flatMap(({ tags }) => tags)).toEqual(whole.flatMap(({ tags }) => tags));
    expect(cut.items.every(({ tags }) => !tags[0].startsWith('I-'))).toBe(true);
  });
});

describe.skipIf(!existsSync(nubes))(`NUBes, skipped where ${nubes} is absent`, () => {
  it('is 1,838 balanced notes of which none is left out', () => {
    const { items, problems } = readLabelledCsv(readFileSync(nubes), 'nubes.csv', {
      columns: { text: 'text', label: 'label', id: 'note_id', group: 'sample' },
    });
    expect(problems).toEqual([]);
    const counts = Object.entries(Object.groupBy(items, ({ label }) => label)).map(
      ([label, notes = []]) => [label, notes.length],
    );
    expect(counts.sort()).toEqual([
      ['affirmed', 919],
      ['negation', 919],
    ]);
    expect(new Set(items.map(({ id }) => id)).size).toBe(1838);
  });
});
