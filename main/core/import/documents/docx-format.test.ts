import { expect, test } from 'vitest';

import { docxOf } from '../testing/docx-of.ts';
import { readDocuments } from '../testing/read-documents.ts';
import { docxFormat } from './docx-format.ts';

const run = (text: string, properties = '') =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const read = async (body: string, parts: Readonly<Record<string, string>> = {}) => {
  const { documents, problems } = await readDocuments(docxFormat, {
    'a.docx': docxOf(body, parts),
  });
  return {
    text: documents[0]?.text,
    remarks: problems.map(({ rule, action }) => [rule, action]),
  };
};

test('paragraphs are lines, with their tabs, breaks and special characters', async () => {
  const { text, remarks } = await read(
    paragraph(run('Geachte '), run('collega,  😀')) +
      paragraph() +
      paragraph(
        '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c&amp;d</w:t><w:noBreakHyphen/><w:t>e</w:t></w:r>',
      ),
  );
  expect(text).toBe('Geachte collega,  😀\n\na\tb\nc&d\u2011e');
  expect(remarks).toEqual([]);
});

test('rows of tables are lines, tables in cells too', async () => {
  const cell = (...content: string[]) => `<w:tc>${content.join('')}</w:tc>`;
  const inner = `<w:tbl><w:tr>${cell(paragraph(run('x')))}${cell(paragraph(run('y')))}</w:tr></w:tbl>`;
  const { text } = await read(
    `${paragraph(run('voor'))}<w:tbl><w:tblPr/><w:tr>${cell(paragraph(run('Hb')))}${cell(paragraph(run('7,2')), paragraph(run('mmol/l')))}</w:tr><w:tr>${cell(inner, paragraph())}${cell(paragraph())}</w:tr></w:tbl>${paragraph(run('na'))}`,
  );
  expect(text).toBe('voor\nHb\t7,2 mmol/l\nx y\t\nna');
});

test('tracked changes: what was inserted stays, what was deleted or moved away goes', async () => {
  const { text, remarks } = await read(
    paragraph(
      run('Dosis '),
      `<w:del w:id="1"><w:r><w:delText>5 mg</w:delText></w:r></w:del>`,
      `<w:ins w:id="2">${run('10 mg')}</w:ins>`,
      `<w:moveFrom w:id="3">${run(' weg')}</w:moveFrom>`,
    ) + `<w:p><w:pPr><w:rPr><w:ins w:id="4"/></w:rPr></w:pPr>${run('nieuw')}</w:p>`,
  );
  expect(text).toBe('Dosis 10 mg\nnieuw');
  expect(remarks).toEqual([
    ['document-revisions', 'left-out'],
    ['document-revisions', 'kept'],
  ]);
});

test('notes stand at the end, margins, comments and hidden text are told', async () => {
  const note = (id: number, text: string) =>
    `<w:footnote w:id="${id}">${paragraph(run(text))}</w:footnote>`;
  const { text, remarks } = await read(
    paragraph(run('Zie'), '<w:r><w:footnoteReference w:id="2"/></w:r>', run('.')) +
      paragraph(run('geheim', '<w:vanish/>'), run('open', '<w:vanish w:val="0"/>')),
    {
      footnotes: `<w:footnote w:type="separator" w:id="0">${paragraph(run('-'))}</w:footnote>${note(1, 'ander')}${note(2, 'De bron.')}`,
      header: paragraph(run('Ziekenhuis')),
      footer: paragraph(),
      comments: `<w:comment>${paragraph(run('klopt dit?'))}</w:comment>`,
    },
  );
  expect(text).toBe('Zie[1].\nopen\n[1] De bron.');
  expect(remarks).toEqual([
    ['document-hidden', 'left-out'],
    ['document-margins', 'left-out'],
    ['document-comments', 'left-out'],
  ]);
});

test('text boxes are read once, placeholders of forms are not', async () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`;
  const { text } = await read(
    paragraph(
      run('voor'),
      `<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>${box('in het kader')}</mc:Choice><mc:Fallback>${box('in het kader')}</mc:Fallback></mc:AlternateContent></w:r>`,
      run(' na'),
    ) +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph(run('Klik hier'))}</w:sdtContent></w:sdt>` +
      `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(run('ingevuld'))}</w:sdtContent></w:sdt>`,
  );
  expect(text).toBe('voor na\nin het kader\ningevuld');
});

test('files that are none are refused with a word', async () => {
  const ole = new Uint8Array(4096);
  ole.set([0xd0, 0xcf, 0x11, 0xe0]);
  const locked = ole.slice();
  locked.set(new Uint8Array(Buffer.from('EncryptedPackage', 'utf16le')), 1024);
  const entities = `<!DOCTYPE w:document [<!ENTITY a "b">]>`;
  const { unzipSync, zipSync, strToU8 } = await import('fflate');
  const parts = unzipSync(docxOf(''));
  parts['word/document.xml'] = strToU8(`${entities}<w:document><w:t>&a;</w:t></w:document>`);
  const { documents, problems } = await readDocuments(docxFormat, {
    'a.docx': locked,
    'b.docx': ole,
    'c.docx': docxOf('').slice(0, 300),
    'd.docx': docxOf(paragraph()),
    'e.docx': zipSync(parts),
    'f.docx': zipSync({ 'a.txt': strToU8('a') }),
  });
  expect(documents).toEqual([]);
  expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
    ['a.docx', 'file-password'],
    ['b.docx', 'file-other-format'],
    ['c.docx', 'archive-damaged'],
    ['d.docx', 'file-empty'],
    ['e.docx › word/document.xml', 'xml-entities'],
    ['f.docx', 'file-other-format'],
  ]);
});
