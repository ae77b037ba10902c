import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentWriter } from '#core/export/document-writer.ts';
import { bratWriter } from '#core/export/brat-writer.ts';
import { bratFormat } from '#core/import/documents/brat-format.ts';
import type { DocumentFormat } from '#core/import/documents/document-format.ts';
import { anyDocuments } from './any-documents.ts';
import { essence, readAgain, writeDocuments } from './exchange.ts';

interface Lossless {
  readonly format: DocumentFormat;
  readonly writer: DocumentWriter;
  /** What its documents may have. */
  readonly features: Parameters<typeof anyDocuments>[0];
}

/** Formats that give documents back as they were. */
const lossless: Readonly<Record<string, Lossless>> = {
  brat: {
    format: bratFormat,
    writer: bratWriter,
    features: { attributes: true, classes: false, facts: false, fragments: true, ids: true },
  },
};

describe.each(Object.entries(lossless))('%s', (_, { format, writer, features }) => {
  it('gives generated documents back, and the same bytes the second time', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocuments(features), async (documents) => {
        expect(writer.losses(documents)).toEqual([]);
        const files = writeDocuments(writer, documents);
        const { documents: read, problems } = await readAgain(format, files);
        expect(essence(read)).toEqual(essence(documents));
        expect(problems).toEqual([]);
        expect(writer.losses(read)).toEqual([]);
        expect(writeDocuments(writer, read)).toEqual(files);
      }),
      { numRuns: 200 },
    );
  });
});
