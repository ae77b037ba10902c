import { describe, expect, it } from 'vitest';
import { readCorpusCsv } from './read-corpus-csv.ts';
import { readLabelledCsv, streamMultiLabelCsv } from './read-labelled-csv.ts';
import { collectReading } from './collect-reading.ts';

const columns = { text: 'text', label: 'label', id: 'id', group: 'patient' };
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('labelled notes', () => {
  it('come with their true lines; three bad rows are listed and the rest is imported', () => {
    const csv = [
      'id,text,label,patient',
      '1,"Koorts,',
      'hoesten en ""nachtzweten""",hiv,p1',
      '2,Geen klachten,geen',
      '3,,geen,p2',
      '4,Diarree,hiv,p2',
      '1,Controle,geen,p3',
      '5,Gordelroos,hiv,p3',
    ].join('\r\n');
    const { items, problems } = readLabelledCsv(encode(csv), 'notes.csv', { columns });
    expect(items).toEqual([
      { id: '1', text: 'Koorts,\nhoesten en "nachtzweten"', label: 'hiv', groupId: 'p1' },
      { id: '4', text: 'Diarree', label: 'hiv', groupId: 'p2' },
      { id: '5', text: 'Gordelroos', label: 'hiv', groupId: 'p3' },
    ]);
    expect(problems.map(({ line, rule, action }) => [line, rule, action])).toEqual([
      [4, 'row-column-count', 'left-out'],
      [5, 'row-text-empty', 'left-out'],
      [7, 'row-id-duplicate', 'left-out'],
    ]);
  });

  it.each([
    [',', 'text,label,x\n"a;b",y,z'],
    [';', 'text;label;x\n"a;b";y;z'],
    ['\t', 'text\tlabel\tx\na;b\ty\tz'],
    ['sep=', 'sep=;\ntext;label;x\na,b;y;z'],
  ])('are found whatever the separator: %j', (_, csv) => {
    const { items, problems } = readLabelledCsv(encode(csv), 'a.csv', {
      columns: { text: 'text', label: 'label' },
    });
    expect(problems).toEqual([]);
    expect(items).toMatchObject([{ label: 'y', groupId: null }]);
    expect(items[0].id).toBe(csv.startsWith('sep') ? 'a.csv:3' : 'a.csv:2');
  });

  it('that occur more than once are kept and counted', () => {
    const csv = 'text,label\nKoorts,x\n Koorts ,y\nHoest,x\nKoorts,x\n';
    const { items, problems } = readLabelledCsv(encode(csv), 'a.csv', {
      columns: { text: 'text', label: 'label' },
    });
    expect(items).toHaveLength(4);
    expect(problems).toEqual([
      expect.objectContaining({ line: 3, rule: 'row-text-duplicate', action: 'kept' }),
    ]);
    expect(problems[0].detail).toMatch(/^2 notes/);
  });

  it('never take a text for a class', () => {
    const long = 'Mevrouw klaagt over koorts. '.repeat(4);
    const csv = `text,label\na,x\nb,${long}\nc,"koorts\nen hoest"\n`;
    const { items, problems } = readLabelledCsv(encode(csv), 'a.csv', {
      columns: { text: 'text', label: 'label' },
    });
    expect(items.map(({ label }) => label)).toEqual(['x']);
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
      [3, 'row-label-text'],
      [4, 'row-label-text'],
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/koorts/);
  });

  it('lose a row without label, and keep one without id or group', () => {
    const csv = 'id,text,label,patient\n1,a, ,p\n,b,x,p\n3,c,x,\n';
    const { items, problems } = readLabelledCsv(encode(csv), 'a.csv', { columns });
    expect(items.map(({ id, groupId }) => [id, groupId])).toEqual([
      ['a.csv:3', 'p'],
      ['3', null],
    ]);
    expect(problems.map((problem) => problem.rule)).toEqual([
      'row-label-empty',
      'row-id-empty',
      'row-group-empty',
    ]);
  });

  it('find a column whatever its case, and report a missing one without quoting the file', () => {
    const csv = encode('Tekst,LABEL\nsecret,b\n');
    const found = readLabelledCsv(csv, 'a.csv', { columns: { text: 'tekst', label: 'label' } });
    expect(found.items).toHaveLength(1);
    const { items, problems } = readLabelledCsv(csv, 'a.csv', {
      columns: { text: 'note', label: 'label' },
    });
    expect(items).toEqual([]);
    expect(problems).toEqual([
      {
        file: 'a.csv',
        line: 1,
        rule: 'file-column-missing',
        action: 'left-out',
        detail: 'The header has 2 columns, but none named "note".',
      },
    ]);
  });

  it('skip rows without any content, as spreadsheets append them', () => {
    const csv = encode('text,label\na,b\n,\n,\n\n');
    const { items, problems } = readLabelledCsv(csv, 'a.csv', {
      columns: { text: 'text', label: 'label' },
    });
    expect(items).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});

describe('a corpus in a table', () => {
  it('is the texts of one column', () => {
    const csv = encode('nr;note\n1;"Twee\nregels"\n2;\n3;Drie\n');
    const { items, problems } = readCorpusCsv(csv, 'a.csv', { textColumn: 'note' });
    expect(items).toEqual([
      { id: 'a.csv:2', source: 'a.csv', text: 'Twee\nregels' },
      { id: 'a.csv:5', source: 'a.csv', text: 'Drie' },
    ]);
    expect(problems).toMatchObject([{ line: 4, rule: 'row-text-empty' }]);
  });
});

describe('notes with several labels in a cell', () => {
  const csv = [
    'id,text,label,patient',
    '1,Koorts en hoest, hoest |koorts| hoest,p1',
    '2,Geen klachten,,p2',
    '3,Niets,|,p2',
    `4,Te lang,koorts|${'x'.repeat(101)},p3`,
    '5,Pijn,pijn,p3',
  ].join('\n');
  const read = (keepsUnlabelled: boolean) =>
    collectReading((report) =>
      streamMultiLabelCsv(
        encode(csv),
        'a.csv',
        { columns, cells: { separator: '|', keepsUnlabelled } },
        report,
      ),
    );

  it('have each once and sorted; cells without any are left out, and so are texts', () => {
    const { items, problems } = read(false);
    expect(items.map(({ id, labels, groupId }) => [id, labels, groupId])).toEqual([
      ['1', ['hoest', 'koorts'], 'p1'],
      ['5', ['pijn'], 'p3'],
    ]);
    expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
      [3, 'row-label-empty'],
      [4, 'row-label-empty'],
      [5, 'row-label-text'],
    ]);
    expect(JSON.stringify(problems)).not.toContain('xxx');
  });

  it('keep cells without any where no label is an answer', () => {
    expect(read(true).items.map(({ id, labels }) => [id, labels.length])).toEqual([
      ['1', 2],
      ['2', 0],
      ['3', 0],
      ['5', 1],
    ]);
  });
});
