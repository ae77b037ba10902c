import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCleaner, collapseWhitespace } from './clean-text.ts';
import { cleanDocuments } from './testing/clean-documents.ts';
import { decodeEntities, removeTags } from './remove-markup.ts';
import { removeSpecialCharacters } from './remove-special-characters.ts';

const document = (text: string, id = 'a'): { id: string; source: string; text: string } => ({
  id,
  source: 'corpus',
  text,
});
const clean = (text: string): string | undefined =>
  cleanDocuments([document(text)]).documents.at(0)?.text;

describe('markup', () => {
  it.each([
    ['<p>Koorts</p><p>Pijn<br/>erg</p>', '\nKoorts\n\nPijn\nerg\n', 5],
    ['H<sub>2</sub>O en <b>m</b>g', 'H2O en mg', 4],
    ['<?xml version="1.0"?><!DOCTYPE a><note id="1" x=\'2\'>a</note>', '   a ', 4],
    ['a<!-- p > 3 <b> -->b<script>if (a<b) c()</script>d', 'a b d', 2],
    ['<![CDATA[tos]]>', ' tos ', 2],
  ])('goes from %j', (text, expected, removed) => {
    expect(removeTags(text)).toEqual({ text: expected, removed, placeholders: 0 });
  });

  it.each(['Hb <7 g/dl', 'CD4 < 200 y VIH > 50', 'LDL <b alto> 3', 'p<0,05>', '<', '<<', '<a'])(
    'is not what only looks like it: %j',
    (text) => {
      expect(removeTags(text)).toEqual({ text, removed: 0, placeholders: 0 });
    },
  );

  it.each([
    ['Dhr <PATIENT> zag <ARTS-1> en <NAME_1>, <<DATE>>', 4],
    ['Dhr <naam>, <TIME>, <LOCATION> en <ADDRESS>', 4],
  ])('is not a placeholder: %j', (text, placeholders) => {
    expect(removeTags(text)).toEqual({ text, removed: 0, placeholders });
  });

  it('is what is closed in the text or elsewhere in the corpus, or an element of HTML', () => {
    expect(removeTags('<NOOT>Jan</NOOT> <DATUM>')).toMatchObject({ text: ' Jan  <DATUM>' });
    expect(removeTags('<NOOT>', new Set(['NOOT']))).toMatchObject({ text: ' ', removed: 1 });
    expect(removeTags('a<BR>b<P>c<x/>d<note id="1">e')).toMatchObject({ removed: 4 });
  });

  it('of character references becomes characters, once', () => {
    expect(
      decodeEntities('&lt;5 &amp;lt; &eacute;&#233;&#xE9; &Eacute; 5&nbsp;mg &bogus; &#0; & b'),
    ).toEqual({ text: '<5 &lt; ééé É 5\u00a0mg &bogus; &#0; & b', removed: 7 });
  });
});

describe('special characters', () => {
  it('go: control, invisible, private, broken, drawn', () => {
    expect(removeSpecialCharacters('a\u0000b\u200bc\u00add\ue000e\ufffdf■g😀h\ud800i')).toEqual({
      text: 'a bcd e f g h i',
      removed: 8,
    });
    expect(removeSpecialCharacters('a ===== b')).toEqual({ text: 'a   b', removed: 5 });
  });

  it.each([
    'proteinuria ++++ , glucose + en edeem (++++)',
    'bloed ++++/+++++ hier',
    '++++ edeem',
    'Dhr **** werd gezien door ____.',
    'RF +/-, [**Naam 3**] en ___ <5 mg',
  ])('stay where they are a grade or a mask: %j', (text) => {
    expect(removeSpecialCharacters(text)).toEqual({ text, removed: 0 });
  });

  it.each([
    '++++',
    '**** LET OP ****',
    'Lab ---- Hb 7',
    'a ++++++++++ b',
    '____\n____',
    'x\n++++\ny',
  ])('go where they are drawn: %j', (text) => {
    expect(removeSpecialCharacters(text).text).not.toMatch(/[-+*_]{4}/);
  });

  it('stay where they mean something', () => {
    const text = 'Tª 38 °C, ↑ PCR ≥ 5 µg/ml ± 2 ½ ® № ♀ ✓ «α» – 3×10⁹/l... 𝛼 ș ț ă\t\n';
    expect(removeSpecialCharacters(text)).toEqual({ text, removed: 0 });
  });
});

const codeUnits = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));

describe('texts that need no cleaning', () => {
  it('are told from others: a unit is special alone as beside another that is', () => {
    const differs = codeUnits.filter((unit) => {
      const beside = removeSpecialCharacters(`\u0000a${unit}`);
      return beside.removed !== removeSpecialCharacters(unit).removed + 1;
    });
    expect(differs).toEqual([]);
  });

  it('are told from others: whitespace collapses alone as behind more of it', () => {
    const unit = fc.constantFrom('a', 'b', ' ', '\n', '\t', '\r', '\u00a0', '\u2028', '\ufeff');
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        expect(collapseWhitespace(text)).toBe(collapseWhitespace(`\t${text}`));
      }),
    );
  });
});

describe('whitespace', () => {
  it('collapses within lines and is trimmed at their ends', () => {
    expect(collapseWhitespace(' a\u00a0 \tb \r\n\u2003\r c\u2028d ')).toBe('a b\n\nc\nd');
  });
});

describe('a corpus', () => {
  it('loses empty and duplicate lines, also between documents, and says how many', () => {
    const { documents, counts } = cleanDocuments([
      document('<b>Koorts</b> \n\nPijn\nKoorts', '1'),
      document('Pijn\n  Koorts', '2'),
      document('', '3'),
      document('Rust&amp;\u0001\n', '4'),
    ]);
    expect(documents).toEqual([document('Koorts\nPijn', '1'), document('Rust&', '4')]);
    expect(counts).toEqual({
      documents: 4,
      documentsEmptied: 2,
      markupRemoved: 2,
      placeholdersKept: 0,
      entitiesDecoded: 1,
      charactersRemoved: 1,
      emptyLines: 2,
      duplicateLines: 3,
      linesKept: 3,
      charactersBefore: 27 + 13 + 0 + 11,
      charactersAfter: 'KoortsPijnRust&'.length,
    });
  });

  it('can be cut into one sentence per line', () => {
    const { documents, counts } = cleanDocuments([document('Geen koorts. Wel pijn.\nRust.')], {
      lineUnit: 'sentence',
    });
    expect(documents[0].text).toBe('Geen koorts.\nWel pijn.\nRust.');
    expect(counts.linesKept).toBe(3);
  });

  it('accounts for every line, and is clean when cleaned again', () => {
    const part = fc.constantFrom(
      'a',
      'B',
      ' ',
      '\n',
      '\r\n',
      '\t',
      '<b>',
      '</p>',
      '&#10;',
      '■',
      '. ',
    );
    const text = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const { documents, counts } = cleanDocuments(texts.map((each) => document(each)));
        const lines = documents.flatMap((each) => each.text.split('\n'));
        expect(lines.length).toBe(counts.linesKept);
        expect(new Set(lines).size).toBe(lines.length);
        expect(lines.every((line) => line !== '' && line === line.trim())).toBe(true);
        expect(lines.join('').length).toBe(counts.charactersAfter);
        expect(documents.length + counts.documentsEmptied).toBe(texts.length);
        const again = cleanDocuments(documents);
        expect(again.documents).toEqual(documents);
        expect(again.counts.emptyLines + again.counts.duplicateLines).toBe(0);
      }),
    );
  });

  it('that comes document by document is the same, with the counts so far', () => {
    const cleaner = createCleaner({ lineUnit: 'line' });
    expect(cleaner.clean(document('a\n\na'))).toEqual(document('a'));
    expect(cleaner.counts).toEqual(cleanDocuments([document('a\n\na')]).counts);
    expect(cleaner.clean(document('a'))).toBeNull();
    expect(cleaner.counts).toMatchObject({ documents: 2, documentsEmptied: 1, duplicateLines: 2 });
  });

  it('is cleaned in linear time, whatever is in it', () => {
    const hostile = [
      '<!--',
      '-->',
      '<script>',
      '<a ',
      '<a b=1 ',
      '&#',
      '.',
      ' ',
      '\n',
      '"',
      'a.B',
      '<',
      '-',
    ];
    for (const piece of hostile) {
      const started = performance.now();
      clean(`--></script>${piece.repeat(300_000)}x`);
      cleanDocuments([document(piece.repeat(300_000))], { lineUnit: 'sentence' });
      expect(performance.now() - started, piece).toBeLessThan(4000);
    }
  });
});
