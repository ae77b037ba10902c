import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { englishThroughout } from '#core/base/phrase.ts';
import type { StudyResults } from '#core/report/study-results.ts';
import { openWorkspace } from '#core/storage/workspace.ts';
import { makePlace, runCommand, smallPlan, type Place } from './command-line.ts';

/**
 * A whole study beside a locked test set, with corpora and tasks from the workspace and from files:
 * each note has words of its own, so that one word shows that it was met.
 */
const timeout = 300_000;
let place: Place;

/** So many words that no other note has. */
const words = (note: string, count = 40, from = 0) =>
  Array.from({ length: count }, (_, at) => `${note}w${from + at}`).join(' ');
/** Three of forty words are others: of 36 shingles at least 29 stay when they stand together. */
const edited = (note: string) => `${words(note, 18)} anders nog eens ${words(note, 19, 21)}`;

const patients = Array.from({ length: 14 }, (_, at) => `p${String(at + 10)}`);
const noteOf = (patient: string, year: number) => `${patient}y${year}`;
const locked = ['p10', 'p11'];
const lockedNotes = locked.map((patient) => noteOf(patient, 2025));
/** Words of the locked notes, and of others of their patients. */
const forbidden = /\bp1[01]y/;

const row = (...cells: string[]) => `${cells.join(',')}\n`;
const notes = patients.flatMap((patient, at) =>
  [2024, 2025].map((year) => ({
    patient,
    date: `${year}-03-01`,
    text: words(noteOf(patient, year)),
    label: at % 2 === 0 ? 'yes' : 'no',
  })),
);
const table = (rows: typeof notes) =>
  row('id', 'patient', 'date', 'text', 'label') +
  rows
    .map(({ patient, date, text, label }, at) => row(`n${at}`, patient, date, text, label))
    .join('');

const letter = (kind: string, patient: string, date: string, text: string) =>
  row(kind, patient, date, `"${text}"`);
const history = words('history');
const letters =
  row('kind', 'patient', 'date', 'text') +
  letter('letter', 'p10', '2026-01-01', words('letterOfLocked')) +
  letter('letter', 'z1', '2026-01-02', edited(lockedNotes[0])) +
  letter('letter', 'z2', '2026-01-03', `${words('long', 300)}\n\n${words(lockedNotes[1])}`) +
  letter('letter', 'z3', '2026-01-04', `${history}\n\n${words('first')}`) +
  letter('letter', 'z3', '2026-01-05', `${history}\n\n${words('second')}`) +
  letter('letter', 'z4', '2026-01-06', words('twice')) +
  letter('letter', 'z5', '2026-01-07', `${words('twice')} nog`) +
  letter('order', 'z6', '2026-01-08', words('order')) +
  letter('letter', 'z7', '2020-01-08', words('old'));

/** A locked note over several lines, of which each is too little to be like all of it. */
const lines = [
  words('line1'),
  words(lockedNotes[0], 20),
  words(lockedNotes[0], 20, 20),
  words('line2'),
].join('\n');

const bio = (sentence: string) =>
  sentence
    .split(' ')
    .map((word, at) => `${word}\t${at === 3 ? 'B-DIS' : 'O'}\n`)
    .join('');

async function run(argv: readonly string[], exitCode = 0) {
  const result = await runCommand([...argv, ...place.options]);
  expect(result.exitCode, result.stderr).toBe(exitCode);
  return result;
}

const { start, pretraining } = smallPlan.models.general;
const fineTuning = { folds: 2, epochs: 1, maxTokens: 48, learningRate: 1e-3 };
const csv = {
  format: 'csv',
  files: ['lock/notes.csv'],
  groupColumn: 'patient',
};
const plan = {
  name: 'beside-locked',
  lockedSet: { set: 'test', version: 1 },
  corpora: {
    letters: { collection: 'letters', where: { kind: 'letter', from: '2026' } },
    lines: { files: ['lock/lines.txt'] },
  },
  vocabularies: { words: { corpora: ['letters', 'lines'], size: 500 } },
  models: {
    general: { start, pretraining: { ...pretraining, corpora: ['letters', 'lines'] } },
  },
  tasks: {
    files: { kind: 'classification', data: csv, ...fineTuning },
    set: { kind: 'classification', data: { set: 'all' }, ...fineTuning },
    brat: { kind: 'entities', data: { format: 'brat', files: ['lock/brat'] }, ...fineTuning },
    bio: { kind: 'entities', data: { format: 'bio', files: ['lock/a.bio'] }, ...fineTuning },
  },
};

beforeAll(async () => {
  place = makePlace();
  mkdirSync(join(place.folder, 'lock'));
  place.writeFile('lock/notes.csv', table(notes));
  place.writeFile('lock/letters.csv', letters);
  place.writeFile('lock/lines.txt', lines);
  place.writeFile('lock/patients.txt', `${locked.join('\n')}\n`);
  const documents = [edited(lockedNotes[1]), words('b1'), words('b2'), words('b3')];
  for (const [at, text] of documents.entries()) {
    place.writeFile(`lock/brat/${at}.txt`, text);
    place.writeFile(`lock/brat/${at}.ann`, `T1\tDIS 0 4\t${text.slice(0, 4)}\n`);
  }
  const sentences = [
    words(lockedNotes[0], 12, 5),
    ...['s1', 's2', 's3'].map((each) => words(each, 9)),
  ];
  place.writeFile('lock/a.bio', sentences.map(bio).join('\n'));
  const at = (path: string) => join(place.folder, path);
  await run(['collection', 'import', 'notes', at('lock/notes.csv')]);
  await run(['collection', 'import', 'letters', at('lock/letters.csv')]);
  await run(['set', 'freeze', 'all', 'notes']);
  const lock = ['--from', '2025', '--patients', at('lock/patients.txt'), '--locked'];
  const { stdout } = await run(['set', 'freeze', 'test', 'notes', ...lock]);
  expect(stdout).toContain('froze and locked test version 1: 2 documents');
}, timeout);
afterAll(() => {
  rmSync(place.folder, { recursive: true });
});

const lockedOut = {
  corpora: [
    'letters: Left out for the locked test set (documents): 1 of its patients, 2 nearly the same as one of it or a part of one.',
    'lines: Left out for the locked test set (documents): 2 nearly the same as one of it or a part of one.',
  ],
  tasks: [
    // Two notes are locked, two others of their patients.
    'files: Left out for the locked test set (notes): 4 of its patients.',
    'set: Left out for the locked test set (documents): 2 of it, 2 of its patients.',
    'brat: Left out for the locked test set (documents): 1 nearly the same as one of it or a part of one.',
    'bio: Left out for the locked test set (sentences): 1 nearly the same as one of it or a part of one.',
  ],
};

test('the check tells what is left out, before anything is trained', { timeout }, async () => {
  const { stdout } = await run(['plan', 'check', place.writePlan(plan)]);
  for (const said of lockedOut.corpora) expect(stdout).toContain(`corpus ${said}`);
  for (const said of lockedOut.tasks) expect(stdout).toContain(`task ${said}`);
});

test(
  'nothing of the study meets the locked documents, their patients or copies',
  { timeout },
  async () => {
    const folder = join(place.folder, 'results');
    const { stderr, stdout } = await run([
      'study',
      'run',
      place.writePlan(plan),
      '--results',
      folder,
    ]);
    const read = (name: string) => readFileSync(join(folder, name), 'utf8');
    const results = JSON.parse(read('results.json')) as StudyResults;
    const said = [...lockedOut.corpora, ...lockedOut.tasks];
    for (const sentence of said) {
      expect(stderr, 'before training').toContain(sentence);
      const [about] = sentence.split(':');
      const text = sentence.slice(about.length + 2);
      expect(englishThroughout(results.warnings)).toContainEqual({ kind: 'left-out', about, text });
      expect(read('report.html').replaceAll(/\s+/g, ' ')).toContain(text);
      expect(stdout.replaceAll(/\s+/g, ' ')).toContain(text);
    }
    expect(results.lockedSets).toMatchObject([{ name: 'test', version: 1 }]);
    expect(read('report.html')).toContain('Locked for a last test: test version 1.');
    expect(results.tasks.map((task) => task.lockedOut)).toEqual([
      { unit: 'notes', document: 0, patient: 4, text: 0 },
      { unit: 'documents', document: 2, patient: 2, text: 0 },
      { unit: 'documents', document: 0, patient: 0, text: 1 },
      { unit: 'sentences', document: 0, patient: 0, text: 1 },
    ]);
    const removed = results.corpora.map((corpus) =>
      Object.fromEntries(corpus.removed.map(({ what, count }) => [what, count])),
    );
    // Of the letters that fit: three are locked, one paragraph was copied forward, one is a copy.
    expect(removed[0]).toMatchObject({
      'documents of the locked test set': 0,
      'documents of its patients': 1,
      'documents like it': 2,
      'copied-forward paragraphs': 1,
      'near-duplicate documents': 1,
    });
    expect(results.corpora[0].documentCount).toBe(3);
    expect(removed[1]).toMatchObject({ 'documents like it': 2 });

    const workspace = openWorkspace(join(place.folder, 'workspace'), {
      passphrase: 'correct horse',
    });
    let count = 0;
    for (const { id } of workspace.corpora.list()) {
      for (const line of workspace.corpora.lines(id)) {
        count++;
        expect(line).not.toMatch(forbidden);
        expect(line).not.toMatch(/order|old|letterOfLocked/);
      }
    }
    for (const { id, kind } of workspace.datasets.list()) {
      for (const { text } of workspace.datasets.examples(id, kind)) {
        count++;
        expect(text).not.toMatch(forbidden);
      }
    }
    expect(count).toBeGreaterThan(2 * 24 + 3 + 3);
    const actions = workspace.audit.entriesOf(['set.locked', 'set.opened']);
    expect(actions.map(({ action }) => action)).toEqual(['set.locked']);
    workspace.close();
  },
);

test(
  'a task of the locked set is refused, named with its version or not',
  { timeout },
  async () => {
    const { files } = plan.tasks;
    for (const data of [{ set: 'test', version: 1 }, { set: 'test' }]) {
      const refused = { ...plan, name: 'refused', tasks: { files, own: { ...files, data } } };
      for (const command of [
        ['plan', 'check'],
        ['study', 'run'],
      ]) {
        const { stderr, exitCode } = await runCommand([
          ...[...command, place.writePlan(refused)],
          ...place.options,
        ]);
        expect(exitCode).not.toBe(0);
        expect(stderr).toContain('plan.locked-set');
      }
    }
  },
);

test(
  'another study that opens it is told so, and the audit log keeps it',
  { timeout },
  async () => {
    const own = { ...plan.tasks.files, data: { set: 'test' } };
    const opening = { name: 'opening', models: {}, tasks: { own: { ...own, folds: 2 } } };
    const said = 'Set test version 1 was locked as a test set: it is opened by this';
    expect(
      (await runCommand(['plan', 'check', place.writePlan(opening), ...place.options])).stdout,
    ).toContain(said);
    const folder = join(place.folder, 'opened');
    const { stderr } = await runCommand([
      ...['study', 'run', place.writePlan(opening), '--results', folder],
      ...place.options,
    ]);
    expect(stderr).toContain(said);
    const workspace = openWorkspace(join(place.folder, 'workspace'), {
      passphrase: 'correct horse',
    });
    expect(workspace.audit.entriesOf(['set.opened']).map(({ detail }) => detail)).toMatchObject([
      { task: 'own', version: 1 },
    ]);
    workspace.close();
  },
);
