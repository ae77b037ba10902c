import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { importDocuments } from '#core/collection/documents/import-documents.ts';
import { tryImport } from '#core/collection/documents/try-import.ts';
import type { ImportAction, ImportRule } from '#core/domain/import-report.ts';
import { xlsxOf } from '#core/import/testing/xlsx-of.ts';
import { newWorkspace, temporaryFolder } from '#core/storage/testing/temporary-workspace.ts';
import { readPdfApart } from '#hosts/composition/read-pdf-apart.ts';

/** A source with something wrong in it, what is told of that, and what of the rest is imported. */
interface BadInput {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  readonly told: readonly (readonly [
    file: string,
    line: number,
    rule: ImportRule,
    action: ImportAction,
  ])[];
  /** Id → text, or what of the document is shown by `see`. */
  readonly found: Readonly<Record<string, unknown>>;
  readonly see?: 'text' | 'facts' | 'mentions';
}

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../fixtures/pdf/${name}.pdf`, import.meta.url)));
const base64 = (text: string) => Buffer.from(text).toString('base64');
const text = (content: string) => `<c t="inlineStr"><is><t>${content}</t></is></c>`;
const long = (word: string) => `De patiënt heeft ${word} en blijft nog enkele dagen opgenomen.`;
/** An emoji of several code points before the mention: all four units differ. */
const family = '👩‍👧 heeft ë en hoest';
const segmenter = new Intl.Segmenter('nl');
const mention = 'hoest';
const before = family.slice(0, family.indexOf(mention));
const lengths = {
  'UTF-16': (part: string) => part.length,
  'code points': (part: string) => Array.from(part).length,
  bytes: (part: string) => Buffer.byteLength(part),
  graphemes: (part: string) => Array.from(segmenter.segment(part)).length,
};
function doccanoIn(unit: keyof typeof lengths): BadInput {
  const start = lengths[unit](before);
  const span = [start, start + lengths[unit](mention), 'Klacht'];
  return {
    files: { 'a.jsonl': JSON.stringify({ id: 1, text: family, label: [span] }) },
    told: unit === 'UTF-16' ? [] : [['a.jsonl', 1, 'span-offset-unit', 'repaired']],
    found: { 1: [mention] },
    see: 'mentions',
  };
}

const inputs: Readonly<Record<string, BadInput>> = {
  'a zip bomb': {
    files: {
      'a.zip': zipSync({
        'bom.txt': new Uint8Array(2 ** 24),
        '../../buiten.txt': strToU8(long('koorts')),
        'goed.txt': strToU8(long('hoest')),
      }),
    },
    told: [
      ['a.zip › bom.txt', 1, 'input-beyond-limits', 'left-out'],
      ['a.zip › buiten.txt', 1, 'archive-entry-name', 'repaired'],
    ],
    found: { 'buiten.txt': long('koorts'), 'goed.txt': long('hoest') },
  },
  'PDF under a password, scanned and damaged': {
    files: {
      'a.pdf': fixture('locked'),
      'b.pdf': fixture('scan'),
      'c.pdf': fixture('table').subarray(0, 300),
      'd.pdf': fixture('letters'),
    },
    told: [
      ['a.pdf', 1, 'file-password', 'left-out'],
      ['b.pdf', 1, 'document-scanned', 'left-out'],
      ['c.pdf', 1, 'document-damaged', 'left-out'],
    ],
    found: { 'd.pdf': 'De patient heeft geen koorts.\nVet gedrukt' },
  },
  'a workbook with formulas and joined cells': {
    files: {
      'a.xlsx': xlsxOf({
        sheets: {
          Blad1: `<sheetData><row r="1">${text('id')}${text('tekst')}</row><row r="2"><c><f>1+1</f><v>2</v></c>${text(long('koorts'))}</row><row r="3">${text('x3')}${text(long('hoest'))}</row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells>`,
        },
      }),
    },
    told: [
      ['a.xlsx › Blad1', 2, 'sheet-formulas', 'kept'],
      ['a.xlsx › Blad1', 2, 'sheet-merged-cells', 'kept'],
    ],
    found: { 2: long('koorts'), x3: long('hoest') },
  },
  'XML with entities that expand': {
    files: {
      'a.xml': `<?xml version="1.0"?><!DOCTYPE document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><document><s id="1">&b;</s></document>`,
      'b.xml': `<?xml version="1.0"?><document><s id="1">${long('koorts')}</s></document>`,
    },
    told: [
      ['a.xml', 1, 'xml-entities', 'left-out'],
      ['a.xml', 1, 'file-empty', 'left-out'],
    ],
    found: { 'b.xml': long('koorts') },
  },
  'a FHIR attachment with a url outside': {
    files: {
      'a.ndjson': [
        { id: '1', content: [{ attachment: { url: 'https://elders.example/brief.pdf' } }] },
        { id: '2', content: [{ attachment: { data: base64(long('hoest')) } }] },
      ]
        .map((each) => JSON.stringify({ resourceType: 'DocumentReference', ...each }))
        .join('\n'),
    },
    told: [['a.ndjson', 1, 'fhir-url', 'left-out']],
    found: { 'DocumentReference/2': long('hoest') },
  },
  'mixed encodings': {
    files: {
      'a.txt': long('koorts'),
      'b.txt': Buffer.from(long('hoest'), 'latin1'),
      'c.txt': Buffer.concat([Uint8Array.of(0xff, 0xfe), Buffer.from(long('pijn'), 'utf16le')]),
      'd.txt': Buffer.concat([Uint8Array.of(0xef, 0xbb, 0xbf), Buffer.from(long('jeuk'))]),
    },
    told: [['b.txt', 1, 'file-encoding-guessed', 'kept']],
    found: {
      'a.txt': long('koorts'),
      'b.txt': long('hoest'),
      'c.txt': long('pijn'),
      'd.txt': long('jeuk'),
    },
  },
  'two columns of the same name': {
    files: { 'a.csv': `id,tekst,veld,veld\n1,${long('koorts')},x,y\n` },
    told: [['a.csv', 1, 'table-columns-alike', 'repaired']],
    found: { 1: { date: null, patient: null, columns: { veld: 'x', 'veld (2)': 'y' } } },
    see: 'facts',
  },
  'dates that cannot be': {
    files: {
      'a.csv': `id,datum,tekst\n1,31-02-2026,${long('koorts')}\n2,28-02-2026,${long('hoest')}\n`,
    },
    told: [['a.csv', 2, 'row-date-impossible', 'kept']],
    found: {
      1: { date: null, patient: null, columns: { datum: '31-02-2026' } },
      2: { date: '2026-02-28', patient: null, columns: {} },
    },
    see: 'facts',
  },
  'a column of patients that is empty for half of the rows': {
    files: {
      'a.csv': `id,patient,tekst\n1,p1,${long('koorts')}\n2,,${long('hoest')}\n3,p1,${long('pijn')}\n4,,${long('jeuk')}\n`,
    },
    told: [['a.csv', 3, 'row-patient-empty', 'kept']],
    found: {
      1: { date: null, patient: 'p1', columns: {} },
      2: { date: null, patient: null, columns: {} },
      3: { date: null, patient: 'p1', columns: {} },
      4: { date: null, patient: null, columns: {} },
    },
    see: 'facts',
  },
  'offsets in UTF-16 units': doccanoIn('UTF-16'),
  'offsets in code points': doccanoIn('code points'),
  'offsets in bytes': doccanoIn('bytes'),
  'offsets in graphemes': doccanoIn('graphemes'),
};

it.each(Object.entries(inputs))(
  '%s: what is wrong is told with its place, and the rest is imported',
  async (_, { files, told, found, see = 'text' }) => {
    const folder = temporaryFolder();
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    const readPdf = readPdfApart();
    const trial = await tryImport([folder], {}, { readPdf });
    expect(trial.documentCount).toBe(Object.keys(found).length);

    const workspace = newWorkspace();
    const request = { collection: 'notes', paths: [folder], choice: {} };
    const outcome = await importDocuments(workspace, request, { nowMs: () => 1, readPdf });
    const { collectionId, importId } = outcome;
    const problems = workspace.documentImports.firstProblems(importId, 100);
    const places = problems.map(({ file, line, rule, action }) => [file, line, rule, action]);
    expect(places.sort()).toEqual(told.map((each) => [...each]).sort());
    expect(problems.every(({ detail }) => detail.length > 20)).toBe(true);
    const documents = workspace.documentQueries
      .numbers({ collectionId })
      .map((number) => workspace.documents.get(number));
    const seen = documents.map((document) => {
      const { date, patient, columns, annotations } = document;
      if (see === 'text') return [document.id, document.text];
      if (see === 'facts') return [document.id, { date, patient, columns }];
      const mentions = annotations.flatMap((each) =>
        each.kind === 'span'
          ? each.fragments.map(({ start, end }) => document.text.slice(start, end))
          : [],
      );
      return [document.id, mentions];
    });
    expect(Object.fromEntries(seen)).toEqual(found);
    // The look before an import says the same.
    const counted = trial.problems.map(({ rule, count }) => [rule, count]);
    const rules = Map.groupBy(told, ([, , rule]) => rule);
    expect(counted.sort()).toEqual([...rules].map(([rule, all]) => [rule, all.length]).sort());
  },
);
