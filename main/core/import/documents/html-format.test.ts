import { expect, test } from 'vitest';

import { readDocuments } from '../testing/read-documents.ts';
import { htmlFormat } from './html-format.ts';

const read = async (html: string | Uint8Array) => {
  const { documents, problems } = await readDocuments(htmlFormat, { 'a.html': html });
  return {
    text: documents[0]?.text,
    columns: documents[0]?.columns,
    remarks: problems.map(({ rule, action }) => [rule, action]),
  };
};

test.each([
  [
    'blocks',
    '<p>Een</p><p>twee<br>drie</p><div>vier<div>vijf</div></div>zes',
    'Een\ntwee\ndrie\nvier\nvijf\nzes',
  ],
  ['white space', '<p>  Een\n\t<b>twee</b> , <i>drie</i>vier </p>', 'Een twee , drievier'],
  [
    'entities',
    '<p>&eacute;&amp;&lt;&nbsp;&#537;&#x1F600;&bestaatniet;</p>',
    'é&<\u00a0ș😀&bestaatniet;',
  ],
  [
    'tables',
    '<table><tr><th>Hb</th><td>7,2</td></tr><tr><td>a</td><td>b</td></tr></table>na',
    'Hb\t7,2\na\tb\nna',
  ],
  ['preformatted text', '<pre>a\n  b</pre>', 'a\n  b'],
  ['lists', '<ul><li>a<li>b</ul>', 'a\nb'],
  ['broken tags', '<p>a<b>b</p>c<span', 'ab\nc'],
  ['scripts and styles', '<style>x</style><script>if (a<b) "</p>"</script><!-- c --><p>a</p>', 'a'],
  ['several breaks', 'a<br><br>b', 'a\n\nb'],
])('%s', async (_, html, text) => {
  expect((await read(html)).text).toBe(text);
});

test('the title is a column; hidden text and pictures are told', async () => {
  const html =
    '<html><head><title>Brief  van\nvandaag</title></head><body><p hidden>a</p><p style="color:red; display: none">b<i>c</i></p><img alt="d">e</body></html>';
  expect(await read(html)).toEqual({
    text: 'e',
    columns: { title: 'Brief van vandaag' },
    remarks: [
      ['document-hidden', 'left-out'],
      ['document-pictures', 'left-out'],
    ],
  });
});

test.each([
  ['windows-1250', [0xba, 0xfe], 'şţ'],
  ['ISO-8859-2', [0xba, 0xfe], 'şţ'],
  ['gb2312', [0xc4, 0xe3], '你'],
])('a page says that it is in %s', async (label, bytes, text) => {
  const start = new TextEncoder().encode(`<html><meta charset="${label}"><p>`);
  expect(await read(Uint8Array.from([...start, ...bytes]))).toMatchObject({ text, remarks: [] });
  const old = new TextEncoder().encode(
    `<meta http-equiv="Content-Type" content="text/html; charset=${label}"><p>`,
  );
  expect((await read(Uint8Array.from([...old, ...bytes]))).text).toBe(text);
});

test('UTF-8 and UTF-16 are known whatever a page says, and what is empty is told', async () => {
  expect((await read('\ufeff<meta charset="iso-8859-1"><p>é')).text).toBe('é');
  expect((await read(new Uint8Array(Buffer.from('\ufeff<p>é', 'utf16le')))).text).toBe('é');
  expect((await read('<p>é')).text).toBe('é');
  expect((await read('<p hidden>a</p>')).remarks).toContainEqual(['file-empty', 'left-out']);
});

test('elements in elements without end are no danger', async () => {
  const { text, remarks } = await read(`a${'<div>'.repeat(200_000)}b`);
  expect({ text, remarks }).toEqual({
    text: 'a',
    remarks: [['input-beyond-limits', 'left-out']],
  });
});
