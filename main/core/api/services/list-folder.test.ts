import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { refusing } from '#core/storage/testing/refusing.ts';
import { temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { folderSchema } from '../contract/folders.ts';
import { listFolder } from './list-folder.ts';

test('a folder is listed by names and sizes: folders first, numbers as numbers, nothing hidden and no links', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'notes'));
  for (const name of ['10.txt', '9.txt', '.hidden']) writeFileSync(join(folder, name), 'abc');
  symlinkSync('/', join(folder, 'elsewhere'));
  const listed = folderSchema.parse(listFolder(folder, null));
  expect(listed).toEqual({
    path: folder,
    parent: dirname(folder),
    entries: [
      { name: 'notes', path: join(folder, 'notes'), isFolder: true, byteCount: null },
      { name: '9.txt', path: join(folder, '9.txt'), isFolder: false, byteCount: 3 },
      { name: '10.txt', path: join(folder, '10.txt'), isFolder: false, byteCount: 3 },
    ],
    omitted: 0,
  });
  expect(listFolder(folder, 'notes')).toMatchObject({ parent: folder, entries: [] });
  expect(listFolder(folder, '/').parent).toBeNull();
});

test('of very many entries the first are listed, and how many are left is told', () => {
  const folder = temporaryFolder();
  for (let index = 0; index < 2_003; index++) writeFileSync(join(folder, `${index}`), '');
  const { entries, omitted } = listFolder(folder, null);
  expect([entries.length, omitted, entries.at(-1)?.name]).toEqual([2_000, 3, '1999']);
});

test('what is no folder is refused with its place', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.txt'), '');
  refusing('file.missing', () => listFolder(folder, 'nowhere'));
  refusing('file.missing', () => listFolder(folder, 'a.txt'));
});
