import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBrat } from '#core/import/read-brat.ts';
import { cleanDocuments } from './testing/clean-documents.ts';
import { CorpusMeasure } from './statistics.ts';
import { tagSentences } from './tag-sentences.ts';

const sharedData = '../shared/data';
const cases = `${sharedData}/mlm/es_clinical_cases.txt`;
const train = `${sharedData}/cantemist/train`;

describe.skipIf(!existsSync(cases))(
  `8.9 MB of clinical cases, skipped where ${cases} is absent`,
  () => {
    const document = (): { id: string; source: string; text: string } => ({
      id: 'cases',
      source: 'cases',
      text: readFileSync(cases, 'utf8'),
    });

    it('have the size that wc gives', () => {
      // LC_ALL=C.UTF-8 wc -l -w -m
      const size = { source: 'cases', documents: 1, lines: 21_855, characters: 8_654_684 };
      const measure = new CorpusMeasure();
      measure.add(document());
      expect(measure.statistics()).toMatchObject([size]);
    });

    it('are cleaned in less than two seconds, and every line is accounted for', () => {
      const started = process.cpuUsage();
      const { counts } = cleanDocuments([document()]);
      // Processor time: the clock on the wall depends on what else runs.
      expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
      expect(counts).toEqual({
        documents: 1,
        documentsEmptied: 0,
        markupRemoved: 0,
        placeholdersKept: 0,
        entitiesDecoded: 0,
        charactersRemoved: 36,
        emptyLines: 1,
        duplicateLines: 1570,
        linesKept: 20_285,
        charactersBefore: 8_654_684,
        charactersAfter: 8_585_814,
      });
    });
  },
);

describe.skipIf(!existsSync(train))(`CANTEMIST train, skipped where ${train} is absent`, () => {
  it('keeps all of its 6,319 entities in sentences; five are widened to words', () => {
    const files = readdirSync(train).map((file) => ({
      file,
      bytes: readFileSync(`${train}/${file}`),
    }));
    const results = readBrat(files).items.map((document) => tagSentences(document));
    const rules = results.flatMap(({ problems }) => problems).map(({ rule }) => rule);
    expect(rules.filter((rule) => rule !== 'sentence-split')).toEqual(
      Array.from({ length: 5 }, () => 'entity-widened'),
    );
    const tags = results.flatMap(({ items }) => items).flatMap((sentence) => sentence.tags);
    expect(tags.filter((tag) => tag.startsWith('B-'))).toHaveLength(6319);
  });
});
