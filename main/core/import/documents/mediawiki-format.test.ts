import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { readDocuments } from '../testing/read-documents.ts';
import { mediawikiFormat } from './mediawiki-format.ts';
import { stripWikiMarkup } from './strip-wiki-markup.ts';

const page = (title: string, text: string, more = '<ns>0</ns>') =>
  `<page><title>${title}</title>${more}<id>${title.length}</id><revision><timestamp>2026-11-30T14:05:00Z</timestamp><text xml:space="preserve">${text}</text></revision></page>\n`;
const dump = `<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" xml:lang="ro"><siteinfo><namespaces><namespace key="0"/><namespace key="6">Fișier</namespace><namespace key="14">Categorie</namespace></namespaces></siteinfo>
${page('Febră', "'''Febra''' este {{nu|{{x}}}} o [[boală|afecţiune]].&lt;ref name=\"a\"&gt;x&lt;/ref&gt;\n\n== Cauze ==\n* [[Gripă]]\n[[Categorie:Simptome]]")}${page('Tusea', '#REDIRECT [[Tuse]]', '<ns>0</ns><redirect title="Tuse"/>')}${page('Discuție:Febră', 'x', '<ns>1</ns>')}${page('Tuse', 'Tusea [[Fișier:a.jpg|mini|cu [[aer]]]] ţine.')}</mediawiki>`;

test('articles are read without markup, redirects and other namespaces', async () => {
  const { documents, problems } = await readDocuments(mediawikiFormat, { 'a.xml': dump });
  expect(documents).toMatchObject([
    {
      id: 'a.xml:5',
      text: 'Febra este  o afecţiune.\n\nCauze\nGripă',
      language: 'ro',
      date: '2026-11-30T14:05:00Z',
      columns: { title: 'Febră', categories: 'Simptome' },
    },
    { text: 'Tusea  ţine.' },
  ]);
  expect(problems).toMatchObject([{ rule: 'mediawiki-page-other', action: 'left-out' }]);
  expect(problems[0].detail).toContain('1 redirects, 1 pages of other namespaces');
});

test('titles and categories choose', async () => {
  const titlesOf = async (options: object) =>
    (await readDocuments(mediawikiFormat, { 'a.xml': dump }, options)).documents.map(
      ({ columns }) => columns.title,
    );
  expect(await titlesOf({ titles: ['tuse'] })).toEqual(['Tuse']);
  expect(await titlesOf({ categories: ['Simptome'] })).toEqual(['Febră']);
  expect(await titlesOf({ titles: ['Tuse'], categories: ['simptome'] })).toEqual(['Febră', 'Tuse']);
});

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../../../test/fixtures/bzip2/${name}`, import.meta.url)));

test('a compressed dump is expanded within its limits, and what is broken is told', async () => {
  const { problems } = await readDocuments(mediawikiFormat, { 'a.bz2': fixture('bomb.bz2') });
  expect(problems).toContainEqual(
    expect.objectContaining({ rule: 'input-beyond-limits', action: 'left-out' }),
  );
  const broken = await readDocuments(mediawikiFormat, {
    'a.bz2': fixture('blocks.bz2').subarray(0, 5000),
  });
  expect(broken.problems).toContainEqual(expect.objectContaining({ rule: 'bzip2-broken' }));
  const sound = await readDocuments(mediawikiFormat, { 'a.xml.bz2': fixture('dump.xml.bz2') });
  expect(sound.documents).toMatchObject([{ text: 'febră şi tuse', columns: { title: 'Febră' } }]);
  expect(sound.problems).toEqual([]);
});

const namespaces = { files: new Set(['file']), categories: new Set(['category']) };
test.each([
  ['a {{b|c}} d', 'a  d'],
  ['a {{b', 'a b'],
  ['a }} b ]] c |} d', 'a }} b ]] c |} d'],
  ['{| class="x"\n|-\n| cell {{x}}\n|}\nb', 'b'],
  ['[[File:x.png|thumb|a [[link|label]] {{x}}]]b', 'b'],
  ['[[a]]s [[b|c]] [[:Category:d]] [[nl:e]]', 'as c Category:d'],
  ['[https://example.org a b] [https://example.org]', 'a b'],
  ["''a'' '''b''' '''''c'''''", 'a b c'],
  ['== a ==\n# b\n:* c\n----\nd', 'a\nb\nc\n\nd'],
  ['a<!-- b -->c<br/>d<small>e</small>', 'ac\nde'],
  ['a<ref>b</ref><ref name="c" />d<ref name="e">f</ref>', 'ad'],
  ['5 &lt; 6&nbsp;&amp;&#8211;&#x219;&unknown;', '5 < 6\u00a0&–ș&unknown;'],
  ['__NOTOC__a', 'a'],
])('markup %j is %j', (markup, text) => {
  expect(stripWikiMarkup(markup, namespaces).text).toBe(text);
});

test('hostile markup costs no more than its length', () => {
  const began = performance.now();
  const signs = [
    '{{',
    '[[',
    '{|\n',
    '<ref>',
    '<!--',
    '[[a|',
    '<',
    "'",
    '[http://',
    '&#',
    '=',
    ' ',
    '\n',
    '|}',
    '\n ',
  ];
  for (const sign of signs) stripWikiMarkup(sign.repeat(200_000 / sign.length), namespaces);
  expect(performance.now() - began).toBeLessThan(10_000);
});
