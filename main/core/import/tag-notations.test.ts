import { describe, expect, it } from 'vitest';
import { readBioColumns } from './read-bio-columns.ts';

const read = (text: string, options = {}) => {
  const { items, problems } = readBioColumns(Buffer.from(text), 'a.conll', options);
  return {
    sentences: items.map(({ text: words, tags }) => [words, tags.join(' ')]),
    rules: problems.map(({ rule, action, line }) => `${rule} ${action} ${line}`),
  };
};

/** The columns of CoNLL-2012; behind the names stand as many as the sentence has predicates. */
const conll2012 = [
  '#begin document (nw/xx/00/xx_0001); part 000',
  'nw/xx/00/xx_0001 0 0 Ana NNP (TOP(S(NP* - - - A (PERSON* (ARG0* (12|(3',
  'nw/xx/00/xx_0001 0 1 Pop NNP *) - - - A *) *) 3)',
  'nw/xx/00/xx_0001 0 2 ziet VBZ (VP* zien 01 1 A * (V*) -',
  'nw/xx/00/xx_0001 0 3 Breda NNP (NP*)))) - - - A (GPE) (ARG1*) 12)',
  '',
  'nw/xx/00/xx_0001 0 0 Geen DT (TOP(NP* - - - A * -',
  'nw/xx/00/xx_0001 0 1 drie CD *) - - - A (CARDINAL*) -',
  '#end document',
].join('\n');

describe('entities in brackets', () => {
  it('are read as IOB2, from the column of names and not of roles, trees or chains', () => {
    const { sentences, rules } = read(conll2012);
    expect(sentences).toEqual([
      ['Ana Pop ziet Breda', 'B-PERSON I-PERSON O B-GPE'],
      ['Geen drie', 'O B-CARDINAL'],
    ]);
    expect(rules).toContain('bio-notation repaired 2');
    expect(rules.filter((rule) => rule.startsWith('bio-column-count'))).toEqual([]);
  });

  it('are read in two columns, and from a column that is named', () => {
    const text = 'koorts (SYM*\nen *\nhoest *)\nniet *\n\npijn (SYM)\n';
    const expected = [
      ['koorts en hoest niet', 'B-SYM I-SYM I-SYM O'],
      ['pijn', 'B-SYM'],
    ];
    expect(read(text).sentences).toEqual(expected);
    expect(read(text, { tagColumn: 1 }).sentences).toEqual(expected);
  });

  it('that are not closed end with their sentence', () => {
    expect(read('een (SYM*\ntwee *\n\ndrie *\nvier (SYM)\n').sentences).toEqual([
      ['een twee', 'B-SYM I-SYM'],
      ['drie vier', 'O B-SYM'],
    ]);
  });
});

/** The columns of WebAnno TSV 3, each line with a tab at its end. */
const webanno = (rows: readonly string[]) =>
  `#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Entity|identifier|value\n\n\n#Text=x\n${rows
    .map((row) => row.replaceAll(' ', '\t'))
    .join('\t\n')}\t\n`;

describe('entities with numbers', () => {
  it('are read as IOB2, from the column that has values', () => {
    const { sentences, rules } = read(
      webanno([
        '1-1 0-4 Hoge *[1] SYM[1]',
        '1-2 5-11 koorts *[1] SYM[1]',
        '1-3 12-14 en _ _',
        '1-4 15-20 hoest * SYM',
        '1-5 21-25 griep * DIS',
        '1-6 26-30 pijn *[2] SYM[2]',
        '1-7 31-35 buik *[3] SYM[3]',
      ]),
    );
    expect(sentences).toEqual([
      ['Hoge koorts en hoest griep pijn buik', 'B-SYM I-SYM O B-SYM B-DIS B-SYM B-SYM'],
    ]);
    expect(rules).toContain('bio-notation repaired 6');
  });

  it('without a value are of the type that bare tags have, and none needs a number', () => {
    expect(read('pijn SYM[1]\nbuik SYM[1]\nen _\nhoest *\nniet _\n').sentences).toEqual([
      ['pijn buik en hoest niet', 'B-SYM I-SYM O B-_ O'],
    ]);
    expect(read(webanno(['1-1 0-4 Geen _', '1-2 5-11 koorts SYM'])).sentences).toEqual([
      ['Geen koorts', 'O B-SYM'],
    ]);
  });

  it('that share words keep the one that goes on, which is told', () => {
    const { sentences, rules } = read(
      'pijn SYM[1]|LOC[2]\nbuik LOC[2]|SYM[1]\nhoog LOC[2]\nen _\nniet _\n',
    );
    expect(sentences).toEqual([['pijn buik hoog en niet', 'B-SYM I-SYM B-LOC O O']]);
    expect(rules.filter((rule) => rule.startsWith('bio-tag-stacked'))).toHaveLength(2);
  });
});

it('columns with "_" that are not WebAnno’s, and predicates, are no tags', () => {
  const conllu =
    '1\tGeen\tgeen\tDET\t_\t_\t2\tdet\t_\t_\n2\tkoorts\tkoorts\tNOUN\t_\t_\t0\troot\t_\tSpaceAfter=No\n';
  for (const text of [conllu, 'ziet (V*)\nAna (ARG0*\nPop *)\n', 'een (12\ntwee 12)\n']) {
    const { sentences, rules } = read(text);
    expect(sentences).toEqual([]);
    expect(rules[0]).toMatch(/^bio-tag-column-missing left-out/);
  }
});
