import { describe, expect, it } from 'vitest';
import { readPlainText } from './read-plain-text.ts';
import { recogniseFormat } from './recognise-format.ts';

const recognise = (text: string) => recogniseFormat(text, text.slice(-256))?.name ?? null;
const base64 =
  'S29vcnRzIHZhbmRhYWcsIGdlZW4gcGlqbiBvcCBkZSBib3JzdC4gUnVzdGlnIGJlZWxkLCBhZndhY2h0ZW4K';

describe('text in another format', () => {
  it.each([
    ['JSON lines (NDJSON)', '{"id":"a","note":"Koorts"}\n{"id":"b","note":"Pijn"}\n'],
    ['JSON lines (NDJSON)', `{"id":"a","data":"${'x'.repeat(100)}`],
    ['JSON', '[\n  {"note": "Koorts, 38.5"},\n  {"note": null}\n]\n'],
    ['JSON', '{\n  "notes": ["Koorts", "Pijn \\"erg\\""]\n}\n'],
    ['MediaWiki XML (a dump of a wiki)', '<mediawiki xml:lang="ro"><page>\n</page></mediawiki>\n'],
    ['wiki markup', "'''Febra''' este un [[simptom|semn]].\n== Cauze ==\n{{ciot}} Infecții.\n"],
    ['an XML or HTML document', '<!DOCTYPE html>\n<html><body>Koorts</body></html>'],
    ['an XML or HTML document', '<ClinicalDocument xmlns="urn:hl7-org:v3"><title>x</title>'],
    ['an XML or HTML document', '<notes>\n<note>Koorts</note>\n</notes>\n'],
    ['a table (CSV)', 'id;tekst;datum\n1;"Koorts; hoest";2020\n2;Pijn;2021\n'],
    ['a table (CSV)', 'text,label\n"Koorts,\nhoest",ja\nPijn,nee\n'],
    ['a table (CSV)', 'note_id\tnote\n1\tKoorts\n2\tPijn\n'],
    ['base64', `${base64}\n${base64}\n${base64}`],
    ['base64', base64.repeat(3)],
    ['subtitles', '1\n00:00:01,000 --> 00:00:02,000\nGoedemorgen\n'],
    ['subtitles', 'WEBVTT\n\n00:01.000 --> 00:02.000\nGoedemorgen\n'],
    ['Rich Text Format (RTF)', '{\\rtf1\\ansi Koorts\\par}'],
    ['HL7 version 2 messages', 'MSH|^~\\&|LAB|X\nOBX|1|TX|a||Koorts\n'],
    [
      'e-mail (MIME)',
      'From: a@b\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/plain\n\nKoorts',
    ],
    ['SQL', "CREATE TABLE notes (id int);\nINSERT INTO notes VALUES (1, 'Koorts');\n"],
    ['annotations of brat (.ann)', 'T1\tDIS 0 6\tKoorts\nT2\tDIS 8 12\tPijn\n'],
    [
      'columns with a tag per word (CoNLL)',
      'Geen O\nacute B-DIS\npijn I-DIS\n. O\n\nRustig O\nbeeld O\n. O\n',
    ],
    [
      'columns with a tag per word (CoNLL)',
      '# text = a\n' + '1\tGeen\t_\tDET\t_\t_\t0\troot\t_\t_\n'.repeat(5),
    ],
  ])('is recognised: %s', (name, text) => {
    expect(recognise(text)).toBe(name);
  });

  it.each([
    '[1] Koorts sinds gisteren.\n[2] Pijn links.',
    '{onleesbaar} Koorts.\n',
    '<PATIENT> kwam met koorts.\n<ARTS> zag hem.',
    '<p>Koorts</p>\n<p>Pijn</p>\n',
    'Koorts, hoest, pijn\nRustig, stabiel, geen koorts\n',
    'Datum: 12-3, koorts\nPatient: stabiel, rustig\nConclusie: naar huis, controle\n',
    'Anamnese: [[onleesbaar]] koorts.\nVerder goed.\nGeen pijn.\nRustig.\nStabiel.\nNaar huis.\n',
    'Hb\t7,2\nK\t4,1\nNa\t140\n',
    'ACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGT',
    'Geen koorts.\nRustig beeld.\n',
    'From: huisarts\nKoorts sinds drie dagen.\n',
    '-- insert into the note --\nPijn;\n',
    'O O O\nA O\n',
    '',
  ])('is not what is plain: %j', (text) => {
    expect(recognise(text)).toBeNull();
  });

  it('makes no document, and the file is named with its format', () => {
    const text = '{"note":"Koorts"}\n{"note":"Pijn"}\n';
    const { items, problems } = readPlainText(new TextEncoder().encode(text), 'a.txt', {
      unit: 'line',
    });
    expect(items).toEqual([]);
    expect(problems).toMatchObject([
      { file: 'a.txt', rule: 'file-other-format', action: 'left-out' },
    ]);
    expect(problems[0].detail).toContain('NDJSON');
  });

  it('is read where cleaning takes its tags away: a page of markup that is one document', () => {
    const page = new TextEncoder().encode('<html><body><p>Koorts</p></body></html>');
    expect(readPlainText(page, 'a.html', { unit: 'file' }).items).toHaveLength(1);
    expect(readPlainText(page, 'a.html', { unit: 'line' }).items).toHaveLength(0);
  });
});
