import { describe, expect, it } from 'vitest';
import { importRules } from '#core/domain/import-report.ts';
import { readDocuments } from '../testing/read-documents.ts';
import { mutate, mutationSeeds, randomNumbers } from '../testing/mutated-files.ts';
import type { DocumentFormat } from './document-format.ts';
import { documentFormats } from './document-formats.ts';
import { defaultLimits } from './read-limits.ts';

/** Mutated files of all formats together. */
const mutatedFiles = 10_000;
const formats = Object.entries(documentFormats as Record<string, DocumentFormat>);
const perFormat = Math.ceil(mutatedFiles / formats.length);
/** A reader that goes on longer over a file of some kilobytes hangs. */
const longestMs = 20_000;

const limits = {
  ...defaultLimits,
  documentLength: 2 ** 20,
  problemCount: 20,
  expandedBytes: 2 ** 22,
};

describe.each(formats)('%s', (name, format) => {
  it(`reads ${perFormat} mutated files without an exception, and nothing vanishes without a word`, async () => {
    const random = randomNumbers(name);
    const extension = format.extensions[0];
    for (let count = 0; count < perFormat; count++) {
      const seeds = mutationSeeds[name] ?? mutationSeeds.text;
      const seed = seeds[count % seeds.length];
      const files = Object.fromEntries(
        Object.entries(seed).map(([file, content]) => [
          file.includes('.') ? file : `${file}${extension}`,
          mutate(content, random),
        ]),
      );
      const began = performance.now();
      const { documents, problems } = await readDocuments(format, files, { limits });
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
