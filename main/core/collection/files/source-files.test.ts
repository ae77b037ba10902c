import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { nameApart, readSourceFiles } from './source-files.ts';

function writeFiles(names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
  return folder;
}

const namesOf = (paths: readonly string[]) =>
  readSourceFiles(paths, ['.txt', '.ann']).map(({ name }) => name);

describe('the files that a plan names', () => {
  it('are those of a folder that have an extension of the format, in capitals or not', () => {
    const folder = writeFiles(['b.txt', 'A.TXT', 'c.csv']);
    expect(namesOf([folder])).toEqual(['A.TXT', 'b.txt']);
  });

  it('are also those of folders in it, unless they are hidden, and once for links in a circle', () => {
    const folder = writeFiles(['b.txt', 'inner/d.txt', 'inner/deep/e.ann', '.git/f.txt']);
    symlinkSync(folder, join(folder, 'inner', 'circle'));
    expect(namesOf([folder])).toEqual(['b.txt', 'd.txt', 'e.ann']);
    const outer = writeFiles(['one/1.txt', 'two/1.txt']);
    expect(namesOf([outer])).toEqual(['one/1.txt', 'two/1.txt']);
  });

  it('are read once where they are named twice', () => {
    const folder = writeFiles(['a.txt']);
    expect(namesOf([folder, join(folder, 'a.txt'), join(folder, '.', 'a.txt')])).toEqual(['a.txt']);
  });

  it('have their folders in their names where two would share one', () => {
    const folder = writeFiles(['train/1.txt', 'train/1.ann', 'dev/1.txt', 'dev/1.ann']);
    const names = ['dev/1.ann', 'dev/1.txt', 'train/1.ann', 'train/1.txt'];
    expect(namesOf([join(folder, 'dev'), join(folder, 'train')])).toEqual(names);
    const contents = readSourceFiles(
      [join(folder, 'dev'), join(folder, 'train')],
      ['.txt', '.ann'],
    );
    expect(contents.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(names);
  });
});

describe('names of files', () => {
  it.each([
    [[], []],
    [
      ['/a/x', '/a/y'],
      ['x', 'y'],
    ],
    [
      ['/a/1/x', '/b/1/x'],
      ['a/1/x', 'b/1/x'],
    ],
    [
      ['/x', '/a/x'],
      ['/x', 'a/x'],
    ],
  ])('of %j are %j', (paths, names) => {
    expect(nameApart(paths)).toEqual(names);
  });
});
