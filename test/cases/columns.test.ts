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

const readAll = (name: (typeof names)[number], file: string, options = {}) =>
  readBioColumns(readFileSync(join(caseFolder(name) ?? '', file)), file, options);
const read = (name: (typeof names)[number], file: string) => readAll(name, file).items;

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

  it('of running numbers are no words, which is told, and the words can be named', () => {
    const [name, file] = ['22-word-not-in-the-first-column', 'a.bio'] as const;
    const { items, problems } = readAll(name, file);
    expect(items.map(({ text, tags }) => [text, tags])).toEqual([
      ['Geen koorts', ['O', 'B-DISO']],
      ['Pijn vandaag', ['B-DISO', 'O']],
    ]);
    expect(problems).toMatchObject([{ rule: 'bio-word-column', action: 'repaired', line: 1 }]);
    const named = readAll(name, file, { wordColumn: 1 });
    expect(named).toEqual({ items, problems: [] });
    expect(readAll(name, file, { wordColumn: 0 }).items.map(({ text }) => text)).toEqual([
      '0-1 0-2',
      '1-1 1-2',
    ]);
  });

  it.each([
    ['CoNLL-2012', (at: number, word: string, tag: string) => `a/b_0001 0 ${at} ${word} NN ${tag}`],
    [
      'CoNLL-2012 in brackets',
      (at: number, word: string, tag: string) =>
        `a/b_0001 0 ${at} ${word} NN * ${tag === 'O' ? '*' : '(DISO)'}`,
    ],
    [
      'CoNLL-U',
      (at: number, word: string, tag: string) =>
        `${at + 1}\t${word}\t${word}\tNOUN\t_\t_\t0\troot\t_\tname=${tag}`,
    ],
    [
      'WebAnno',
      (at: number, word: string, tag: string) =>
        `1-${at + 1}\t${at * 5}-${at * 5 + 4}\t${word}\t${tag === 'O' ? '_' : 'DISO'}\t`,
    ],
  ])('of %s with the words of 22 are read alike', (_, row) => {
    const sentences = [
      [
        ['Geen', 'O'],
        ['koorts', 'B-DISO'],
      ],
      [
        ['Pijn', 'B-DISO'],
        ['vandaag', 'O'],
      ],
    ];
    const text = sentences
      .map((words) => words.map(([word, tag], at) => row(at, word, tag)).join('\n'))
      .join('\n\n');
    const { items, problems } = readBioColumns(Buffer.from(`${text}\n`), 'a.conll');
    expect(items.map((item) => [item.text, item.tags])).toEqual([
      ['Geen koorts', ['O', 'B-DISO']],
      ['Pijn vandaag', ['B-DISO', 'O']],
    ]);
    expect(problems.map(({ rule }) => rule)).toContain('bio-word-column');
  });

  it('in documents stay together', () => {
    const items = read('24-docstart-with-blanks', 'a.conll');
    expect(items.map(({ text, groupId }) => [text, groupId])).toEqual([
      ['Geen koorts', 'a.conll#1'],
      ['Pijn', 'a.conll#2'],
    ]);
  });
});
