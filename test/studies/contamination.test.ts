import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import { countCommon, shinglesOf } from '#core/corpus/near-duplicates/testing/compare-all.ts';
import { edit } from '#core/corpus/near-duplicates/testing/edited-notes.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { makePlace, runCommand, type Place } from './command-line.ts';

/**
 * Copies planted among the notes of a task, in a corpus and nowhere else: what a study tells of
 * them against a comparison of each with each.
 */
const timeout = 120_000;
let place: Place;
beforeAll(() => {
  place = makePlace();
});
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

const random = new RandomStream(11, 'contamination');
const write = () => Array.from({ length: 70 }, () => `w${random.integer(5000)}`).join(' ');
/** 200 notes, of each of which one has an edited copy; a fifth of these is the same but for case. */
const originals = Array.from({ length: 200 }, write);
const copies = originals.map((text, at) =>
  at % 5 === 0 ? `${text.toUpperCase()}.` : edit(text, 1, random),
);
const lone = Array.from({ length: 100 }, write);
const notes = [...originals, ...copies, ...lone];
const ids = notes.map((_, at) => `n${at}`);
/** In the corpus are copies of the last fifty, over two lines each. */
const lines = lone.slice(50).flatMap((text) => {
  const words = edit(text, 1, random).split(' ');
  return [words.slice(0, 35).join(' '), words.slice(35).join(' '), write()];
});

test(
  'every planted copy is told, per fold, with its pair, and nothing else',
  { timeout },
  async () => {
    const rows = notes.map((text, at) => `${ids[at]},${text},${at % 2 === 0 ? 'yes' : 'no'}`);
    place.writeFile('notes.csv', `id,text,label\n${rows.join('\n')}\n`);
    place.writeFile('corpus.txt', lines.join('\n'));
    const data = { format: 'csv', files: ['notes.csv'], idColumn: 'id' };
    const plan = {
      name: 'met',
      corpora: { clinical: { files: ['corpus.txt'] } },
      models: {},
      tasks: { screen: { kind: 'classification', data, folds: 5 } },
    };
    const folder = join(place.folder, 'results');
    const argv = ['study', 'run', place.writePlan(plan), ...place.options, '--results', folder];
    const { exitCode, stdout, stderr } = await runCommand(argv);
    expect(exitCode, stderr).toBe(0);
    const read = (file: string) => readFileSync(join(folder, file), 'utf8');
    const { tasks, warnings } = JSON.parse(read('results.json')) as StudyResults;
    const found = tasks[0].contamination;
    if (found === null) throw new Error('nothing was compared');

    // Whether a pair is divided is seen from it: each copy is one of a pair, the rest stand alone.
    const total = (key: 'of' | 'near' | 'exact') =>
      found.folds.reduce((sum, { testByTraining }) => sum + testByTraining[key], 0);
    const divided = found.pairs.filter(({ second }) => second.source === 'screen');
    expect(total('of')).toBe(notes.length);
    expect(total('near')).toBe(2 * divided.length);
    // Of 200 pairs in five folds about 160 are divided.
    expect(divided.length).toBeGreaterThan(130);
    expect(divided.length).toBeLessThan(190);
    const partner = new Map(originals.map((_, at) => [`n${at}`, `n${at + 200}`]));
    const shinglesById = new Map(notes.map((text, at) => [ids[at], shinglesOf(text)]));
    for (const { first, second, jaccard } of divided) {
      expect(partner.get(first.place)).toBe(second.place);
      const [one, other] = [first, second].map((each) => shinglesById.get(each.place)!);
      const common = countCommon(one, other);
      expect(jaccard).toBeCloseTo(common / (one.size + other.size - common), 12);
    }
    const same = divided.filter(({ first }) => Number(first.place.slice(1)) % 5 === 0);
    expect(total('exact')).toBe(2 * same.length);

    // Each planted text of the corpus, with its two lines, and none else.
    const inCorpus = found.pairs.filter(({ second }) => second.source === 'clinical');
    expect(new Set(inCorpus.map(({ first }) => first.place))).toEqual(new Set(ids.slice(-50)));
    expect(inCorpus).toHaveLength(50);
    for (const { first, second } of inCorpus) {
      const at = 3 * (Number(first.place.slice(1)) - 450) + 1;
      expect(second.place).toBe(`${at}–${at + 1}`);
    }
    expect(found.folds.reduce((sum, fold) => sum + fold.testByCorpora.near, 0)).toBe(50);
    expect(found.folds.reduce((sum, fold) => sum + fold.trainingByCorpora.near, 0)).toBe(4 * 50);

    const said = `Of the 500 tested notes, ${total('near')} are nearly the same as one that is learned from in that fold, ${total('exact')} of them word for word`;
    expect(stderr, 'before training').toContain(said);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(said);
    expect(warnings).toContainEqual(
      expect.objectContaining({ kind: 'near-duplicates', about: 'screen' }),
    );
    expect(stdout).toContain('Met elsewhere, nearly the same (word for word), over all folds');
    expect(read('report.html')).toContain('Met elsewhere: training and corpora');
    const csv = read('contamination.csv').trimEnd().split('\n');
    expect(csv).toHaveLength(1 + found.pairCount);
    expect(csv[0]).toBe('task,example,met_in,met_at,jaccard,containment');
    for (const file of ['contamination.csv', 'results.json', 'report.html']) {
      expect(read(file)).not.toMatch(/\bw\d{1,4}\b/);
    }
  },
);

test('a task without any copy says nothing and writes no list', { timeout }, async () => {
  const rows = lone.slice(0, 50).map((text, at) => `${text},${at % 2 === 0 ? 'yes' : 'no'}`);
  place.writeFile('alone.csv', `text,label\n${rows.join('\n')}\n`);
  const data = { format: 'csv', files: ['alone.csv'] };
  const tasks = { screen: { kind: 'classification', data, folds: 5 } };
  const folder = join(place.folder, 'alone');
  const argv = ['study', 'run', place.writePlan({ name: 'alone', models: {}, tasks })];
  const { stdout } = await runCommand([...argv, ...place.options, '--results', folder]);
  expect(stdout).not.toContain('Met elsewhere');
  expect(existsSync(join(folder, 'contamination.csv'))).toBe(false);
});
