import fc from 'fast-check';
import { expect, test } from 'vitest';

import { inputOf } from '../testing/read-documents.ts';
import { readXml } from './bounded-xml.ts';
import { defaultLimits } from './read-limits.ts';
import { childOf, readXmlElements, rootTagOf, textOf } from './xml-elements.ts';

const options = { limits: defaultLimits };
const read = (content: string | Uint8Array, limits = defaultLimits, pieceBytes = 7) => [
  ...readXml(inputOf('a.xml', content, pieceBytes), { limits }),
];
const problemsOf = (...given: Parameters<typeof read>) =>
  read(...given).flatMap((event) => (event.kind === 'problem' ? [event.problem] : []));
const textIn = (...given: Parameters<typeof read>) =>
  read(...given)
    .map((event) => (event.kind === 'text' ? event.text : ''))
    .join('');

test('tags and texts come in order, with their lines, wherever the bytes are cut', () => {
  const xml = '<?xml version="1.0"?>\n<a b="&lt;😀&#13;">ș ț<c/>\n<![CDATA[<x>]]>&amp;</a>\n';
  for (const pieceBytes of [1, 2, 3, 1000]) {
    const events = read(xml, defaultLimits, pieceBytes);
    expect(events.filter(({ kind }) => kind !== 'text')).toEqual([
      { kind: 'open', name: 'a', attributes: { b: '<😀\r' }, line: 2 },
      { kind: 'open', name: 'c', attributes: {}, line: 2 },
      { kind: 'close', name: 'c' },
      { kind: 'close', name: 'a' },
    ]);
    expect(textIn(xml, defaultLimits, pieceBytes).trim()).toBe('ș ț\n<x>&');
  }
});

test('control characters of XML 1.1 are read', () => {
  expect(textIn('<?xml version="1.1"?><a>x&#1;\u0001</a>')).toBe('x\u0001\u0001');
});

test('entities of a document type are refused, a document type alone is not', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>\n<a>&c;</a>`;
  expect(problemsOf(laughs)).toEqual([
    expect.objectContaining({ file: 'a.xml', line: 1, rule: 'xml-entities', action: 'left-out' }),
  ]);
  expect(read(laughs).filter(({ kind }) => kind !== 'problem')).toEqual([]);
  expect(problemsOf('<!DOCTYPE tmx SYSTEM "https://example.org/tmx14.dtd"><tmx/>')).toEqual([]);
});

test.each([
  ['<a>x</b>y</a>', 1],
  ['<a>\nx & y</a>', 2],
  ['<a>\n<b>', 2],
  ['<a>&secret;</a>', 1],
])('what is not well formed is told once, without its text: %s', (xml, line) => {
  const problems = problemsOf(xml);
  expect(problems).toMatchObject([{ rule: 'xml-malformed', action: 'kept', line }]);
  expect(JSON.stringify(problems)).not.toContain('secret');
});

test('depth and length are bounded', () => {
  const limits = { ...defaultLimits, depth: 3, documentLength: 10 };
  expect(problemsOf('<a><a><a><a/></a></a></a>', limits)).toMatchObject([{ rule: 'xml-too-deep' }]);
  const long = `<a b="${'x'.repeat(200_000)}"/>`;
  expect(problemsOf(long, limits)[0]).toMatchObject({ rule: 'document-too-long' });
});

test.each([
  ['iso-8859-2', [0xba, 0xfe], 'şţ'],
  ['windows-1252', [0x80, 0xe9], '€é'],
  ['ISO-8859-1', [0xe9], 'é'],
])('a declared %s is followed', (label, bytes, text) => {
  const start = new TextEncoder().encode(`<?xml version="1.0" encoding="${label}"?><a>`);
  const end = new TextEncoder().encode('</a>');
  expect(textIn(Uint8Array.of(...start, ...bytes, ...end))).toBe(text);
});

test('UTF-16 is read by its mark, whatever the declaration says', () => {
  const xml = '\ufeff<?xml version="1.0" encoding="UTF-8"?><a>é😀</a>';
  expect(textIn(new Uint8Array(Buffer.from(xml, 'utf16le')))).toBe('é😀');
  expect(problemsOf(Uint8Array.of(0, 1, 2, 0, 0, 0))).toMatchObject([{ rule: 'file-not-text' }]);
});

test('elements come whole; one that is too long costs only itself', () => {
  const long = `<p><t>${'x'.repeat(900)}</t></p>`;
  const parts = [
    ...readXmlElements(
      inputOf('a.xml', `<r l="ro"><p n="1"><t>a</t>b</p>\n${long}<p><t>c</t></p></r>`),
      { limits: { ...defaultLimits, documentLength: 100 } },
      (name) => name === 'p',
    ),
  ];
  expect(parts).toMatchObject([
    { kind: 'open', name: 'r', attributes: { l: 'ro' } },
    { kind: 'element', element: { attributes: { n: '1' } } },
    { kind: 'problem', problem: { rule: 'document-too-long', line: 2 } },
    { kind: 'element' },
  ]);
  const texts = parts.flatMap((part) => (part.kind === 'element' ? [part.element] : []));
  expect(texts.map(textOf)).toEqual(['ab', 'c']);
  expect(childOf(texts[0], 't')?.children).toEqual(['a']);
});

test('the root is found behind whatever may stand before it', () => {
  const prolog = '<?xml version="1.0"?>\n<!-- <b> -->\n<!DOCTYPE a [<!ELEMENT a ANY>]>\n';
  expect(rootTagOf(`${prolog}<x:a y="1"><b/>`)).toEqual({ name: 'x:a', tag: '<x:a y="1">' });
  expect(rootTagOf('a < b')).toBeNull();
  expect(rootTagOf('<?'.repeat(30_000))).toBeNull();
});

test('any text is read without an exception', () => {
  const part = fc.constantFrom(
    ...['<a', '<a>', '</a>', '</b>', '<b/>', ' c="', '"', "'", '>', '&', '&#x', '&lt;', ';', 'é'],
    ...[
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<?xml version="1.1"?>',
      '<?',
      '?>',
      '<!DOCTYPE',
      '[',
      ']',
    ],
    ...['\u0000', '\ud83d', '\r', '\n', '<!ENTITY a "b">', 'xmlns:a="', ':', '\u2028', '\ufffe'],
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), fc.integer({ min: 1, max: 9 }), (parts, cut) => {
      const input = inputOf('a.xml', parts.join(''), cut);
      for (const each of readXmlElements(input, options, (name) => name === 'b')) {
        if (each.kind === 'problem') expect(each.problem.line).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 2000 },
  );
});
