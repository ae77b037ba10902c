import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentWriter } from '#core/export/document-writer.ts';
import { documentWriters } from '#core/export/document-writers.ts';
import { documentFormats } from '#core/import/documents/document-formats.ts';
import type { DocumentFormat } from '#core/import/documents/document-format.ts';
import { anyDocuments } from './any-documents.ts';
import { essence, readAgain, writeDocuments } from './exchange.ts';
import { lossesOf } from '#core/export/count-losses.ts';

interface Lossless {
  readonly format: DocumentFormat;
  readonly writer: DocumentWriter;
  /** What its documents may have. */
  readonly features: Parameters<typeof anyDocuments>[0];
}

const asRecords = {
  attributes: false,
  classes: true,
  facts: true,
  fragments: false,
  ids: false,
  wholeWords: true,
};

/** Formats that give documents back as they were. */
const lossless: Readonly<Record<string, Lossless>> = {
  brat: {
    format: documentFormats.brat,
    writer: documentWriters.brat,
    features: {
      attributes: true,
      classes: false,
      facts: false,
      fragments: true,
      ids: true,
      wholeWords: false,
    },
  },
  doccano: {
    format: documentFormats.doccano,
    writer: documentWriters.doccano,
    features: asRecords,
  },
  prodigy: {
    format: documentFormats.prodigy,
    writer: documentWriters.prodigy,
    features: asRecords,
  },
  'label-studio': {
    format: documentFormats['label-studio'],
    writer: documentWriters['label-studio'],
    features: {
      ...{ attributes: true, classes: true, facts: true, fragments: false },
      ...{ ids: true, wholeWords: false },
    },
  },
  bioc: {
    format: documentFormats['bioc-json'],
    writer: documentWriters['bioc-json'],
    features: {
      ...{ attributes: true, classes: false, facts: true, fragments: true },
      ...{ ids: true, wholeWords: false },
    },
  },
  spacy: { format: documentFormats.spacy, writer: documentWriters.spacy, features: asRecords },
};

describe.each(Object.entries(lossless))('%s', (_, { format, writer, features }) => {
  it('gives generated documents back, and the same bytes the second time', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocuments(features), async (documents) => {
        expect(lossesOf(writer, documents)).toEqual([]);
        const files = writeDocuments(writer, documents);
        const { documents: read, problems } = await readAgain(format, files);
        expect(essence(read)).toEqual(essence(documents));
        // That nothing tells the unit of some offsets is told, and the usual one is taken.
        expect(problems.filter(({ rule }) => rule !== 'span-offset-uncertain')).toEqual([]);
        expect(lossesOf(writer, read)).toEqual([]);
        expect(writeDocuments(writer, read)).toEqual(files);
      }),
      { numRuns: 200 },
    );
  });
});
