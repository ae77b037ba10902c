import { describe, expect, test } from 'vitest';

import { readDocuments } from '../testing/read-documents.ts';
import { type WorkbookParts, xlsxOf } from '../testing/xlsx-of.ts';
import type { ColumnMapping, ReadOptions } from './document-format.ts';
import { defaultLimits } from './read-limits.ts';
import { xlsxFormat } from './xlsx-format.ts';
import { toIsoDate } from './xlsx/number-formats.ts';

const mapping: ColumnMapping = {
  text: [{ column: 'tekst', heading: null }],
  ...{ label: null, id: null, patient: null, date: null, language: null, kind: null },
};
const read = (parts: WorkbookParts, options: Partial<ReadOptions> = {}) =>
  readDocuments(xlsxFormat, { 'a.xlsx': xlsxOf(parts) }, { mapping, ...options });
const inline = (text: string) =>
  `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
const row = (...cells: string[]) => `<row>${cells.join('')}</row>`;
const remarks = (problems: readonly { rule: string; action: string; line: number }[]) =>
  problems.map(({ rule, action, line }) => [rule, action, line]);

const styles = `<numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy;@"/><numFmt numFmtId="165" formatCode="[$-413]d mmm yyyy hh:mm"/><numFmt numFmtId="166" formatCode="0000000"/><numFmt numFmtId="167" formatCode="[h]:mm"/><numFmt numFmtId="168" formatCode="0.0 &quot;dagen&quot;"/></numFmts>
<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="168"/></cellXfs>`;

test('texts are those of Excel: shared, rich, inline, escaped, of formulas', async () => {
  const { documents, problems } = await read({
    strings:
      '<si><t>tekst</t></si><si><r><t>Vet</t></r><r><t xml:space="preserve"> en schuin</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>een_x000D_\ntwee _x005F_x000D_ &amp; 😀\t</t></si>',
    sheets: {
      Blad: `<row r="1"><c r="B1" t="s"><v>0</v></c></row>
        <row r="3"><c r="B3" t="s"><v>1</v></c></row>
        <row r="4"><c r="B4" t="s"><v>2</v></c></row>
        <row r="5"><c r="A5"><v>12345678901</v></c><c r="B5" t="str"><f>A1</f><v>som</v></c></row>
        <row r="6"><c r="B6" t="s"><v>99</v></c></row>`,
    },
  });
  expect(documents.map(({ text, place }) => [text, place.part, place.line])).toEqual([
    ['Vet en schuin', 'Blad', 3],
    ['een\r\ntwee _x000D_ & 😀\t', 'Blad', 4],
    ['som', 'Blad', 5],
  ]);
  expect(documents[2].columns).toEqual({ 'column 1': '12345678901' });
  expect(remarks(problems)).toEqual([
    ['sheet-formulas', 'kept', 5],
    ['sheet-text-missing', 'left-out', 6],
  ]);
});

test.each([
  ['<c s="1"><v>46356</v></c>', '2026-11-30'],
  ['<c s="2"><v>46356</v></c>', '2026-11-30'],
  ['<c s="3"><v>46356.586805555555</v></c>', '2026-11-30T14:05:00'],
  ['<c t="d"><v>2026-11-30T00:00:00</v></c>', '2026-11-30'],
  ['<c t="d"><v>2026-11-30T14:05:00Z</v></c>', '2026-11-30T14:05:00Z'],
  [inline('30-11-2026'), '2026-11-30'],
])('the date in %s', async (cell, date) => {
  const { documents } = await read(
    { styles, sheets: { a: row(inline('datum'), inline('tekst')) + row(cell, inline('zin')) } },
    { mapping: { ...mapping, date: 'datum' } },
  );
  expect(documents.map((each) => each.date)).toEqual([date]);
});

test('dates count from 1904 where the workbook says so', async () => {
  const { documents } = await read(
    {
      styles,
      is1904: true,
      sheets: {
        a: row(inline('d'), inline('tekst')) + row('<c s="1"><v>44894</v></c>', inline('x')),
      },
    },
    { mapping: { ...mapping, date: 'd' } },
  );
  expect(documents[0].date).toBe('2026-11-30');
});

test('days of Excel are those of the calendar', () => {
  expect([1, 59, 61, 0.5, 2_958_465].map((serial) => toIsoDate(serial, false))).toEqual([
    ...['1900-01-01', '1900-02-28', '1900-03-01', '12:00:00', '9999-12-31'],
  ]);
  expect([-1, Number.NaN, 3e6].map((serial) => toIsoDate(serial, false))).toEqual([
    null,
    null,
    null,
  ]);
});

test('numbers are kept as they are meant: zeros before them, durations, truths, errors', async () => {
  const { documents, problems } = await read({
    styles,
    sheets: {
      a:
        row(...['a', 'b', 'c', 'd', 'e', 'tekst'].map(inline)) +
        row(
          ...[
            '<c s="4"><v>42</v></c>',
            '<c s="5"><v>1.5</v></c>',
            '<c s="6"><v>1.1000000000000001</v></c>',
          ],
          ...['<c t="b"><v>1</v></c>', '<c t="e"><v>#N/A</v></c>', inline('x')],
        ),
    },
  });
  expect(documents[0].columns).toEqual({ a: '0000042', b: '1.5', c: '1.1', d: 'true' });
  expect(remarks(problems)).toEqual([['sheet-errors', 'left-out', 2]]);
});

describe('What a sheet is more than a table is told', () => {
  test('hidden sheets and rows, joined cells, formulas without value, cut cells', async () => {
    const { documents, problems } = await read({
      hidden: ['geheim'],
      sheets: {
        a: `<sheetData>${row(inline('tekst'), inline('b'))}<row hidden="1">${inline('x'.repeat(32_767))}</row>${row(inline('y'), '<c><f>1+1</f></c>')}</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>`,
        geheim: row(inline('tekst')) + row(inline('z')),
      },
    });
    expect(documents.map(({ text }) => text.length)).toEqual([32_767, 1]);
    expect(remarks(problems)).toEqual([
      ['sheet-hidden', 'left-out', 1],
      ['sheet-formulas', 'left-out', 3],
      ['sheet-cell-cut', 'kept', 2],
      ['sheet-hidden', 'kept', 2],
      ['sheet-merged-cells', 'kept', 2],
    ]);
  });

  test('a title above the header', async () => {
    const { documents, problems } = await read({
      sheets: {
        a:
          row(inline('Export van november')) +
          row(inline('nr'), inline('datum'), inline('tekst')) +
          row(inline('1'), inline('2'), inline('zin')),
      },
    });
    expect(documents.map(({ text }) => text)).toEqual(['zin']);
    expect(remarks(problems)).toEqual([['table-title-rows', 'left-out', 1]]);
  });
});

describe('Bad files are refused with a word', () => {
  test('under a password, of old Excel, damaged', async () => {
    const ole = new Uint8Array(2048);
    ole.set([0xd0, 0xcf, 0x11, 0xe0]);
    const locked = ole.slice();
    locked.set(new Uint8Array(Buffer.from('EncryptedPackage', 'utf16le')), 1024);
    const files = { 'a.xlsx': locked, 'b.xlsx': ole, 'c.xlsx': Uint8Array.of(0x50, 0x4b, 3, 4) };
    const { documents, problems } = await readDocuments(xlsxFormat, files);
    expect(documents).toEqual([]);
    expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
      ['a.xlsx', 'file-password'],
      ['b.xlsx', 'file-other-format'],
      ['c.xlsx', 'archive-damaged'],
    ]);
  });

  test('with entities that expand, or more than the limits allow', async () => {
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const bytes = xlsxOf({ sheets: { a: '' } });
    const { unzipSync, zipSync, strToU8 } = await import('fflate');
    const parts = unzipSync(bytes);
    parts['xl/worksheets/sheet0.xml'] = strToU8(
      `${entities}<worksheet><sheetData>${row(inline('tekst'))}${row(inline('&b;'))}</sheetData></worksheet>`,
    );
    const expanded = await readDocuments(xlsxFormat, { 'a.xlsx': zipSync(parts) }, { mapping });
    expect(expanded.documents).toEqual([]);
    expect(expanded.problems.map(({ rule }) => rule)).toContain('xml-entities');
    const bomb = await read(
      { sheets: { a: `<row>${inline(' '.repeat(8 * 2 ** 20))}</row>` } },
      { limits: { ...defaultLimits, expansionRatio: 50 } },
    );
    expect(bomb.problems.map(({ rule }) => rule)).toContain('input-beyond-limits');
  });
});
