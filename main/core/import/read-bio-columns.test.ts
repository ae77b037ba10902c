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

describe('columns of other tools', () => {
  const wordsOf = (text: string, options?: BioOptions) =>
    read(text, options).items.map((sentence) => sentence.text);

  it('have B and I alone as tags of one type, also beside others', () => {
    expect(tagsOf('Geen O\nacute B\npijn I\nb i\n')).toEqual([['O', 'B-_', 'I-_', 'I-_']]);
    expect(tagsOf('a O\nb B-DIS\nc I-DIS\nd B\ne I-\n')).toEqual([
      ['O', 'B-DIS', 'I-DIS', 'B-_', 'I-_'],
    ]);
    expect(rulesOf('a O\nb B\nc O\nd B\n')).toEqual([[2, 'bio-tag-bare']]);
  });

  it('have 0 for O', () => {
    expect(tagsOf('a\t0\nb\tB-DIS\nc\t0\n')).toEqual([['O', 'B-DIS', 'O']]);
    expect(tagsOf('a 0\nb 0\n')).toEqual([['O', 'O']]);
    expect(tagsOf('a 0 O\nb 7 B-X\n')).toEqual([['O', 'B-X']]);
  });

  it('have rows whose word is white space', () => {
    const text = 'Jan B-P\n  I-P\nVries I-P\n\u00a0 O\nI-P\nkomt O\n';
    expect(wordsOf(text)).toEqual(['Jan Vries komt']);
    expect(tagsOf(text)).toEqual([['B-P', 'I-P', 'O']]);
    expect(rulesOf(text).map(([, rule]) => rule)).toEqual(Array(3).fill('bio-word-blank'));
    expect(wordsOf('  a O\n  b O\n')).toEqual(['a b']);
  });

  it('begin with numbers', () => {
    expect(wordsOf('1\tGeen\tO\n2\tpijn\tB-X\n')).toEqual(['Geen pijn']);
    expect(wordsOf('1-1\t0-4\tGeen\tO\n1-2\t5-9\tpijn\tB-X\n')).toEqual(['Geen pijn']);
    expect(wordsOf('3 O\nmg O\n')).toEqual(['3 mg']);
    expect(wordsOf('x a O\ny b B-X\n', { wordColumn: 1 })).toEqual(['a b']);
    const conll2012 = [
      '#begin document (nw/x/00/x_0001); part 000',
      'nw/x/00/x_0001 0 0 Geen DT O',
      'nw/x/00/x_0001 0 1 pijn NN B-X',
      '#end document',
      '',
    ].join('\n');
    expect(read(conll2012).items).toMatchObject([{ text: 'Geen pijn', groupId: 'a.conll#1' }]);
  });

  it('are those of WebAnno, with its comments', () => {
    const text =
      '#FORMAT=WebAnno TSV 3.2\n\n#Text=Geen pijn\n1-1\t0-4\tGeen\tO\n1-2\t5-9\tpijn\tB-X\n';
    expect(wordsOf(text)).toEqual(['Geen pijn']);
  });

  it('are those of CoNLL-U: ranges and empty nodes are no words, tags may be attributes', () => {
    const row = (id: string, word: string, misc: string) =>
      [id, word, '_', 'X', '_', '_', '0', 'dep', '_', misc].join('\t');
    const text = [
      '# newdoc id = d1',
      '# sent_id = 1',
      row('1-2', 'zum', '_'),
      row('1', 'zu', 'name=O'),
      row('2', 'dem', 'name=O|SpaceAfter=No'),
      row('2.1', 'leer', '_'),
      row('3', 'Arzt', 'name=B-PER'),
      '',
      '# newdoc id = d2',
      row('1', 'Jan', 'SpaceAfter=No|name=B-PER'),
    ].join('\n');
    expect(read(text).items).toMatchObject([
      { text: 'zu dem Arzt', tags: ['O', 'O', 'B-PER'], groupId: 'a.conll#1' },
      { text: 'Jan', tags: ['B-PER'], groupId: 'a.conll#2' },
    ]);
  });

  it('mark documents with blanks in a file with tabs', () => {
    const text = '-DOCSTART- -X- -X- O\n\na\tO\nb\tB-X\n\n-DOCSTART- -X- -X- O\n\nc\tO\n';
    expect(read(text).items.map(({ groupId }) => groupId)).toEqual(['a.conll#1', 'a.conll#2']);
    expect(wordsOf(text)).toEqual(['a b', 'c']);
  });

  it('are said when another is named that holds no tags', () => {
    for (const tagColumn of [1, 7]) {
      const { items, problems } = read('a NN O\nb VB B-X\n', { tagColumn });
      expect(items).toEqual([]);
      expect(problems).toMatchObject([{ rule: 'bio-tag-column-wrong', action: 'left-out' }]);
      expect(problems[0].detail).toContain('what looks like tags is column 2');
    }
  });
});
