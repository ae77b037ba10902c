import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { pdfFormat } from '#core/import/documents/pdf-format.ts';
import { pdfOf, type PlacedText } from '#core/import/testing/pdf-of.ts';
import { readDocuments } from '#core/import/testing/read-documents.ts';
import { readPdfApart } from '#hosts/composition/read-pdf-apart.ts';

const readPdf = readPdfApart();

async function read(bytes: Uint8Array) {
  const files = { 'a.pdf': bytes };
  const { documents, problems } = await readDocuments(pdfFormat, files, { readPdf }, 4096);
  return {
    text: documents[0]?.text,
    remarks: problems.map(({ rule, action, line }) => [rule, action, line]),
  };
}
const fixture = (name: string) =>
  read(readFileSync(fileURLToPath(new URL(`../fixtures/pdf/${name}.pdf`, import.meta.url))));
const column = (lines: readonly string[], x: number, top = 700): PlacedText[] =>
  lines.map((text, at) => ({ text, x, y: top - 12 * at }));

const laboratory =
  'Laboratorium\nBepaling\tWaarde\tEenheid\nHb\t7,2\tmmol/l\nCRP\t120\tmg/l\nKreatinine\t88\tumol/l\nGeen bijzonderheden.';
const paragraph = (number: number) =>
  [
    `Alinea ${number}. De patiënt had koorts en dyspneu; er`,
    'waren crepitaties links basaal. De patiënt had',
    'koorts en dyspneu; er waren crepitaties links',
    'basaal.',
  ].join('\n');

describe('files of other programs', () => {
  it.each([
    ['table', laboratory],
    ['turned', laboratory],
    ['object-streams', laboratory],
    ['encrypted', laboratory],
    ['columns', [1, 2, 3, 4, 5, 6, 7, 8].map(paragraph).join('\n')],
    ['letters', 'De patient heeft geen koorts.\nVet gedrukt'],
    [
      'printed',
      'Ontslagbrief\n\nGeachte collega, bovengenoemde\npatiënt werd opgenomen op de\nafdeling longgeneeskunde wegens\neen buitenshuis verworven\npneumonie met efficiënt beloop.\nHb\t7,2\nCRP\t120\nȘef secție: țînțar.',
    ],
  ])('%s: nothing is lost or remarked', async (name, text) => {
    expect(await fixture(name)).toEqual({ text, remarks: [] });
  });

  it.each([
    [
      'form',
      'Naam:\tJansen, Piet\n\nDiagnose:\nPneumonie\nlinks basaal',
      [['document-form-fields', 'left-out', 1]],
    ],
    [
      'half-scan',
      'Een bladzijde met tekst',
      [
        ['document-page-without-text', 'left-out', 1],
        ['document-comments', 'left-out', 1],
        ['document-attachments', 'left-out', 1],
      ],
    ],
    ['scan', undefined, [['document-scanned', 'left-out', 1]]],
    ['locked', undefined, [['file-password', 'left-out', 1]]],
    ['unknown-letters', undefined, [['document-letters-unknown', 'left-out', 1]]],
  ])('%s: what is not read is told', async (name, text, remarks) => {
    expect(await fixture(name)).toEqual({ text, remarks });
  });
});

describe('a page', () => {
  it('is read from above to below, whatever the order in the file', async () => {
    const page = column(['Geachte collega,', 'de pati\xebnt (54) had'], 72);
    expect(await read(pdfOf([page.toReversed()]))).toEqual({
      text: 'Geachte collega,\nde patiënt (54) had',
      remarks: [],
    });
  });

  it('has columns one after another, below what spans both', async () => {
    const lines = (name: string) =>
      Array.from({ length: 6 }, (_, at) => `${name} regel ${at} met gewone tekst`);
    const title = { text: `Titel ${'over de hele bladzijde '.repeat(4)}`.trim(), x: 72, y: 740 };
    const sides = [...column(lines('rechts'), 320), ...column(lines('links'), 72)];
    const { text } = await read(pdfOf([[title, ...sides]]));
    const read1 = text?.split('\n').filter((line) => line !== '');
    expect(read1).toEqual([title.text, ...lines('links'), ...lines('rechts')]);
  });

  it('has words whole that a hyphen divides, also those that are written with one', async () => {
    const { text, remarks } = await read(
      pdfOf([
        column(
          [
            'de patient had koorts-',
            'vrije dagen, een niet-',
            'roker, zij is niet-roker, Hb 7-',
            '8, de X-',
            'Thorax',
          ],
          72,
        ),
      ]),
    );
    expect(text).toBe(
      'de patient had koortsvrije\ndagen, een niet-roker,\nzij is niet-roker, Hb 7-\n8, de X-\nThorax',
    );
    expect(remarks).toEqual([['document-divided-words', 'repaired', 1]]);
  });
});

describe('bad files', () => {
  it('are told and left out', async () => {
    for (const bytes of [new TextEncoder().encode('%PDF-1.4 niets'), new Uint8Array(0)]) {
      expect((await read(bytes)).remarks).toEqual([['document-damaged', 'left-out', 1]]);
    }
  });

  it('whose list of parts is wrong are read', async () => {
    const text = new TextDecoder('latin1').decode(pdfOf([column(['Heel'], 72)]));
    const broken = text.replace(/startxref\n\d+/, 'startxref\n7');
    expect((await read(new TextEncoder().encode(broken))).text).toBe('Heel');
  });
});
