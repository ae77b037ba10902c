import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { indicatorEvidence } from './dutch/indicator-evidence.ts';
import { generateSampleFiles } from './generate.ts';

interface Row {
  note_id: string;
  patient_id: string;
  text: string;
  label: string;
}

const files = generateSampleFiles({ seed: 42, size: 'demo' });
const content = new Map(files.map((file) => [file.path, file.content]));
const read = (path: string): string => content.get(path) ?? expect.fail(`no ${path}`);
const notes = parse<Row>(read('notes/nl-hiv-test.csv'), { columns: true });
const words = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

test('The same seed gives the same bytes, on every machine', () => {
  const hash = createHash('sha256');
  for (const file of generateSampleFiles({ seed: 42, size: 'small' })) {
    hash.update(`${file.path}\n${file.content}`);
  }
  expect(hash.digest('hex')).toMatchInlineSnapshot(
    `"e0c4d197310af50ad500fe51b3f432ac2e53be63f39627f1036650c9a9f65cf0"`,
  );
});

test('Another seed gives other files', () => {
  const other = generateSampleFiles({ seed: 43, size: 'small' });
  const same = generateSampleFiles({ seed: 42, size: 'small' });
  expect(other.map((file) => file.content)).not.toEqual(same.map((file) => file.content));
});

describe('The labelled notes', () => {
  test('are balanced, of a usable length, and nearly all different', () => {
    expect(notes).toHaveLength(240);
    expect(notes.filter((note) => note.label === 'offer-test')).toHaveLength(120);
    expect(new Set(notes.map((note) => note.text)).size).toBe(notes.length);
    for (const note of notes) {
      expect(note.text.split(/\s+/).length).toBeGreaterThanOrEqual(20);
      expect(note.text.split(/\s+/).length).toBeLessThanOrEqual(100);
    }
  });

  test('belong to patients, some of whom have several', () => {
    const patients = new Set(notes.map((note) => note.patient_id));
    expect(patients.size).toBeGreaterThan(100);
    expect(patients.size).toBeLessThan(200);
  });

  test.each(['nl', 'ro', 'es'])(
    'and the list of conditions (%s) know the same conditions',
    (language) => {
      const list = JSON.parse(
        readFileSync(`resources/indicator-conditions/${language}.json`, 'utf8'),
      ) as { conditions: { id: string; terms: string[] }[] };
      expect(list.conditions.map(({ id }) => id).sort()).toEqual(
        indicatorEvidence.map(({ id }) => id).sort(),
      );
      expect(list.conditions.every(({ terms }) => terms.length > 0)).toBe(true);
    },
  );

  test('name every HIV indicator condition, in both classes together', () => {
    const { conditions } = JSON.parse(
      readFileSync('resources/indicator-conditions/nl.json', 'utf8'),
    ) as { conditions: { id: string; terms: string[] }[] };
    const all = notes.map((note) => note.text.toLowerCase()).join('\n');
    const missing = conditions.filter(
      ({ terms }) => !terms.some((term) => all.includes(term.toLowerCase())),
    );
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  test('do not stand in the unlabelled text', () => {
    const corpus = read('corpora/nl-clinical.txt');
    expect(notes.filter((note) => corpus.includes(note.text))).toEqual([]);
    expect(corpus).not.toContain('offer-test');
  });
});

/** Multinomial naive Bayes with add-one smoothing over words: what counting words can reach. */
function scoreNaiveBayes(train: readonly Row[], test: readonly Row[]): number {
  const counts = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  const vocabulary = new Set<string>();
  for (const { label, text } of train) {
    const ofLabel = counts.get(label) ?? new Map<string, number>();
    counts.set(label, ofLabel);
    for (const word of words(text)) {
      vocabulary.add(word);
      ofLabel.set(word, (ofLabel.get(word) ?? 0) + 1);
      totals.set(label, (totals.get(label) ?? 0) + 1);
    }
  }
  const predict = (text: string): string => {
    let best = { label: '', score: -Infinity };
    for (const [label, ofLabel] of counts) {
      const denominator = (totals.get(label) ?? 0) + vocabulary.size;
      let score = 0;
      for (const word of words(text))
        score += Math.log(((ofLabel.get(word) ?? 0) + 1) / denominator);
      if (score > best.score) best = { label, score };
    }
    return best.label;
  };
  return test.filter(({ text, label }) => predict(text) === label).length;
}

test('Counting words does better than chance at the classification, but does not solve it', () => {
  const patients = [...new Set(notes.map((note) => note.patient_id))];
  let correct = 0;
  for (let fold = 0; fold < 5; fold++) {
    const held = new Set(patients.filter((_, index) => index % 5 === fold));
    correct += scoreNaiveBayes(
      notes.filter((note) => !held.has(note.patient_id)),
      notes.filter((note) => held.has(note.patient_id)),
    );
  }
  const accuracy = correct / notes.length;
  expect(accuracy).toBeGreaterThan(0.55);
  expect(accuracy).toBeLessThan(0.85);
});

describe.each(['ro', 'es'])('The entity sentences (%s)', (language) => {
  const blocks = read(`entities/${language}.tsv`).trimEnd().split('\n\n');
  const rows = blocks.map((block) => block.split('\n').map((line) => line.split('\t')));

  test('are as many as promised, all different', () => {
    expect(blocks).toHaveLength(400);
    expect(new Set(blocks).size).toBe(400);
  });

  test('have four columns and valid IOB2 tags of the four types', () => {
    const types = new Map<string, number>();
    for (const sentence of rows) {
      let previous = 'O';
      for (const [word, lemma, tag, kind, ...rest] of sentence) {
        expect([word, lemma, kind].every((cell) => cell.length > 0)).toBe(true);
        expect(rest).toEqual([]);
        expect(tag).toMatch(/^(O|[BI]-(ANAT|CHEM|DISO|PROC))$/);
        if (tag.startsWith('I-')) expect(previous.slice(2)).toBe(tag.slice(2));
        if (tag.startsWith('B-')) types.set(tag.slice(2), (types.get(tag.slice(2)) ?? 0) + 1);
        previous = tag;
      }
    }
    expect([...types.keys()].sort()).toEqual(['ANAT', 'CHEM', 'DISO', 'PROC']);
    expect(Math.min(...types.values())).toBeGreaterThan(60);
  });

  test('and the brat documents hold the same entities, at the right offsets', () => {
    const fromColumns = rows.flatMap((sentence) =>
      sentence
        .filter(([, , tag]) => tag.startsWith('B-'))
        .map(([word, , tag]) => `${tag.slice(2)} ${word}`),
    );
    const fromBrat: string[] = [];
    for (const [path, annotations] of content) {
      if (!path.startsWith(`entities/${language}-brat/`) || !path.endsWith('.ann')) continue;
      const text = read(path.replace(/ann$/, 'txt'));
      for (const line of annotations.trimEnd().split('\n')) {
        const [id, position, quote] = line.split('\t');
        const [type, start, end] = position.split(' ');
        expect(id).toMatch(/^T\d+$/);
        expect(text.slice(Number(start), Number(end))).toBe(quote);
        expect(quote).toBe(quote.trim());
        fromBrat.push(`${type} ${quote.split(' ')[0]}`);
      }
    }
    expect(fromBrat).toEqual(fromColumns);
  });

  test('do not stand in the unlabelled text', () => {
    const corpus = read(`corpora/${language}-clinical.txt`);
    const documents = [...content].filter(
      ([path]) => path.startsWith(`entities/${language}-brat/`) && path.endsWith('.txt'),
    );
    const sentences = documents.flatMap(([, text]) => text.trimEnd().split('\n'));
    expect(sentences).toHaveLength(400);
    expect(sentences.filter((sentence) => corpus.includes(sentence))).toEqual([]);
  });
});

describe.each(['nl', 'ro', 'es'])('The unlabelled text (%s)', (language) => {
  const clinical = read(`corpora/${language}-clinical.txt`);
  const general = read(`corpora/${language}-general.txt`);

  test('has the length asked for and no line twice', () => {
    for (const [text, length] of [
      [clinical, 90_000],
      [general, 60_000],
    ] as const) {
      expect(text.length).toBeGreaterThanOrEqual(length);
      expect(text.length).toBeLessThan(length * 1.05);
      const lines = text.trimEnd().split('\n');
      expect(new Set(lines).size).toBe(lines.length);
    }
  });

  test('knows the words of the labelled text when clinical, and hardly when general', () => {
    const labelled =
      language === 'nl'
        ? notes.map((note) => note.text).join(' ')
        : read(`entities/${language}.tsv`)
            .split('\n')
            .map((line) => line.split('\t')[0])
            .join(' ');
    const needed = [...new Set(words(labelled))];
    const share = (text: string): number => {
      const known = new Set(words(text));
      return needed.filter((word) => known.has(word)).length / needed.length;
    };
    expect(share(clinical)).toBeGreaterThan(0.75);
    expect(share(general)).toBeLessThan(0.25);
  });
});
