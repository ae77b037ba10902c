import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '#core/base/phrase.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { planSchema, type TaskPlan } from '../plan/plan-schema.ts';
import { loadTask } from './load-task.ts';

/** A task of files with the given contents, read with keys of a plan. */
function read(
  task: { readonly kind: TaskPlan['kind']; readonly data: object; readonly folds?: number },
  files: Readonly<Record<string, string>>,
  choice: object = {},
) {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const data = { ...task.data, files: Object.keys(files).map((name) => join(folder, name)) };
  const planned = { ...task, data, folds: task.folds ?? 2, ...choice };
  const plan = planSchema.parse({ name: 'plan', models: {}, tasks: { task: planned } }).tasks.task;
  const workspace = newWorkspace();
  const load = () => loadTask(workspace, 'task', { plan, seed: 1, onRead: () => undefined });
  const loaded = load();
  expect(load().warnings, 'of data that was there').toEqual(loaded.warnings);
  return loaded;
}

const csv = { kind: 'classification', data: { format: 'csv' } } as const;
const brat = { kind: 'entities', data: { format: 'brat' } } as const;
const table = (rows: readonly string[]) => ({ 'notes.csv': `text,label\n${rows.join('\n')}\n` });
const rowsOf = (label: string, count: number) =>
  Array.from({ length: count }, (_, index) => `note ${index} of ${label.length},${label}`);

/** Two documents in which a phrase spans two disorders and the word between them. */
const nested = Object.fromEntries(
  ['koorts', 'hoesten'].flatMap((word, index) => {
    const text = `Geen ${word} of pijn.`;
    const at = (part: string) => {
      const start = text.indexOf(part);
      return `${start} ${start + part.length}\t${part}`;
    };
    const annotations = [
      `T1\tPhrase ${at(`${word} of pijn`)}`,
      `T2\tDISO ${at(word)}`,
      `T3\tCoord ${at('of')}`,
      `T4\tDISO ${at('pijn')}`,
    ];
    return [
      [`${index}.txt`, text],
      [`${index}.ann`, `${annotations.join('\n')}\n`],
    ];
  }),
);

describe('classes that a plan chooses', () => {
  const rows = [...rowsOf('ja', 6), ...rowsOf('JA', 2), ...rowsOf('nee', 6), ...rowsOf('x', 1)];

  it('are refused all at once, each with its count, where they are too rare', () => {
    const lonely = [...rows, ...rowsOf('y', 1)];
    expect(() => read(csv, table(lonely))).toThrow(/2 classes .*: "x" \(1\), "y" \(1\)/);
  });

  it('are merged by labels, left out by null, and told of', () => {
    const { warnings, ...task } = read(csv, table(rows), { labels: { JA: 'ja', x: null } });
    expect(task.kind === 'classification' && task.classes).toEqual(['ja', 'nee']);
    expect(task.kind === 'classification' && task.notes).toHaveLength(14);
    expect(warnings.map(inEnglish)).toEqual(['Left out by labels, as the plan says: “x” (1).']);
  });

  it('are left out by minimumCount, with the number of their notes', () => {
    const { warnings, ...task } = read(csv, table(rows), { minimumCount: 3 });
    expect(task.kind === 'classification' && task.classes).toEqual(['ja', 'nee']);
    expect(warnings.map(inEnglish)).toEqual([
      'Left out by minimumCount, as the plan says: “JA” (2), “x” (1).',
    ]);
  });

  it('are left out by minimumCount where one patient alone has them', () => {
    const data = { format: 'csv', groupColumn: 'patient' };
    const all = [...rowsOf('ja', 4), ...rowsOf('nee', 4)].map((row, index) => `${row},${index}`);
    const files = {
      'notes.csv': `text,label,patient\n${[...all, 'a,x,p', 'b,x,p', 'c,x,p'].join('\n')}\n`,
    };
    expect(() => read({ ...csv, data }, files)).toThrow(/"x" \(3 of one group\)/);
    const { warnings } = read({ ...csv, data }, files, { minimumCount: 2 });
    expect(warnings.map(inEnglish)).toEqual([
      'Left out by minimumCount, as the plan says: “x” (3).',
    ]);
  });

  it('are missed where the files do not have them', () => {
    const { warnings } = read(csv, table(rows.slice(0, -1)), { labels: { jaa: 'ja' } });
    expect(warnings.map(inEnglish)).toContain('The plan names “jaa”, which the files do not have.');
  });
});

describe('entity types that a plan chooses', () => {
  it('are all read when it chooses none, and what overlaps cost each is told', () => {
    const task = read(brat, nested);
    expect(task.kind === 'entities' && task.tags).toEqual(['O', 'B-Phrase', 'I-Phrase']);
    expect(task.warnings.map(inEnglish)).toEqual([
      '6 of 8 entities (75 %) left out: brat-overlap 6. Nothing is left of “DISO” (4), “Coord” (2).',
    ]);
  });

  it.each([
    [{ types: ['DISO'] }, ['DISO'], 4],
    [{ labels: { Phrase: null } }, ['Coord', 'DISO'], 6],
    [{ labels: { Coord: 'DISO' }, types: ['DISO'] }, ['DISO'], 6],
    [{ minimumCount: 2, labels: { Phrase: null } }, ['Coord', 'DISO'], 6],
  ])('lose nothing to those that are ignored: %j', (choice, types, count) => {
    const task = read(brat, nested, choice);
    const tags = task.kind === 'entities' ? task.sentences.flatMap((each) => each.tags) : [];
    expect(tags.filter((tag) => tag.startsWith('B-'))).toHaveLength(count);
    expect([...new Set(tags)].sort()).toEqual(['O', ...types.map((type) => `B-${type}`)].sort());
    expect(task.warnings.map(inEnglish).filter((text) => text.includes('brat-overlap'))).toEqual(
      [],
    );
  });

  it('that are rare are ignored before overlaps are resolved', () => {
    const files = { ...nested, '1.ann': 'T1\tDISO 5 12\thoesten\n' };
    const task = read(brat, files, { minimumCount: 2 });
    const tags = task.kind === 'entities' ? task.sentences.flatMap((each) => each.tags) : [];
    expect(tags.filter((tag) => tag === 'B-DISO')).toHaveLength(3);
    expect(task.warnings.map(inEnglish)).toContain(
      'Left out by minimumCount, as the plan says: “Coord” (1), “Phrase” (1).',
    );
  });

  it('are renamed and left out in columns of tags too', () => {
    const words = ['koorts B-A\nhoog I-A', 'pijn B-B\nerg I-B', 'of B-C', 'ogen B-A\nrood I-A'];
    const files = { 'words.bio': `${words.join('\n\n')}\n` };
    const bio = { kind: 'entities', data: { format: 'bio' } } as const;
    const task = read(bio, files, { labels: { B: 'A', C: null } });
    const tags = task.kind === 'entities' ? task.sentences.map((each) => each.tags) : [];
    expect(tags).toEqual([['B-A', 'I-A'], ['B-A', 'I-A'], ['O'], ['B-A', 'I-A']]);
  });
});

describe('much that was left out', () => {
  const long = 'onbekend of er sprake is van een infectie '.repeat(3).trim();

  it('is a warning with counts by rule and class, also of a class without a name', () => {
    const rows = [...rowsOf('ja', 4), ...rowsOf('nee', 4), ...rowsOf(long, 3), ',ja'];
    expect(read(csv, table(rows)).warnings.map(inEnglish)).toEqual([
      `4 of 12 rows (33 %) left out: row-label-text 3, row-text-empty 1. Nothing is left of “a label of ${long.length} characters” (3). Left out of each: “ja” 1 of 5 (20 %).`,
    ]);
  });

  it('is said where a study is refused because of it', () => {
    const rows = [...rowsOf('ja', 4), ...rowsOf(long, 3)];
    expect(() => read(csv, table(rows))).toThrow(/only the class "ja"; 3 of 7 rows \(43 %\)/);
  });

  it('is none below two in a hundred, of all and of each class', () => {
    const few = (count: number) => [
      ...rowsOf('ja', 99),
      ...rowsOf('nee', 99),
      ...rowsOf('', count),
    ];
    expect(read(csv, table(few(4))).warnings).toEqual([]);
    expect(read(csv, table(few(5))).warnings).toHaveLength(1);
  });

  it('is a file of which nothing is left', () => {
    const files = {
      ...table([...rowsOf('ja', 4), ...rowsOf('nee', 4)]),
      'b.csv': 'text,label\n,ja\n',
    };
    expect(inEnglish(read(csv, files).warnings[0])).toBe(
      '1 of 2 files (50 %) left out: file-nothing-left 1.',
    );
  });
});
