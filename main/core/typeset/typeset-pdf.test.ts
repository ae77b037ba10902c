import { describe, expect, it } from 'vitest';
import { nameUndisplayable } from './name-undisplayable.ts';
import { typesetPdf } from './typeset-pdf.ts';

const dated =
  '#set document(title: "a", date: datetime(year: 2026, month: 1, day: 2))\n#set text(font: "Libertinus Serif", fallback: false)\n';

describe('Setting a document as PDF', () => {
  it('holds the letters of the program, and is tagged by the standard', async () => {
    const pdf = Buffer.from(await typesetPdf(`${dated}șț`)).toString('latin1');
    expect(pdf).toContain('+LibertinusSerif-Regular');
    expect(pdf).toContain('/MarkInfo');
    expect(pdf).toContain('pdfuaid');
  });

  it('reads no file, whatever a document says', async () => {
    for (const path of ['/etc/hostname', '../README.md', 'README.md']) {
      await expect(typesetPdf(`${dated}#read("${path}")`)).rejects.toThrow('report.unset');
    }
  });

  it('refuses what the standard for accessible PDF refuses: a picture without words', async () => {
    const svg = '<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\"/>';
    const image = `#image(bytes("${svg}"), format: "svg"`;
    await expect(typesetPdf(`${dated}${image})`)).rejects.toThrow('report.unset');
    await expect(typesetPdf(`${dated}${image}, alt: "a square")`)).resolves.toBeInstanceOf(
      Uint8Array,
    );
  });

  it('names letters that no font of the program has', () => {
    const refusal =
      'Error: [… "PDF/UA-1 error: the text `\\"中\\"` could not be displayed with font" …]';
    expect(nameUndisplayable('a 中 b', refusal)).toBe('a [U+4E2D] b');
    expect(nameUndisplayable('a 中 b', 'another error')).toBe('a 中 b');
  });
});
