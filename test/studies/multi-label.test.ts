import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '#core/base/random-stream.ts';
import type { LabelSetPrediction } from '#core/prediction/prediction.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { makePlace, runCommand, type Place } from './command-line.ts';

/** A task whose notes may have several labels, from files to a model that gives labels to new texts. */
const python = process.env['ANAMNESIS_PYTHON'] ?? 'python3';
const hasPackages = (() => {
  try {
    execFileSync(python, ['-c', 'import scipy, seqeval, sklearn'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const phrases = {
  cough: 'The patient has a dry cough since days.',
  fever: 'Temperature was high, with chills and fever.',
  pain: 'There is pain in the left knee after a fall.',
};
const labels = Object.keys(phrases) as (keyof typeof phrases)[];
const shape = { layers: 1, hiddenSize: 32, heads: 2, intermediateSize: 64, maxPositions: 64 };

function makeNotes() {
  const random = new RandomStream(4, 'notes');
  return Array.from({ length: 90 }, (_, index) => {
    const own = labels.filter(() => random.uniform() < 0.4);
    const text = ['Seen today.', ...own.map((label) => phrases[label]), 'No change of therapy.'];
    return { id: `n${index}`, patient: `p${index % 45}`, own, text: text.join(' ') };
  });
}

const notes = makeNotes();
const table = [
  'id,patient,text,labels',
  ...notes.map(({ id, patient, text, own }) => `${id},${patient},"${text}",${own.join(' | ')}`),
].join('\n');
const task = {
  kind: 'multi-label',
  unlabelled: 'no-label',
  threshold: { fever: 0.6 },
  data: {
    ...{ format: 'csv', files: ['notes/labels.csv'], labelColumn: 'labels', labelSeparator: '|' },
    ...{ idColumn: 'id', groupColumn: 'patient' },
  },
  ...{ folds: 2, epochs: 24, batchSize: 4, maxTokens: 48, dropout: 0, learningRate: 5e-3 },
  earlyStop: { share: 0.2, patience: 24, measure: 'score' },
};
const scratch = { kind: 'scratch', vocabulary: 'words', ...shape };
const plan = {
  name: 'several',
  corpora: { texts: { files: ['corpora/texts.txt'] } },
  vocabularies: { words: { corpora: ['texts'], size: 300 } },
  models: { first: { start: scratch }, second: { start: { ...scratch, hiddenSize: 16 } } },
  tasks: {
    symptoms: { ...task, finalModel: true, baselines: ['majority', 'tf-idf'] },
  },
  comparisons: [{ model: 'first', against: 'second' }],
};

let place: Place;
let folder: string;
let results: StudyResults;
const run = async (...argv: string[]) => {
  const ran = await runCommand([...argv, ...place.options]);
  expect(ran.exitCode, ran.stderr).toBe(0);
  return ran;
};
beforeAll(async () => {
  place = makePlace();
  folder = join(place.folder, 'results');
  place.writeFile('notes/labels.csv', `${table}\n`);
  place.writeFile('corpora/texts.txt', notes.map(({ text }) => text).join('\n'));
  await run('study', 'run', place.writePlan(plan), '--results', folder);
  await run('study', 'report', 'several', '--results', folder, '--scores');
  results = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as StudyResults;
}, 300_000);
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

const meanOf = (task: string, model: string, name: string, label: string | null = null) => {
  const values = results.measurements
    .filter((each) => each.task === task && each.model === model)
    .filter(({ metric }) => metric.name === name && metric.entityType === label)
    .map(({ metric }) => metric.value);
  expect(values).toHaveLength(2);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
};

describe('a task with several labels', () => {
  it('is learned and compared with what counting words and the commonest answer give', () => {
    expect(results.tasks[0]).toMatchObject({
      ...{ kind: 'multi-label', primaryMetric: 'f1-micro', itemCount: 90 },
      labels: labels.map((label) => ({
        label,
        count: notes.filter(({ own }) => own.includes(label)).length,
      })),
    });
    expect(meanOf('symptoms', 'first', 'f1-micro')).toBeGreaterThan(0.9);
    expect(meanOf('symptoms', 'tf-idf', 'subset-accuracy')).toBeGreaterThan(0.9);
    expect(meanOf('symptoms', 'majority', 'f1-micro')).toBe(0);
    expect(meanOf('symptoms', 'majority', 'hamming-loss')).toBeGreaterThan(0.2);
    expect(meanOf('symptoms', 'tf-idf', 'mcc', 'fever')).toBeGreaterThan(0.9);
    const [judged] = results.judgements;
    const exact = judged.models
      .find(({ model }) => model === 'first')
      ?.figures.find(({ pooled }) => pooled.name === 'subset-accuracy');
    expect(exact?.pooled.value).toBeGreaterThan(0.7);
    expect(exact?.pooled.intervals[0]).toMatchObject({ method: 'bootstrap-bca' });
    expect(judged.pairs[0].paired).not.toBeNull();
    expect(judged.pairs[0].differences.map(({ name }) => name)).toContain('hamming-loss');
  });

  it('keeps the score of each label of each note, and no text', () => {
    const csv = readFileSync(join(folder, 'label-scores.csv'), 'utf8');
    const rows: Record<string, string>[] = parse(csv, { columns: true });
    const own = rows.filter((row) => row.task === 'symptoms' && row.model === 'first');
    expect(own).toHaveLength(90 * 3);
    for (const row of own) {
      const note = notes.find(({ id }) => id === row.id)!;
      expect(row.truth).toBe(String(Number(note.own.includes(row.label as 'fever'))));
      expect(row.group).toBe(note.patient);
    }
    // Patients stay together.
    const foldOf = new Map(own.map((row) => [row.group, row.fold]));
    for (const row of own) expect(foldOf.get(row.group)).toBe(row.fold);
    for (const { label, threshold } of own)
      expect(threshold).toBe(label === 'fever' ? '0.6' : '0.5');
    expect(csv).not.toContain('patient has');
  });

  it.skipIf(!hasPackages)('has figures that follow from these scores by scikit-learn', () => {
    const said = execFileSync(python, [join(folder, 'check_figures.py'), folder], {
      encoding: 'utf8',
    });
    expect(said).toMatch(/\d{3,} figures are equal, 0 are not/);
    expect(said).not.toContain('NOT EQUAL');
  });

  it('leaves a model that gives each label by itself to new texts', async () => {
    place.writeFile(
      'new/both.txt',
      `Seen today. ${phrases.cough} ${phrases.pain} No change of therapy.`,
    );
    place.writeFile('new/none.txt', 'Seen today. No change of therapy.');
    const { stdout } = await run(
      ...['--json', 'predict', 'several/symptoms/first/final'],
      join(place.folder, 'new'),
    );
    const said = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { prediction: LabelSetPrediction });
    const givenOf = ({ prediction }: (typeof said)[number]) =>
      prediction.labels.filter(({ isGiven }) => isGiven).map(({ name }) => name);
    expect(said.map(givenOf)).toEqual([['cough', 'pain'], []]);
    expect(said[0].prediction.labels.map(({ threshold }) => threshold)).toEqual([0.5, 0.6, 0.5]);
  });
});
