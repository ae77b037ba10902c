import { expect, test } from 'vitest';

import { readDocuments } from '../testing/read-documents.ts';
import { recogniseDocuments } from './document-formats.ts';
import { omopFormat } from './omop-format.ts';

const text = 'Pacient 😀 cu febră,\r\nfără tuse; ""DZ"" tip 2';
const note = `note_id,person_id,note_date,note_datetime,note_type_concept_id,note_class_concept_id,note_title,note_text,language_concept_id
001,p7,2026-11-30,2026-11-30 14:05:00,44814637,0,Scrisoare,"${text}",0
2,p8,2026-02-30,,44814637,706391,,"Tuse. Tuse.",4182511
3,,2026-01-01,,0,0,,,
`;
const nlp = `note_nlp_id,note_id,section_concept_id,snippet,"offset",lexical_variant,note_nlp_concept_id,note_nlp_source_concept_id,nlp_system,nlp_date,nlp_datetime,term_exists,term_temporal,term_modifiers
1,001,0,,13,febră,437663,0,ctakes,2026-12-01,,Y,,"negated=false, subject=patient"
2,001,0,,26,Tuse,254761,0,,2026-12-01,,N,,history of
3,001,0,,32,"""DZ""",0,0,,2026-12-01,,,,type=DISO
4,001,0,,99999,gripă,1,0,,2026-12-01,,,,
5,2,0,,6-10,Tuse,254761,0,,2026-12-01,,,,
6,77,0,,0,x,1,0,,2026-12-01,,,,
`;

test('notes have their facts, and mentions are verified with their lexical variant', async () => {
  const { documents, problems } = await readDocuments(omopFormat, {
    'NOTE_NLP.csv': nlp,
    'NOTE.csv': note,
  });
  expect(documents).toMatchObject([
    {
      id: '001',
      text: text.replaceAll('""', '"'),
      patient: 'p7',
      date: '2026-11-30T14:05:00',
      kind: 'Scrisoare',
      columns: { note_type_concept_id: '44814637' },
      place: { file: 'NOTE.csv', line: 2 },
    },
    { id: '2', patient: 'p8', date: null, kind: '706391', columns: { note_date: '2026-02-30' } },
  ]);
  const mentionsOf = (index: number) =>
    documents[index].annotations.flatMap((each) =>
      each.kind === 'span'
        ? [
            [
              each.type,
              documents[index].text.slice(each.fragments[0].start, each.fragments[0].end),
              each.attributes,
            ],
          ]
        : [],
    );
  expect(mentionsOf(0)).toEqual([
    ['437663', 'febră', { negated: 'false', subject: 'patient', term_exists: 'Y' }],
    ['254761', 'tuse', { term_modifiers: 'history of', term_exists: 'N' }],
    ['DISO', '"DZ"', {}],
  ]);
  expect(documents[0].annotations[0].origin).toMatchObject({
    by: 'model',
    name: 'ctakes',
    atMs: Date.UTC(2026, 11, 1),
  });
  expect(documents[1].annotations).toMatchObject([{ fragments: [{ start: 6, end: 10 }] }]);
  expect(problems.map(({ file, line, rule }) => [file, line, rule])).toEqual([
    ['NOTE_NLP.csv', 5, 'omop-mention-unmatched'],
    ['NOTE.csv', 4, 'row-date-impossible'],
    ['NOTE.csv', 5, 'row-text-empty'],
    ['NOTE_NLP.csv', 7, 'omop-note-missing'],
  ]);
});

test('offsets in UTF-16 units or bytes are found by the quotes; one that is wrong is moved', async () => {
  const header = 'note_id\tperson_id\tnote_text\n';
  const rows = (offsets: readonly number[]) =>
    `note_id\toffset\tlexical_variant\n${['tuse', 'febră', 'dz'].map((quote, index) => `1\t${offsets[index]}\t${quote}`).join('\n')}\n`;
  const read = (offsets: readonly number[]) =>
    readDocuments(omopFormat, {
      'note.tsv': `${header}1\t7\t😀 ă tuse febră dz\n`,
      'note_nlp.tsv': rows(offsets),
    });
  const spans = [{ start: 5 }, { start: 10 }, { start: 16 }];
  for (const offsets of [
    [4, 9, 15],
    [5, 10, 16],
    [8, 13, 20],
  ]) {
    const { documents, problems } = await read(offsets);
    expect(problems).toEqual([]);
    expect(documents[0].annotations).toMatchObject(spans.map((span) => ({ fragments: [span] })));
  }
  const { documents, problems } = await read([4, 9, 0]);
  expect(documents[0].annotations).toMatchObject(spans.map((span) => ({ fragments: [span] })));
  expect(problems).toMatchObject([{ line: 4, rule: 'omop-mention-moved', action: 'repaired' }]);
});

test('it is recognised by its columns, however they are written', () => {
  const formatOf = (text: string) =>
    recogniseDocuments({
      extension: '.csv',
      bytes: new TextEncoder().encode(text),
      text,
      besides: [],
    })[0].format;
  expect(formatOf('"NOTE_ID";"PERSON_ID";"NOTE_TEXT"\n1;2;x\n')).toBe('omop');
  expect(formatOf('id,text\n1,x\n')).not.toBe('omop');
});
