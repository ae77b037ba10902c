import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { englishThroughout, inEnglish } from '#core/base/phrase.ts';
import { AnamnesisError } from '#core/base/error.ts';
import { newWorkspace } from '#core/storage/testing/temporary-workspace.ts';
import { readPlan } from '../plan/read-plan.ts';
import { resolvePaths } from '../plan/resolve-paths.ts';
import { lookAtPlan, type LookingAround } from './look-at-plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'anamnesis-check-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Buffer): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const around: LookingAround = {
  workspace: null,
  calibration: null,
  freeBytes: null,
  machineBytes: 8e9,
  requireEngine: () => undefined,
  nowMs: () => performance.now(),
};

function look(changes: object, surroundings: Partial<LookingAround> = {}) {
  const plan = {
    name: 'check',
    corpora: { notes: { files: ['notes.txt'] } },
    vocabularies: { words: { corpora: ['notes'] } },
    models: { base: { start: { kind: 'scratch', vocabulary: 'words' } } },
    tasks: {},
    ...changes,
  };
  const read = resolvePaths(readPlan(JSON.stringify(plan), 'plan.json'), folder);
  return lookAtPlan(read, { ...around, ...surroundings });
}

const screen = (changes: object = {}, data: object = {}) => ({
  tasks: {
    screen: {
      kind: 'classification',
      folds: 2,
      data: { format: 'csv', files: ['screen.csv'], ...data },
      ...changes,
    },
  },
});

write('notes.txt', 'Geen koorts.\nWel hoest.\nGeen koorts.\n');
const rows = ['a', 'b', 'a', 'b', 'a', 'b'].map((label, row) => `note ${row},${label}`);
write('screen.csv', ['text,label', ...rows].join('\n'));

const codesOf = ({ faults }: { faults: readonly AnamnesisError[] }) =>
  faults.map(({ code, details }) => [code, details.place]);

it('a sound plan is counted and has no fault', async () => {
  expect(await look(screen())).toMatchObject({
    faults: [],
    warnings: [],
    corpora: [{ name: 'notes', fileCount: 1, seenShare: 1, itemCount: 3 }],
    tasks: [
      {
        seenShare: 1,
        itemCount: 6,
        labels: [
          { label: 'a', count: 3 },
          { label: 'b', count: 3 },
        ],
      },
    ],
    models: [{ start: { english: 'random weights' }, longestTokens: 512 }],
  });
});

it('tells every path that leads nowhere, and all else that is wrong, at once', async () => {
  const found = await look(
    {
      ...screen({}, { labelColumn: 'class' }),
      corpora: { notes: { files: ['notes.txt', 'none.txt', 'nor-this.txt'] } },
      models: {
        folder: { start: { kind: 'checkpoint', folder: 'no-folder' } },
        child: { start: { kind: 'model', model: 'folder' } },
        library: { start: { kind: 'library', model: 'misspelt' } },
      },
    },
    {
      workspace: newWorkspace(),
      requireEngine: () => {
        throw new AnamnesisError('engine.unknown', {
          expected: 'one',
          found: 'x',
          remedy: 'None.',
        });
      },
    },
  );
  expect(codesOf(found)).toEqual([
    ['engine.unknown', 'engine'],
    ['dataset.empty', 'task screen'],
    ['file.missing', 'corpus notes'],
    ['file.missing', 'corpus notes'],
    ['file.missing', 'model folder'],
    ['model.unknown', 'model library'],
  ]);
  expect(found.faults[1].details.found).toContain('none named "class"');
});

it('looks into an archive as the study does, and refuses those that it cannot read', async () => {
  write('letters.zip', Buffer.from(zipSync({ 'a.txt': Buffer.from('Koorts.\nHoest.\n') })));
  write('letters.7z', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]));
  const found = await look({ corpora: { notes: { files: ['letters.zip'] } } });
  expect(found).toMatchObject({ faults: [], corpora: [{ fileCount: 1, itemCount: 2 }] });
  const other = await look({ corpora: { notes: { files: ['letters.7z'] } } });
  expect(codesOf(other)).toEqual([['file.unreadable', 'corpus notes']]);
});

it('leads to the field that each fault is about', async () => {
  const fieldsOf = async (task: object, data: object = {}, around: object = {}) =>
    (await look(screen(task, data), around)).faults.map(({ details }) => details.field?.join('.'));
  expect(await fieldsOf({ folds: 7 })).toEqual(['tasks.screen.folds']);
  expect(await fieldsOf({ classWeights: { z: 2 } })).toEqual(['tasks.screen.classWeights']);
  expect(await fieldsOf({ positiveClass: 'z' })).toEqual(['tasks.screen.positiveClass']);
  write(
    'patients.csv',
    ['text,label,patient', ...rows.map((row, item) => `${row},p${item}`)].join('\n'),
  );
  const patients = { files: ['patients.csv'], groupColumn: 'patient' };
  expect(await fieldsOf({}, patients)).toEqual([]);
  const stopping = { earlyStop: { share: 0.25, patience: 1 } };
  expect(await fieldsOf(stopping, patients)).toEqual(['tasks.screen.earlyStop']);
  expect(await fieldsOf({}, { files: ['none.csv'] })).toEqual(['tasks.screen.data']);
});

it('memory that is not there is told, with what would fit', async () => {
  const { warnings, cost } = await look(screen({ batchSize: 64 }), { machineBytes: 4e8 });
  expect(cost.memory).toMatchObject({ model: 'base', task: 'screen', batchSize: 64 });
  expect(englishThroughout(warnings)).toContainEqual({
    about: 'task screen',
    field: ['tasks', 'screen', 'batchSize'],
    text: expect.stringMatching(
      /where the machine has 400 MB: a batch size of \d+ would fit/,
    ) as string,
  });
});

it('says of folds before what would be said after', async () => {
  const few = await look(screen({ folds: 7 }));
  expect(codesOf(few)).toEqual([['folds.too-few-items', 'task screen']]);
  write('rare.csv', `${['text,label', ...rows].join('\n')}\nnote 6,c\n`);
  const rare = await look(screen({}, { files: ['rare.csv'] }));
  expect(codesOf(rare)).toEqual([['folds.class-too-small', 'task screen']]);
  const uneven = `${['text,label', ...rows].join('\n')}\nnote 6,c\nnote 7,c\n`;
  write('missing.csv', uneven);
  const missing = await look(screen({ folds: 3 }, { files: ['missing.csv'] }));
  expect(englishThroughout(missing.warnings)).toContainEqual({
    field: ['tasks', 'screen'],
    about: 'task screen',
    text: expect.stringContaining(
      'Missing from some folds, which therefore do not test them: “c”.',
    ) as string,
  });
});

it.each([
  // 2 / 2^5 = 0.0625; one comparison needs six folds (0.03125), two need seven (2 × 0.015625).
  { folds: 5, comparisons: 1, told: 'p that can occur is 0.0625: no', enough: '6 folds' },
  { folds: 6, comparisons: 1, told: null, enough: null },
  { folds: 6, comparisons: 2, told: 'is 0.0313, or 0.0625 after adjusting', enough: '7 folds' },
  { folds: 7, comparisons: 2, told: null, enough: null },
])(
  '$folds folds and $comparisons comparisons: $told',
  async ({ folds, comparisons, told, enough }) => {
    const start = { kind: 'scratch', vocabulary: 'words' };
    const pairs = [
      { model: 'b', against: 'a' },
      { model: 'c', against: 'a' },
    ];
    const many = Array.from({ length: 20 }, (_, row) => `note ${row},${row % 2}`);
    write('many.csv', ['text,label', ...many].join('\n'));
    const { warnings } = await look({
      ...screen({ folds }, { files: ['many.csv'] }),
      models: { a: { start }, b: { start }, c: { start } },
      comparisons: pairs.slice(0, comparisons),
    });
    if (told === null) expect(warnings).toEqual([]);
    else {
      expect(warnings).toHaveLength(1);
      expect(inEnglish(warnings[0].text)).toContain(told);
      expect(inEnglish(warnings[0].text)).toContain(enough);
    }
  },
);

it('tells of files and rows that would be left out', async () => {
  write('other.csv', 'text,klass\nx,a\n');
  const labels = ['a', 'b', '', 'a', 'b', 'a', 'b'];
  write('gaps.csv', ['text,label', ...labels.map((label, row) => `n ${row},${label}`)].join('\n'));
  const { faults, warnings } = await look(screen({}, { files: ['gaps.csv', 'other.csv'] }));
  expect(faults).toEqual([]);
  expect(warnings.map(({ text }) => inEnglish(text))).toEqual([
    '1 of 2 files (50 %) left out: file-column-missing 1.',
    '1 of 7 rows (14 %) left out: row-label-empty 1.',
  ]);
});

it('cuts of maxTokens to what a model holds are told before', async () => {
  const start = { kind: 'scratch', vocabulary: 'words', maxPositions: 64 };
  const { warnings } = await look({ ...screen({ maxTokens: 128 }), models: { small: { start } } });
  expect(englishThroughout(warnings)).toEqual([
    {
      field: ['models', 'small'],
      about: 'model small',
      text: 'It holds texts of at most 64 tokens, to which those of task screen (maxTokens 128) are cut.',
    },
  ]);
});

it('of large files the beginning is looked at, which is said, and no half row is a fault', async () => {
  const text = 'a note with "quotes", commas and\nlines about a patient '.repeat(4);
  const row = (index: number) =>
    `${index},"${text.replaceAll('"', '""')}",${index === 40 ? 'rare' : index % 2}`;
  write(
    'large.csv',
    ['id,text,label', ...Array.from({ length: 40_000 }, (_, i) => row(i))].join('\n'),
  );
  const lines = Array.from(
    { length: 400_000 },
    (_, index) => `Regel ${String(index).padStart(6, '0')} met tekst.`,
  );
  write('large.txt', Buffer.from(lines.join('\n'), 'utf16le'));
  const { faults, warnings, tasks, corpora } = await look({
    ...screen({ folds: 10 }, { files: ['large.csv'], idColumn: 'id' }),
    corpora: { notes: { files: ['large.txt'], encoding: 'utf-16le' } },
  });
  expect(faults).toEqual([]);
  expect(tasks[0].seenShare).toBeLessThan(0.05);
  expect(tasks[0].itemCount).toBeGreaterThan(38_000);
  expect(tasks[0].itemCount).toBeLessThan(42_000);
  expect(corpora[0].itemCount).toBeGreaterThan(380_000);
  expect(corpora[0].itemCount).toBeLessThan(420_000);
  expect(warnings).toEqual([]);
});

it('a rare class of a large file is told as far as its beginning tells', async () => {
  const row = (index: number) => `${'word '.repeat(20)}${index},${index === 3 ? 'rare' : 'common'}`;
  const content = ['text,label', ...Array.from({ length: 50_000 }, (_, i) => row(i))].join('\n');
  write('rare-large.csv', content);
  const { warnings } = await look(screen({ folds: 50 }, { files: ['rare-large.csv'] }));
  expect(inEnglish(warnings[0].text)).toMatch(/so rare that .*: “rare” \(1\)\.$/);
});

it('an entity task is looked at in its own format', async () => {
  mkdirSync(join(folder, 'brat'), { recursive: true });
  for (const name of ['one', 'two', 'three']) {
    write(`brat/${name}.txt`, 'Patient kreeg paracetamol.');
    write(`brat/${name}.ann`, 'T1\tDRUG 14 25\tparacetamol\n');
  }
  write('no-tags.tsv', 'just\twords\nin\tcolumns\n');
  const entities = (data: object) => ({
    tasks: { drugs: { kind: 'entities', folds: 2, data } },
  });
  expect(await look(entities({ format: 'brat', files: ['brat'] }))).toMatchObject({
    faults: [],
    tasks: [{ fileCount: 6, itemCount: 3, labels: [{ label: 'DRUG', count: 3 }] }],
  });
  expect(codesOf(await look(entities({ format: 'bio', files: ['no-tags.tsv'] })))).toEqual([
    ['dataset.empty', 'task drugs'],
  ]);
});

it('room that is not there is told', async () => {
  const { warnings, cost } = await look(screen({ keepModels: true }), { freeBytes: 1_000 });
  // 2 folds and the state of one training: 5 times the weights in float32.
  expect(cost.roomBytes).toBeGreaterThan(5 * 4 * 5_000_000);
  expect(inEnglish(warnings[0].text)).toMatch(/^It needs about [\d.]+ MB .* 1\.0 kB are free\.$/);
});
