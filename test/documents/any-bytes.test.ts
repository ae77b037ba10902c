import { describe, expect, it } from 'vitest';
import { importRules } from '#core/domain/import-report.ts';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { expandArchive } from '#core/import/documents/archives/expand-archive.ts';
import { joinPieces } from '#core/import/documents/archives/input-bytes.ts';
import type { DocumentFormat } from '#core/import/documents/document-format.ts';
import { documentFormats } from '#core/import/documents/document-formats.ts';
import { defaultLimits } from '#core/import/documents/read-limits.ts';
import {
  mutate,
  mutateInside,
  mutationSeeds,
  randomNumbers,
} from '#core/import/testing/mutated-files.ts';
import { inputOf, readDocuments } from '#core/import/testing/read-documents.ts';
import { tarOf } from '#core/import/testing/tar-of.ts';
import { readPdfApart } from '#hosts/composition/read-pdf-apart.ts';

/** Mutated files of all formats together. */
const mutatedFiles = 10_000;
const formats = Object.entries(documentFormats as Record<string, DocumentFormat>);
const perFormat = Math.ceil(mutatedFiles / (formats.length + 1));
/** A reader that goes on longer over a file of some kilobytes hangs. */
const longestMs = 20_000;

const limits = {
  ...defaultLimits,
  documentLength: 2 ** 20,
  problemCount: 20,
  expandedBytes: 2 ** 22,
};

const readPdf = readPdfApart();
const isZip = (content: string | Uint8Array): content is Uint8Array =>
  typeof content !== 'string' && content[0] === 0x50 && content[1] === 0x4b;

describe.each(formats)('%s', (name, format) => {
  it(`reads ${perFormat} mutated files without an exception, and nothing vanishes without a word`, async () => {
    const random = randomNumbers(name);
    const extension = format.extensions[0];
    for (let count = 0; count < perFormat; count++) {
      const seeds = mutationSeeds[name];
      const seed = seeds[count % seeds.length];
      const files = Object.fromEntries(
        Object.entries(seed).map(([file, content]) => [
          file.includes('.') ? file : `${file}${extension}`,
          // What stands in a ZIP file is hardly ever met by faults of the file.
          isZip(content) && count % 2 === 1
            ? mutateInside(content, random)
            : mutate(content, random),
        ]),
      );
      const began = performance.now();
      const { documents, problems } = await readDocuments(format, files, { limits, readPdf });
      expect(performance.now() - began).toBeLessThan(longestMs);
      expect(documents.length + problems.length).toBeGreaterThan(0);
      for (const { rule, line } of problems) {
        expect(importRules).toHaveProperty([rule]);
        expect(line).toBeGreaterThanOrEqual(1);
      }
      for (const { text, annotations } of documents) {
        for (const each of annotations) {
          if (each.kind !== 'span') continue;
          expect(each.fragments.length).toBeGreaterThan(0);
          let before = 0;
          for (const { start, end } of each.fragments) {
            // Not by expect: this runs some hundred thousand times.
            if (!(before <= start && start < end && end <= text.length)) {
              throw new Error(`${name}: a span outside of its text, ${start} to ${end}`);
            }
            before = end;
          }
        }
      }
    }
  });
});

describe('archives', () => {
  it(`of ${perFormat} mutated ones give what is whole in them, and tell the rest`, () => {
    const random = randomNumbers('archives');
    const files = { 'a.txt': strToU8('koorts '.repeat(50)), 'map/b.csv': strToU8('a;b\n1;2\n') };
    const zip = zipSync(files);
    const tar = tarOf(files);
    const seeds = [zip, tar, gzipSync(tar), zipSync({ 'in.zip': zip, 'in.tgz': gzipSync(tar) })];
    let whole = 0;
    for (let count = 0; count < perFormat; count++) {
      const seed = seeds[count % seeds.length];
      const mutated =
        isZip(seed) && count % 3 === 1 ? mutateInside(seed, random) : mutate(seed, random);
      const input = inputOf('a.zip', mutated, 4096);
      const results = [...expandArchive(input, limits)];
      expect(results.length).toBeGreaterThan(0);
      for (const part of results.flatMap(({ items }) => items)) {
        if (joinPieces(part.pieces()).length === part.byteCount) whole++;
        else throw new Error(`a part of ${part.byteCount} bytes has others`);
      }
      for (const { rule } of results.flatMap(({ problems }) => problems)) {
        expect(importRules).toHaveProperty([rule]);
      }
    }
    expect(whole).toBeGreaterThan(perFormat / 4);
  });
});
