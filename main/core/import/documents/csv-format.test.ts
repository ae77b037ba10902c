import { describe, expect, test } from 'vitest';

import { csvWriter } from '#core/export/csv-writer.ts';
import { readDocuments } from '../testing/read-documents.ts';
import { csvFormat } from './csv-format.ts';
import type { ColumnMapping, ReadOptions } from './document-format.ts';
import { defaultLimits } from './read-limits.ts';

const mapping: ColumnMapping = {
  text: [{ column: 'tekst', heading: null }],
  ...{ label: null, id: null, patient: null, date: null, language: null, kind: null },
};
const read = (content: string | Uint8Array, options: Partial<ReadOptions> = {}) =>
  readDocuments(csvFormat, { 'a.csv': content }, options);
const remarks = (problems: readonly { rule: string; action: string; line: number }[]) =>
  problems.map(({ rule, action, line }) => [rule, action, line]);

describe('Cells', () => {
  test('keep every character: quotes, separators, all line breaks, tabs, no-break spaces', async () => {
    const text = ' Regel "een";\r\ntwee\nHL7\rdrie\t\u00a0ş ț e\u0301 😀 ';
    const rows = `\ufeffnr;tekst\r\n007;"${text.replaceAll('"', '""')}"\r\n008;kort\r\n`;
    const { documents, problems } = await read(rows, { mapping: { ...mapping, id: 'nr' } });
    expect(documents.map(({ id, text, place }) => [id, text, place.line])).toEqual([
      ['007', text, 2],
      ['008', 'kort', 6],
    ]);
    expect(problems).toEqual([]);
  });

  test.each(['\n', '\r\n', '\r'])('are the same whatever ends a line: %j', async (end) => {
    const { documents, problems } = await read(['nr,tekst', '1,een', '2,twee', ''].join(end), {
      mapping,
    });
    expect(documents.map(({ text, place }) => [text, place.line])).toEqual([
      ['een', 2],
      ['twee', 3],
    ]);
    expect(problems).toEqual([]);
  });

  test.each([
    ['windows-1250', Uint8Array.of(0xba, 0xfe, 0x9c), 'şţś'],
    ['iso-8859-2', Uint8Array.of(0xba, 0xfe, 0xb6), 'şţś'],
    ['windows-1252', Uint8Array.of(0xe9, 0x80), 'é€'],
  ] as const)('are decoded as %s', async (encoding, bytes, text) => {
    const header = new TextEncoder().encode('tekst,x\n');
    const content = Uint8Array.of(...header, ...bytes, 0x2c, 0x31);
    const { documents, problems } = await read(content, { encoding, mapping });
    expect(documents.map((each) => each.text)).toEqual([text]);
    expect(problems).toEqual([]);
  });

  test('come back from the writer as they were', async () => {
    const content = 'id,patient,date,labels,text,ward\n007,p1,2026-11-30,hiv | tbc,"a\r\nb",A\n';
    const { documents } = await read(content);
    const [file] = csvWriter.write(documents);
    const again = await read(Buffer.concat([...file.pieces()]));
    expect(again.documents).toEqual(documents);
    expect(documents[0].annotations).toMatchObject([{ label: 'hiv' }, { label: 'tbc' }]);
    expect(documents[0].columns).toEqual({ ward: 'A' });
  });
});

describe('Columns', () => {
  test('named alike are told apart', async () => {
    const { documents, problems } = await read('tekst;Tekst;x;x;\na b;c;d;e;f', { mapping });
    expect(documents[0].columns).toEqual({
      'Tekst (2)': 'c',
      x: 'd',
      'x (2)': 'e',
      'column 5': 'f',
    });
    expect(remarks(problems)).toEqual([['table-columns-alike', 'repaired', 1]]);
  });

  test('of text are joined below their headings, empty ones left out', async () => {
    const text = [
      { column: 'anamnese', heading: 'Anamnese' },
      { column: 'lab', heading: 'Lab' },
      { column: 'conclusie', heading: null },
    ];
    const { documents } = await read('anamnese,lab,conclusie\nhoest,,griep\n', {
      mapping: { ...mapping, text },
    });
    expect(documents[0].text).toBe('Anamnese\nhoest\n\ngriep');
  });

  test('that are missing leave the table out', async () => {
    const { documents, problems } = await read('a,b\n1,2\n', { mapping });
    expect(documents).toEqual([]);
    expect(remarks(problems)).toEqual([['file-column-missing', 'left-out', 1]]);
  });

  test('without a header get numbers, and the first row is read', async () => {
    const rows =
      '1;2026-01-02;koorts sinds drie dagen en hoest\n2;2026-01-03;geen klachten meer vandaag, alles goed\n';
    const { documents, problems } = await read(rows);
    expect(documents.map(({ date }) => date)).toEqual(['2026-01-02', '2026-01-03']);
    expect(remarks(problems)).toEqual([['table-header-missing', 'repaired', 1]]);
  });

  test('half of whose patients are empty are one remark with its number', async () => {
    const rows = Array.from(
      { length: 40 },
      (_, at) => `${at % 2 === 0 ? `p${at}` : ''},zin ${at}\n`,
    );
    const { documents, problems } = await read(`patiënt,tekst\n${rows.join('')}`, {
      mapping: { ...mapping, patient: 'patiënt' },
    });
    expect(documents.filter(({ patient }) => patient === null)).toHaveLength(20);
    expect(problems).toMatchObject([{ rule: 'row-patient-empty', line: 3, action: 'kept' }]);
    expect(problems[0].detail).toMatch(/^20 of 40 rows/);
  });
});

describe('Dates', () => {
  const dates = (column: readonly string[], options: Partial<ReadOptions> = {}) =>
    read(`datum;tekst\n${column.map((date) => `${date};zin\n`).join('')}`, {
      mapping: { ...mapping, date: 'datum' },
      ...options,
    });

  test('take the order of those that can be read in one only', async () => {
    const european = await dates(['05-04-2026', '13-04-2026']);
    expect(european.documents.map(({ date }) => date)).toEqual(['2026-04-05', '2026-04-13']);
    expect(european.problems).toEqual([]);
    const american = await dates(['05/04/2026', '04/13/2026']);
    expect(american.documents.map(({ date }) => date)).toEqual(['2026-05-04', '2026-04-13']);
  });

  test('that no date decides are read with the day first, which is told', async () => {
    const open = await dates(['05-04-2026']);
    expect(open.documents[0].date).toBe('2026-04-05');
    expect(remarks(open.problems)).toEqual([['row-date-order', 'kept', 2]]);
    const chosen = await dates(['05-04-2026'], { dateOrder: 'month-day-year' });
    expect(chosen.documents[0].date).toBe('2026-05-04');
    expect(chosen.problems).toEqual([]);
  });

  test('that cannot be are problems, and the rows stay with the cell beside them', async () => {
    const { documents, problems } = await dates(['31-02-2026', '30-11-2026', 'onbekend', '']);
    expect(documents.map(({ date }) => date)).toEqual([null, '2026-11-30', null, null]);
    expect(documents.map(({ columns }) => columns.datum)).toEqual([
      '31-02-2026',
      undefined,
      'onbekend',
      undefined,
    ]);
    expect(remarks(problems)).toEqual([
      ['row-date-impossible', 'kept', 2],
      ['row-date-impossible', 'kept', 4],
    ]);
  });
});

describe('Rows', () => {
  test('with the id of an earlier one are kept under another', async () => {
    const { documents, problems } = await read('nr,tekst\n1,a\n1,b\n,c\n', {
      mapping: { ...mapping, id: 'nr' },
    });
    expect(documents.map(({ id }) => id)).toEqual(['1', '1:3', 'a.csv:4']);
    expect(remarks(problems)).toEqual([
      ['table-id-repeated', 'repaired', 3],
      ['row-id-empty', 'repaired', 4],
    ]);
  });

  test('that are wrong are told one by one up to a limit, then counted', async () => {
    const limits = { ...defaultLimits, problemCount: 2 };
    const { problems } = await read(`tekst,b\n${'x\n'.repeat(7)}goed,1\n`, { mapping, limits });
    expect(remarks(problems)).toEqual([
      ['row-column-count', 'left-out', 2],
      ['row-column-count', 'left-out', 3],
      ['row-column-count', 'left-out', 8],
    ]);
    expect(problems[2].detail).toMatch(/^5 more/);
  });

  test('beyond the limits are told', async () => {
    const limits = { ...defaultLimits, documentCount: 1, documentLength: 30 };
    const { documents, problems } = await read(`tekst\na\nb\n${'c'.repeat(40)}\n`, {
      mapping,
      limits,
    });
    expect(documents.map(({ text }) => text)).toEqual(['a']);
    expect(problems.map(({ rule }) => rule).sort()).toEqual([
      'input-beyond-limits',
      'row-too-long',
    ]);
  });

  test('that are none are told', async () => {
    for (const content of ['', 'tekst,b\n', '\n\n']) {
      const { problems } = await read(content, { mapping });
      expect(problems.map(({ rule }) => rule)).toEqual(['file-empty']);
    }
    const binary = await read(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0));
    expect(binary.problems.map(({ rule }) => rule)).toEqual(['file-not-text']);
  });
});
