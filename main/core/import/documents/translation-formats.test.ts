import { expect, test } from 'vitest';

import { readDocuments } from '../testing/read-documents.ts';
import { opusFormat } from './opus-format.ts';
import { defaultLimits } from './read-limits.ts';
import { tmxFormat } from './tmx-format.ts';

const tmx = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en" segtype="sentence"/><body>
<tu tuid="7"><tuv xml:lang="en"><seg>Fever</seg></tuv><tuv xml:lang="ro-RO"><seg>Febră şi <bpt i="1">&lt;b&gt;</bpt>ţesut<ept i="1">&lt;/b&gt;</ept></seg></tuv></tu>
<tu><tuv lang="EN"><seg>Cough</seg></tuv><tuv xml:lang="nl"><seg>Hoest</seg></tuv></tu>
<tu><tuv xml:lang="ro"><seg> </seg></tuv></tu>
<tu><tuv xml:lang="ro"><seg>Tuse</seg></tuv></tu>
</body></tmx>`;

test('segments of the chosen languages are documents, or all of one language are', async () => {
  const some = await readDocuments(tmxFormat, { 'a.tmx': tmx }, { languages: ['ro'] });
  expect(some.documents.map(({ id, text, language }) => [id, text, language])).toEqual([
    ['a.tmx:7:ro-RO', 'Febră şi ţesut', 'ro-RO'],
    ['a.tmx:3:ro', 'Tuse', 'ro'],
  ]);
  const whole = await readDocuments(tmxFormat, { 'a.tmx': tmx }, { unit: 'file' });
  expect(whole.documents.map(({ id, text }) => [id, text])).toEqual([
    ['a.tmx:en', 'Fever'],
    ['a.tmx:ro-RO', 'Febră şi ţesut'],
    ['a.tmx:EN', 'Cough'],
    ['a.tmx:nl', 'Hoest'],
    ['a.tmx:ro', 'Tuse'],
  ]);
  const none = await readDocuments(tmxFormat, { 'a.tmx': tmx }, { languages: ['es'] });
  expect(none.problems).toMatchObject([{ rule: 'language-missing' }]);
});

test('what becomes longer than a document may be goes on in another one', async () => {
  const limits = { ...defaultLimits, documentLength: 10 };
  const units = ['abcd', 'efgh', 'ijkl', 'x'.repeat(11)]
    .map((text) => `<tu><tuv xml:lang="nl"><seg>${text}</seg></tuv></tu>`)
    .join('');
  const { documents, problems } = await readDocuments(
    tmxFormat,
    { a: `<tmx>${units}</tmx>` },
    { limits, unit: 'file' },
  );
  expect(documents.map(({ id, text }) => [id, text])).toEqual([
    ['a:nl', 'abcd\nefgh'],
    ['a:nl#2', 'ijkl'],
  ]);
  expect(problems).toMatchObject([{ rule: 'document-too-long' }]);
});

const opus = `<?xml version="1.0" encoding="utf-8"?>
<document><CHAPTER ID="0"><P id="1">
<s id="1"><w id="1.1">Eerste</w> <w id="1.2">zin</w>
  <w id="1.3">.</w></s>
<s id="2">Tweede   zin</s></P>
<P id="2"><s id="3">Derde</s></P></CHAPTER></document>`;

test('sentences of OPUS are lines, paragraphs are parted, and the folder names the language', async () => {
  const files = { 'xml/nl/a.xml': opus, 'xml/ro/a.xml': opus, 'xml/nl/b.xml': '<text/>' };
  const { documents, problems } = await readDocuments(opusFormat, files, { languages: ['nl'] });
  expect(documents.map(({ id, text, language }) => [id, text, language])).toEqual([
    ['xml/nl/a.xml', 'Eerste zin .\nTweede zin\n\nDerde', 'nl'],
  ]);
  expect(problems.map(({ file, rule }) => [file, rule])).toEqual([
    ['xml/ro/a.xml', 'language-missing'],
    ['xml/nl/b.xml', 'file-empty'],
  ]);
});
