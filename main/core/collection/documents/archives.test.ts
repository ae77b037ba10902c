import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { tarOf } from '#core/import/testing/tar-of.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import type { Workspace } from '#core/storage/workspace.ts';
import { importDocuments } from './import-documents.ts';
import { tryImport } from './try-import.ts';

function writeFiles(files: Readonly<Record<string, Uint8Array>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const brat = {
  'paren/een.txt': strToU8('Geen koorts 😀, wel hoest.'),
  'paren/een.ann': strToU8('T1\tKlacht 19 24\thoest\n'),
  'paren/twee.txt': strToU8('Zonder partner.'),
  'paren/drie.ann': strToU8(''),
};
const letters = Object.fromEntries(
  Array.from({ length: 300 }, (_, at) => [`brieven/${at}.txt`, strToU8(`Brief ${at}. `.repeat(9))]),
);
const source = () =>
  writeFiles({
    'export.zip': zipSync({
      ...brat,
      'tabel.csv': strToU8(
        'nr;tekst\n1;Een nota met genoeg woorden.\n2;Nog een nota van belang.\n',
      ),
      'binnen.tgz': gzipSync(tarOf(letters)),
      'plaatje.bin': Uint8Array.of(0, 1, 2, 0, 0, 255, 0, 3),
    }),
    'los.txt': strToU8('Een los bestand.'),
    'map/nog.tar': tarOf({ 'a.txt': strToU8('In een tar.') }),
  });

function contents(workspace: Workspace) {
  const { id: collectionId } = workspace.collections.findByName('notes')!;
  return workspace.documentQueries
    .numbers({ collectionId })
    .map((number) => workspace.documents.get(number))
    .map(({ id, text, place, annotations, rules }) => ({ id, text, place, annotations, rules }));
}

it('files in archives are read with those beside them, under archive and path', async () => {
  const folder = source();
  const { files, documentCount, problems, table } = await tryImport([folder], {});
  expect(documentCount).toBe(306);
  expect(files.map(({ name, format }) => [name, format])).toEqual(
    expect.arrayContaining([
      ['export.zip › paren/een.ann', 'brat'],
      ['export.zip › tabel.csv', 'csv'],
      ['export.zip › binnen.tgz › brieven/299.txt', 'text'],
      ['map/nog.tar › a.txt', 'text'],
      ['los.txt', 'text'],
    ]),
  );
  expect(table?.columns).toEqual(['nr', 'tekst']);
  expect(problems.map(({ rule, example }) => [rule, example.file])).toEqual(
    expect.arrayContaining([
      ['file-other-format', 'export.zip › plaatje.bin'],
      ['file-partner-missing', 'export.zip › paren/drie.ann'],
    ]),
  );

  const workspace = newWorkspace();
  const request = { collection: 'notes', paths: [folder], choice: {} };
  const { counts, collectionId } = await importDocuments(workspace, request, { nowMs: () => 1 });
  expect(counts.new).toBe(306);
  const found = contents(workspace);
  expect(found.find(({ id }) => id === 'paren/een')).toMatchObject({
    place: { file: 'export.zip', part: 'paren/een.txt', line: null },
    annotations: [{ type: 'Klacht', fragments: [{ start: 20, end: 25 }] }],
  });
  expect(found.find(({ id }) => id === 'binnen.tgz › brieven/7.txt')?.text).toBe(
    'Brief 7. '.repeat(9),
  );
  expect(workspace.documentQueries.count({ collectionId, file: 'export.zip' })).toBe(304);
});

it('an import of archives that is stopped again and again has the same result', async () => {
  const folder = source();
  const request = { collection: 'notes', paths: [folder], choice: {} };
  const whole = newWorkspace();
  await importDocuments(whole, request, { nowMs: () => 1 });
  const workspace = newWorkspace();
  let stops = 0;
  for (;;) {
    const stop = new AbortController();
    const outcome = await importDocuments(workspace, request, {
      nowMs: () => 1,
      batchDocuments: 40,
      signal: stop.signal,
      onProgress: () => {
        stop.abort();
      },
    }).catch(() => null);
    if (outcome !== null) break;
    stops++;
  }
  expect(stops).toBeGreaterThan(3);
  expect(contents(workspace)).toEqual(contents(whole));
});

it('another archive with the same documents makes no new ones', async () => {
  const workspace = newWorkspace();
  const bring = (name: string, files: Record<string, Uint8Array>) => {
    const paths = [join(writeFiles({ [name]: zipSync(files) }), name)];
    const request = { collection: 'notes', paths, choice: {} };
    return importDocuments(workspace, request, { nowMs: () => 1 });
  };
  await bring('november.zip', { 'a.txt': strToU8('een'), 'b.txt': strToU8('twee') });
  const { counts } = await bring('december.zip', {
    'a.txt': strToU8('een'),
    'b.txt': strToU8('2'),
  });
  expect(counts).toMatchObject({ new: 0, unchanged: 1, changed: 1 });
});
