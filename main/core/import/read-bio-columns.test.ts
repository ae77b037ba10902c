import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BioOptions, readBioColumns } from './read-bio-columns.ts';

const read = (text: string, options?: BioOptions): ReturnType<typeof readBioColumns> =>
  readBioColumns(new TextEncoder().encode(text), 'a.conll', options);
const tagsOf = (text: string): (readonly string[])[] =>
  read(text).items.map((sentence) => sentence.tags);
const rulesOf = (text: string): [number, string][] =>
  read(text).problems.map(({ line, rule }) => [line, rule]);

describe('BIO columns', () => {
  it('become sentences: words joined by one blank, each with its span and tag', () => {
    expect(read('Geen O\nacute B-DISO\npijn I-DISO\n\nRust O\n')).toEqual({
      items: [
        {
          id: 'a.conll:1',
          text: 'Geen acute pijn',
          words: [
            { start: 0, end: 4 },
            { start: 5, end: 10 },
            { start: 11, end: 15 },
          ],
          tags: ['O', 'B-DISO', 'I-DISO'],
          groupId: null,
        },
        {
          id: 'a.conll:5',
          text: 'Rust',
          words: [{ start: 0, end: 4 }],
          tags: ['O'],
          groupId: null,
        },
      ],
      problems: [],
    });
  });

  it('are found where the tags are: last of four as in CoNLL-2003, third as in MoNERo', () => {
    const conll = '-DOCSTART- -X- -X- O\n\nEU NNP B-NP B-ORG\nrejects VBZ B-VP O\n';
    expect(tagsOf(conll)).toEqual([['B-ORG', 'O']]);
    expect(tagsOf('infarct\tinfarct\tB-DISO\tNcms-n\nde\tde\tO\tSpsa\n')).toEqual([
      ['B-DISO', 'O'],
    ]);
    const given = read(conll, { tagColumn: 2 });
    expect(given.items[0].tags).toEqual(['B-NP', 'B-VP']);
  });

  it('are grouped by documents where these are marked', () => {
    const { items } = read('-DOCSTART- O\n\na O\n\nb O\n\n-DOCSTART- O\n\nc O\n');
    expect(items.map((sentence) => sentence.groupId)).toEqual([
      'a.conll#1',
      'a.conll#1',
      'a.conll#2',
    ]);
  });

  it('may hold comments, and "#" as a word', () => {
    const { items, problems } = read('# sent_id = 1\na O\n# O\n# text\nb O\n');
    expect(items.map((sentence) => sentence.text)).toEqual(['a # b']);
    expect(problems).toEqual([]);
  });

  it('are repaired word by word: orphans, lower case, empty and unknown tags', () => {
    const text = 'a\tO\nb\tI-X\nc\tI-X\nd\tI-Y\ne\to\nf\t\ng\tNN\nh\tb-X\ni\tI-X\nj\tB-X\n'.concat(
      'k\tO\n'.repeat(30),
    );
    expect(tagsOf(text)[0].slice(0, 10)).toEqual([
      'O',
      'B-X',
      'I-X',
      'B-Y',
      'O',
      'O',
      'O',
      'B-X',
      'I-X',
      'B-X',
    ]);
    expect(rulesOf(text)).toEqual([
      [2, 'bio-tag-orphan'],
      [4, 'bio-tag-orphan'],
      [5, 'bio-tag-lower-case'],
      [6, 'bio-tag-empty'],
      [7, 'bio-tag-unknown'],
      [8, 'bio-tag-lower-case'],
    ]);
  });

  it('are unknown when their type is longer than a name: it may be text of a note', () => {
    const text = `a\tB-${'X'.repeat(101)}\nb\tB-${'X'.repeat(100)}\n`;
    expect(tagsOf(text)).toEqual([['O', `B-${'X'.repeat(100)}`]]);
    expect(rulesOf(text)).toEqual([[1, 'bio-tag-unknown']]);
  });

  it('in IOB1 or IOBES are converted as a whole', () => {
    expect(tagsOf('a I-X\nb I-X\nc B-X\nd O\ne I-Y\n')).toEqual([
      ['B-X', 'I-X', 'B-X', 'O', 'B-Y'],
    ]);
    expect(rulesOf('a I-X\nb I-X\nc B-X\nd O\ne I-Y\n')).toEqual([[1, 'bio-scheme']]);
    expect(tagsOf('a S-X\nb B-X\nc I-X\nd E-X\ne O\n')).toEqual([
      ['B-X', 'B-X', 'I-X', 'I-X', 'O'],
    ]);
  });

  it('keep a word whose line is too short or too long, and lose a line without a word', () => {
    const text = 'a\tx\tB-X\nb\nc\ty\tI-X\tmore\n\tz\tO\nd\tz\tO\n';
    expect(read(text).items[0]).toMatchObject({ text: 'a b c d', tags: ['B-X', 'O', 'B-X', 'O'] });
    expect(rulesOf(text)).toEqual([
      [2, 'bio-column-count'],
      [3, 'bio-column-count'],
      [3, 'bio-tag-orphan'],
      [4, 'bio-word-empty'],
    ]);
  });

  it('report repeated sentences once, and keep them', () => {
    const { items, problems } = read('a O\n\nb O\n\na O\n\na O\n\n');
    expect(items).toHaveLength(4);
    expect(problems).toMatchObject([{ line: 5, rule: 'bio-sentence-duplicate', action: 'kept' }]);
    expect(problems[0].detail).toContain('2 sentences');
  });

  it('without any tag column are left out', () => {
    expect(rulesOf('this is\nplain text\n')).toEqual([[1, 'bio-tag-column-missing']]);
    expect(read('this is\nplain text\n').items).toEqual([]);
  });

  it('are cut when too long: after a full stop, and never inside an entity', () => {
    const words = (tags: string[]): string =>
      tags.map((tag, index) => `${index === 7 ? '.' : 'w'} ${tag}\n`).join('');
    const lengths = (tags: string[]): number[] =>
      read(words(tags), { maxWords: 10 }).items.map((sentence) => sentence.words.length);
    const plain = Array.from({ length: 20 }, () => 'O');
    expect(lengths(plain)).toEqual([8, 10, 2]);
    const across = plain.with(6, 'B-X').fill('I-X', 7, 12);
    expect(lengths(across)).toEqual([6, 10, 4]);
    const huge = plain.with(0, 'B-X').fill('I-X', 1, 15);
    expect(lengths(huge)).toEqual([15, 5]);
  });
});

describe('written and read again', () => {
  const word = fc.stringMatching(/^[a-zéșß0-9.,]{1,6}$/);
  const entity = fc.record({
    type: fc.constantFrom('X', 'Y-Z'),
    words: fc.array(word, { minLength: 1, maxLength: 4 }),
  });
  const chunk = fc.oneof(entity, fc.record({ type: fc.constant(null), words: fc.tuple(word) }));
  const sentence = fc.array(chunk, { minLength: 1, maxLength: 8 });

  it('any sentences in IOB2 are the same, in any layout', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1 }),
        fc.constantFrom('\t', ' '),
        fc.constantFrom('\n', '\r\n'),
        (sentences, blank, lineBreak) => {
          const rows = sentences.map((chunks) =>
            chunks.flatMap(({ type, words }) =>
              words.map((text, index): [string, string] => [
                text,
                type === null ? 'O' : `${index === 0 ? 'B' : 'I'}-${type}`,
              ]),
            ),
          );
          const text = rows
            .map((row) => row.map((cells) => cells.join(blank) + lineBreak).join(''))
            .join(lineBreak);
          const { items, problems } = read(text);
          expect(problems.filter(({ action }) => action !== 'kept')).toEqual([]);
          expect(items.map((item) => item.tags)).toEqual(
            rows.map((row) => row.map(([, tag]) => tag)),
          );
          for (const [index, item] of items.entries()) {
            const texts = item.words.map(({ start, end }) => item.text.slice(start, end));
            expect(texts).toEqual(rows[index].map(([written]) => written));
          }
        },
      ),
    );
  });
});
