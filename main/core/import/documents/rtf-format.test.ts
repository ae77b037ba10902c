import { expect, test } from 'vitest';

import { readDocuments } from '../testing/read-documents.ts';
import { rtfFormat } from './rtf-format.ts';

const read = async (rtf: string) => {
  const bytes = Uint8Array.from(rtf, (character) => character.charCodeAt(0));
  const { documents, problems } = await readDocuments(rtfFormat, { 'a.rtf': bytes });
  return { text: documents[0]?.text, remarks: problems.map(({ rule, action }) => [rule, action]) };
};

test.each([
  [
    'paragraphs',
    String.raw`{\rtf1\ansi Een\par twee\line drie\tab vier\par}`,
    'Een\ntwee\ndrie\tvier',
  ],
  ['line breaks in the file', '{\\rtf1 a\r\nb\\\nc}', 'ab\nc'],
  ['braces and blanks', String.raw`{\rtf1 \{a\}\~b\_c \\}`, '{a}\u00a0b\u2011c \\'],
  ['Windows-1252', String.raw`{\rtf1\ansi\ansicpg1252 caf\'e9 \'80}`, 'café €'],
  ['Windows-1250', String.raw`{\rtf1\ansi\ansicpg1250 \'ba\'fe}`, 'şţ'],
  [
    'the letters of a font',
    String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset238 Arial CE;}}\f0\'ba {\f1\'ba} \'ba}`,
    'º ş º',
  ],
  ['bytes as they are', '{\\rtf1\\ansi\\ansicpg1250 \xba}', 'ş'],
  ['two bytes a character', String.raw`{\rtf1\ansi\ansicpg936 \'c4\'e3\'ba\'c3}`, '你好'],
  ['Unicode with its fallback', String.raw`{\rtf1\ansi\uc1 \u537?\u539\'fet}`, 'șțt'],
  ['Unicode without one', String.raw`{\rtf1\uc0\u-10179\u-8704 x}`, '😀x'],
  [
    'Unicode with a longer one',
    String.raw`{\rtf1\uc2\u8364 EUx{\uc0\u8364 EU}\u8364 \'80\'80y}`,
    '€x€EU€y',
  ],
  [
    'tables',
    String.raw`{\rtf1\pard voor\par\trowd\cellx1\cellx2\pard\intbl Hb\cell\pard\intbl 7,2\par mmol\cell\row\pard na\par}`,
    'voor\nHb\t7,2 mmol\nna',
  ],
  [
    'fields by their result',
    String.raw`{\rtf1 {\field{\*\fldinst HYPERLINK "x"}{\fldrslt klik}} hier}`,
    'klik hier',
  ],
  [
    'what marks itself as to be ignored',
    String.raw`{\rtf1 a{\*\onbekend b{c}}{\info{\title t}}d}`,
    'ad',
  ],
  ['binary data', '{\\rtf1 a{\\pict\\bin4 }}{\\x}b}', 'ab'],
  ['a footnote', String.raw`{\rtf1 Zie{\footnote  De bron.} hier}`, 'Zie[1] hier\n[1] De bron.'],
  [
    'Unicode beside its fallback group',
    String.raw`{\rtf1 {\upr{a?}{\*\ud{a\u537 ?}}}b}`,
    'aşb'.replace('ş', 'ș'),
  ],
])('%s', async (_, rtf, text) => {
  expect((await read(rtf)).text).toBe(text);
});

test('what is left out is told', async () => {
  const { text, remarks } = await read(
    String.raw`{\rtf1{\header Ziekenhuis}a{\v geheim}{\deleted oud}{\revised nieuw}{\pict 00ff}{\*\annotation klopt?}}`,
  );
  expect(text).toBe('anieuw');
  expect(remarks).toEqual([
    ['document-margins', 'left-out'],
    ['document-hidden', 'left-out'],
    ['document-revisions', 'left-out'],
    ['document-revisions', 'kept'],
    ['document-pictures', 'left-out'],
    ['document-comments', 'left-out'],
  ]);
});

test('files that are cut, too deep or no RTF', async () => {
  expect(await read('{\\rtf1 a{b')).toEqual({
    text: 'ab',
    remarks: [['document-damaged', 'kept']],
  });
  const deep = await read(`{\\rtf1 a${'{'.repeat(100_000)}`);
  expect(deep).toEqual({ text: 'a', remarks: [['input-beyond-limits', 'left-out']] });
  expect((await read('tekst')).remarks).toEqual([['file-other-format', 'left-out']]);
  expect((await read('{\\rtf1{\\info}}')).remarks).toEqual([['file-empty', 'left-out']]);
  expect((await read("{\\rtf1\\pc \\'82}")).remarks).toEqual([['file-encoding-guessed', 'kept']]);
});
