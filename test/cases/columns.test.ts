import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBioColumns } from '#core/import/read-bio-columns.ts';
import { caseFolder } from './case-folder.ts';

const names = [
  '03-whitespace-token-row',
  '17-zero-for-O',
  '22-word-not-in-the-first-column',
  '24-docstart-with-blanks',
] as const;
const isAbsent = names.some((name) => caseFolder(name) === null);

const read = (name: (typeof names)[number], file: string) =>
  readBioColumns(readFileSync(join(caseFolder(name) ?? '', file)), file).items;

describe.skipIf(isAbsent)('columns, or: the cases are not at hand', () => {
  it('whose word is white space make no word of the tag', () => {
    const [first, second] = read('03-whitespace-token-row', 'ws.bio');
    expect(first.text).toBe('Opname van Jan Vries uit Breda .');
    expect(first.tags).toEqual(['O', 'O', 'B-NAME', 'I-NAME', 'O', 'B-CITY', 'O']);
    expect(second.text).toBe('Geen koorts vandaag .');
    expect(second.tags).toEqual(['O', 'B-SYM', 'O', 'O']);
  });

  it('with 0 for O are read', () => {
    expect(read('17-zero-for-O', 'zero.bio').map(({ tags }) => tags)).toEqual([
      ['O', 'B-DIS', 'O', 'O'],
      ['O', 'B-SYM', 'O'],
    ]);
  });

  it('of running numbers are no words', () => {
    const items = read('22-word-not-in-the-first-column', 'a.bio');
    expect(items.map(({ text }) => text)).toEqual(['Geen koorts', 'Pijn vandaag']);
  });

  it('in documents stay together', () => {
    const items = read('24-docstart-with-blanks', 'a.conll');
    expect(items.map(({ text, groupId }) => [text, groupId])).toEqual([
      ['Geen koorts', 'a.conll#1'],
      ['Pijn', 'a.conll#2'],
    ]);
  });
});
