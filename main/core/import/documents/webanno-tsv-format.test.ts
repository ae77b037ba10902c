import { expect, test } from 'vitest';

import { readDocuments } from '../testing/read-documents.ts';
import { webannoTsvFormat } from './webanno-tsv-format.ts';

const tsv = `#FORMAT=WebAnno TSV 3.3
#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|identifier|value
#T_SP=webanno.custom.Finding|label|note
#T_SP=webanno.custom.Mark
#T_RL=webanno.custom.Link|kind|BT_webanno.custom.Finding


#Text=Paciënt 😀 had koorts.
1-1\t0-7\tPaciënt\t_\t_\t_\t_\t*\t_\t_\t
1-2\t8-10\t😀\t*[1]|C1[2]\tDISO[1]|PER[2]\t_\t_\t_\t_\t_\t
1-3\t11-14\thad\t*[1]\tDISO[1]\t_\t_\t_\t_\t_\t
1-4\t15-21\tkoorts\t_\t_\tsymptom\ta \\| b\\[1\\]\t_\tcause\t1-1\t
1-4.1\t15-19\tkoor\t_\t_\tsub\t*\t_\t_\t_\t
1-5\t21-22\t.\t_\t_\t_\t_\t_\t_\t_\t

#Text=Geen
#Text=hoest\\tmeer
2-1\t24-28\tGeen\t_\t_\tno[3]\t*[3]\t_\t_\t_\t
2-2\t29-34\thoest\t_\t_\tno[3]\t*[3]\t_\t_\t_\t
2-3\t35-39\tmeer\t_\tX\\_Y\t_\t_\t_\t_\t_\t
`;

test('words, parts of words, stacked values and annotations over several rows are read', async () => {
  const { documents, problems } = await readDocuments(webannoTsvFormat, { 'a.tsv': tsv });
  const [{ text, annotations }] = documents;
  expect(text).toBe('Paciënt 😀 had koorts. \nGeen\nhoest\tmeer');
  const mentions = annotations.flatMap((each) =>
    each.kind === 'span'
      ? [[each.type, text.slice(each.fragments[0].start, each.fragments[0].end), each.attributes]]
      : [],
  );
  expect(mentions).toEqual([
    ['DISO', '😀 had', {}],
    ['PER', '😀', { identifier: 'C1' }],
    ['X_Y', 'meer', {}],
    ['symptom', 'koorts', { note: 'a | b[1]' }],
    ['sub', 'koor', {}],
    ['no', 'Geen\nhoest', {}],
    ['Mark', 'Paciënt', {}],
  ]);
  expect(problems.map(({ rule, action }) => [rule, action])).toEqual([
    ['webanno-gap', 'repaired'],
    ['cas-layer-other', 'left-out'],
  ]);
});

test('offsets in code points are found by the words', async () => {
  const file =
    '#FORMAT=WebAnno TSV 3.2\n#T_SP=x.Drug|value\n\n\n#Text=😀 a bc\n1-1\t0-1\t😀\t_\n1-2\t2-3\ta\tA\n1-3\t4-6\tbc\tB\n';
  const { documents, problems } = await readDocuments(webannoTsvFormat, { 'a.tsv': file });
  expect(problems).toEqual([]);
  expect(documents[0].annotations).toMatchObject([
    { type: 'A', fragments: [{ start: 3, end: 4 }] },
    { type: 'B', fragments: [{ start: 5, end: 7 }] },
  ]);
});

test('what is wrong is told with its line', async () => {
  const { problems } = await readDocuments(webannoTsvFormat, {
    'a.tsv': `${tsv}no row\n2-4\t99999999999-3\tx\t_\n`,
    'b.tsv': '#FORMAT=WebAnno TSV 3.3\n',
    'c.tsv': '#FORMAT=WebAnno TSV 3.3\n#Text=a\n1-1\t999999999-1000000000\ta\t_\n',
  });
  expect(problems.map(({ file, line, rule }) => [file, line, rule])).toEqual([
    ['a.tsv', 21, 'webanno-line'],
    ['a.tsv', 22, 'webanno-line'],
    ['a.tsv', 1, 'webanno-gap'],
    ['a.tsv', 1, 'cas-layer-other'],
    ['b.tsv', 1, 'file-empty'],
    ['c.tsv', 1, 'document-too-long'],
  ]);
});
