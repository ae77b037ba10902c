import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { documentWriters } from '#core/export/document-writers.ts';
import { refusingLater } from '#core/storage/testing/refusing.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { importDocuments } from '../documents/import-documents.ts';
import { findCollection } from '../find-collection.ts';
import { type DocumentChoice, selectDocuments } from '../selection/select-documents.ts';
import { freezeSet } from '../sets/freeze-set.ts';
import { countExport } from './count-export.ts';
import { checkExportFolder, writeExport } from './write-export.ts';

const effects = { nowMs: () => 1_000 };
type Format = keyof typeof documentWriters;

/** Two notes of brat: spans that overlap, lie in pieces and have attributes; characters of two units. */
const brat = {
  'ward/one.txt': 'Geen koorts 😀.\n\tHoest en  pijn in arm en been.\n',
  'ward/one.ann': [
    'T1\tDISO 5 11\tkoorts',
    'A1\tNegated T1',
    'T2\tPHRASE 26 45\tpijn in arm en been',
    'T3\tDISO 26 30;41 45\tpijn been',
    'R1\tpart Arg1:T3 Arg2:T2',
    '#1\tAnnotatorNotes T2\tof alleen pijn',
    '',
  ].join('\n'),
  'two.txt': 'النبض طبيعي. e\u0301 ș\r\n',
  'two.ann': '',
};

function writeFiles(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

let workspace: Workspace;
let target: string;
beforeEach(() => {
  workspace = newWorkspace();
  target = join(temporaryFolder(), 'out');
});

const importAs = (collection: string, folder: string) =>
  importDocuments(workspace, { collection, paths: [folder], choice: {} }, effects);
const all = (name: string): DocumentChoice => ({
  filter: { collectionId: findCollection(workspace, name).id },
});

async function exportTo(
  folder: string,
  choice: DocumentChoice,
  format: Format,
  signal?: AbortSignal,
) {
  const selected = selectDocuments(workspace, choice);
  const writer = documentWriters[format];
  const counted = await countExport(selected, writer, effects);
  const order = { choice, selected, counted, format, writer, folder, user: 'someone' };
  const written = await writeExport(workspace, order, { ...effects, signal });
  return { counted, ...written };
}

const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

describe('exporting documents', () => {
  it('of brat gives the files back as they came, and importing them again changes nothing', async () => {
    await importAs('notes', writeFiles(brat));
    const { counted, fileCount } = await exportTo(target, all('notes'), 'brat');
    expect(counted).toMatchObject({
      documentCount: 2,
      patientCount: 0,
      withoutPatient: 2,
      losses: [],
    });
    expect(fileCount).toBe(4);
    expect(filesIn(target)).toEqual(brat);
    const again = await importAs('notes', target);
    expect(again.counts).toMatchObject({ new: 0, unchanged: 2, changed: 0 });
    const second = join(temporaryFolder(), 'again');
    await exportTo(second, all('notes'), 'brat');
    expect(filesIn(second)).toEqual(brat);
  });

  it('is readable by the user alone, and written down with who, what, how many and where', async () => {
    await importAs('notes', writeFiles(brat));
    await exportTo(target, all('notes'), 'brat');
    expect(statSync(target).mode & 0o777).toBe(0o700);
    expect(statSync(join(target, 'ward', 'one.txt')).mode & 0o777).toBe(0o600);
    expect(workspace.audit.newest(1)).toMatchObject([
      {
        action: 'documents.exported',
        detail: {
          collectionId: findCollection(workspace, 'notes').id,
          documentCount: 2,
          patientCount: 0,
          files: 4,
          format: 'brat',
          folder: target,
          user: 'someone',
        },
      },
    ]);
  });

  it('counts what a format loses by kind and type, and patients, before anything is written', async () => {
    const table = [
      'id;patient;tekst',
      '1;p1;koorts sinds gisteren',
      '2;p1;geen koorts',
      '3;;hoest en pijn',
    ].join('\n');
    await importAs('table', writeFiles({ 'notes.csv': table }));
    await importAs('notes', writeFiles(brat));
    const count = (name: string, format: Format) =>
      countExport(selectDocuments(workspace, all(name)), documentWriters[format], effects);
    expect(await count('table', 'csv')).toMatchObject({
      documentCount: 3,
      patientCount: 1,
      withoutPatient: 1,
    });
    const { losses } = await count('notes', 'csv');
    expect(losses.find(({ what }) => what === 'spans')).toEqual({
      what: 'spans',
      count: 3,
      types: [
        { type: 'DISO', count: 2 },
        { type: 'PHRASE', count: 1 },
      ],
    });
    expect((await count('notes', 'conll')).losses).toContainEqual({
      what: 'overlaps-flattened',
      count: 1,
      types: [{ type: 'DISO', count: 1 }],
    });
  });

  it('of a frozen set writes what was frozen, whatever came after', async () => {
    const folder = writeFiles(brat);
    await importAs('notes', folder);
    const set = freezeSet(workspace, 'gold', { collections: ['notes'] });
    writeFileSync(join(folder, 'two.txt'), 'Iets anders.');
    await importAs('notes', folder);
    await exportTo(target, { set }, 'brat');
    expect(filesIn(target)).toEqual(brat);
    expect(workspace.audit.newest(1)[0].detail).toMatchObject({ setId: set.setId, version: 1 });
  });

  it.each(Object.keys(documentWriters) as Format[])(
    'as %s takes the documents as often as it says',
    async (format) => {
      await importAs('notes', writeFiles(brat));
      const selected = selectDocuments(workspace, all('notes'));
      let taken = 0;
      const counting = {
        count: selected.count,
        documents: {
          *[Symbol.iterator]() {
            for (const each of selected.documents) {
              taken++;
              yield each;
            }
          },
        },
      };
      const writer = documentWriters[format];
      const counted = { documentCount: 2, patientCount: 0 };
      const order = { choice: all('notes'), selected: counting, counted, format, writer };
      await writeExport(workspace, { ...order, folder: target, user: 'someone' }, effects);
      expect(taken).toBe(2 * writer.passes);
      expect(readdirSync(target).length).toBeGreaterThan(0);
    },
  );

  it('that is stopped leaves nothing behind, and nothing in the log', async () => {
    await importAs('notes', writeFiles(brat));
    const before = workspace.audit.newest(1);
    await refusingLater(
      'collection.stopped',
      exportTo(target, all('notes'), 'brat', AbortSignal.abort()),
    );
    expect(readdirSync(dirname(target))).toEqual([]);
    expect(workspace.audit.newest(1)).toEqual(before);
  });

  it('goes to a new or empty folder outside the workspace only', async () => {
    await importAs('notes', writeFiles(brat));
    const full = writeFiles({ 'a.txt': 'x' });
    await refusingLater('collection.folder-taken', exportTo(full, all('notes'), 'brat'));
    const inside = join(workspace.folder, 'out');
    await refusingLater('collection.folder-refused', exportTo(inside, all('notes'), 'brat'));
    const empty = temporaryFolder();
    expect(() => {
      checkExportFolder(workspace, empty);
    }).not.toThrow();
    await exportTo(empty, all('notes'), 'csv');
    expect(readdirSync(empty)).toEqual(['documents.csv']);
  });
});
